/// Turns the records of one agency into filters under the key of a run.
///
/// A record is taken apart into tokens (``TokenFamily``) of its prepared values, the same that a
/// comparison in clear looks at. Each token sets a few bits of the record's filter, as many as its kind
/// weighs, and a value that is missing sets none: so a missing second surname takes nothing from the rest
/// (bits per token; with bits per field, shares would shift). Two records are alike as their filters
/// are: twice the common bits over the sum of both (Schnell, Bachteler and Reiher, 2009).
public struct RecordEncoder: Sendable {
    private let key: RunKey
    /// How records become filters.
    public let settings: EncodingSettings

    /// Takes a key and settings.
    ///
    /// - Parameters:
    ///   - key: The key of the run.
    ///   - settings: The same for all agencies of the run. Settings out of range
    ///     (``EncodingSettings/areUsable``) give way to ``EncodingSettings/standard``.
    public init(key: RunKey, settings: EncodingSettings = .standard) {
        self.key = key
        self.settings = settings.areUsable ? settings : .standard
    }

    /// Encodes all records of a table, in its order.
    ///
    /// - Parameters:
    ///   - table: The records.
    ///   - agency: Which of the run's agencies they belong to.
    /// - Returns: One filter for each record.
    public func encode(_ table: RecordTable, agency: Int = 0) -> EncodedRecords {
        var random = SystemRandomNumberGenerator()
        return encode(table, agency: agency, using: &random)
    }

    /// Encodes all records of a table, in its order.
    ///
    /// - Parameters:
    ///   - table: The records.
    ///   - agency: Which of the run's agencies they belong to.
    ///   - random: Draws the noise, when the settings ask for it.
    /// - Returns: One filter for each record.
    public func encode(
        _ table: RecordTable,
        agency: Int = 0,
        using random: inout some RandomNumberGenerator
    ) -> EncodedRecords {
        let hashers = HasherSet(key: key, settings: settings)
        var names = NameEncoder(table.names.vocabulary, hashers)
        var dates = DateEncoder(hashers)
        var codes = table.columns.map { column -> CodeEncoder? in
            guard case .codes(let codes) = column.values else { return nil }
            return CodeEncoder(codes, field: column.field, rows: table.count, hashers)
        }
        let saltingDates = settings.isSaltedByYear ? Self.datesOfBirth(of: table) : nil
        let blocking = settings.hasBlockingKeys ? BlockingKeys(table, key: key) : nil
        var blockingKeys: [UInt64] = []
        var filter = [UInt64](repeating: 0, count: hashers.width)
        var filters = FilterSet(wordsPerFilter: settings.filterBits / 64)
        for row in 0..<table.count {
            for place in filter.indices { filter[place] = 0 }
            let salt = saltingDates?[row].year ?? 0
            for token in table.names[row] { names.set(token, salt: salt, in: &filter) }
            for (index, column) in table.columns.enumerated() {
                switch column.values {
                case .dates(let values): dates.set(values[row], in: &filter)
                case .codes(let values): codes[index]?.set(values.values[row], in: &filter)
                }
            }
            append(filter, to: &filters, using: &random)
            if let blocking { blockingKeys += blocking.keys(of: row, using: &random) }
        }
        return EncodedRecords(
            terms: key.terms,
            settings: settings,
            checkValue: key.checkValue(for: settings),
            agency: agency,
            filters: filters,
            blockingKeys: blockingKeys
        )
    }

    /// Encodes all records of a table in a random order, as a file to send, and says which row is which.
    ///
    /// - Parameters:
    ///   - table: The records.
    ///   - agency: Which of the run's agencies they belong to.
    /// - Returns: The bytes of the file, and the map that stays at home.
    public func file(of table: RecordTable, agency: Int) -> (file: [UInt8], map: RowMap) {
        var random = SystemRandomNumberGenerator()
        return file(of: table, agency: agency, using: &random)
    }

    func file(
        of table: RecordTable,
        agency: Int,
        using random: inout some RandomNumberGenerator
    ) -> (file: [UInt8], map: RowMap) {
        let rows = (0..<table.count).shuffled(using: &random)
        let encoded = encode(table, agency: agency, using: &random).reordered(rows)
        let map = RowMap(rows: rows, identifiers: rows.map { table.identifiers[$0] })
        return (encoded.file, map)
    }

    private func append(
        _ filter: [UInt64],
        to filters: inout FilterSet,
        using random: inout some RandomNumberGenerator
    ) {
        var hardened = FilterHardening.folded(filter, times: settings.folds)
        if settings.hardening == .rule90 { hardened = FilterHardening.rule90(hardened) }
        if settings.noise > 0 {
            hardened = FilterHardening.noisy(
                hardened,
                thousandths: settings.noise,
                using: &random
            )
        }
        filters.append(hardened)
    }

    private static func datesOfBirth(of table: RecordTable) -> [PartialDate]? {
        for column in table.columns {
            if case .dates(let dates) = column.values { return dates }
        }
        return nil
    }
}
