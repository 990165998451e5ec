/// The records of one agency as filters: what the one who compares gets to see.
public struct EncodedRecords: Hashable, Sendable {
    /// What was agreed; the filters were made under it.
    public let terms: RunTerms
    /// How they were made.
    public let settings: EncodingSettings
    /// Equal for all files whose keys, terms and settings are equal.
    public let checkValue: [UInt8]
    /// Which of the terms' agencies made them.
    public let agency: Int
    /// One filter for each record, in an order that says nothing when they came from a file.
    public let filters: FilterSet
    /// Keys for blocking: records of two lists that share one are compared.
    ///
    /// 24 for
    /// each record in turn, or none.
    public let blockingKeys: [UInt64]

    /// How many records there are.
    public var count: Int { filters.count }

    /// The name of the agency.
    public var agencyName: String { terms.agencies[agency] }

    /// How many records differ and say anything: copies count once, and empty filters not at all.
    public var distinctCount: Int {
        var seen: Set<ArraySlice<UInt64>> = []
        for row in 0..<count where filters[row].contains(where: { $0 != 0 }) {
            seen.insert(filters[row])
        }
        return seen.count
    }

    /// The same records in another order.
    func reordered(_ rows: [Int]) -> EncodedRecords {
        var mixed = FilterSet(wordsPerFilter: filters.wordsPerFilter)
        for row in rows { mixed.append(filters[row]) }
        let width = count == 0 ? 0 : blockingKeys.count / count
        return EncodedRecords(
            terms: terms,
            settings: settings,
            checkValue: checkValue,
            agency: agency,
            filters: mixed,
            blockingKeys: rows.flatMap { blockingKeys[$0 * width..<($0 + 1) * width] }
        )
    }
}
