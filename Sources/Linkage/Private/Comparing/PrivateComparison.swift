/// What the one who compares does: checks the files of a run, compares them once, and says what was agreed.
///
/// The comparison holds no key and no names. It cannot be copied, and answering ends it, so that the
/// filters are gone from memory when the answer is there; whoever calls it then removes the files.
public struct PrivateComparison: ~Copyable, Sendable {
    /// What the agencies agreed to.
    public let terms: RunTerms
    private let lists: [EncodedRecords]

    /// Takes the files of all agencies of a run, in any order.
    ///
    /// - Parameters:
    ///   - files: One of each agency.
    ///   - now: Seconds since 1970.
    ///   - answered: The runs that were answered before (``RunTerms/idText``), which whoever compares keeps.
    /// - Throws: ``ComparisonRefused`` with the first thing that is wrong.
    public init(
        _ files: [EncodedRecords],
        now: Int64,
        answered: Set<String> = []
    ) throws(ComparisonRefused) {
        guard let first = files.first else { throw .wrongNumberOfFiles(found: 0, needed: 2) }
        let terms = first.terms
        for file in files {
            let name = file.agencyName
            guard file.terms == terms else { throw .otherRun(name) }
            guard file.settings == first.settings else { throw .otherSettings(name) }
            guard file.checkValue == first.checkValue else { throw .otherKey(name) }
        }
        guard !answered.contains(terms.idText) else { throw .answeredBefore }
        guard now < terms.expiry else { throw .expired(terms.expiry) }
        let lists = files.sorted { $0.agency < $1.agency }
        for (list, next) in zip(lists, lists.dropFirst()) where list.agency == next.agency {
            throw .repeatedAgency(list.agencyName)
        }
        guard lists.count == terms.agencies.count else {
            throw .wrongNumberOfFiles(found: lists.count, needed: terms.agencies.count)
        }
        try Self.checkSizes(lists)
        self.terms = terms
        self.lists = lists
    }

    /// Compares, and ends the comparison.
    ///
    /// - Parameter threads: How many tasks share the work, at least 1.
    /// - Returns: What was agreed that the answer says.
    /// - Throws: ``DiceSearchFailure/cancelled``.
    public consuming nonisolated(nonsending) func answer(
        threads: Int = 1
    ) async throws(DiceSearchFailure) -> ComparisonAnswer {
        let links = try await FilterLinks.find(
            in: lists.map(\.filters),
            keys: lists[0].settings.hasBlockingKeys ? lists.map(\.blockingKeys) : nil,
            fixed: terms.question == .yesOrNo ? Self.questionThreshold : nil,
            threads: threads
        )
        switch terms.question {
        case .count:
            let groups = PersonGroups(
                lengths: lists.map(\.count),
                links: links.within + links.between
            )
            let counts = groups.counts(lists: lists.count)
            return .count(OverlapCounts(agencies: terms.agencies, counts: counts))
        case .yesOrNo:
            return .yesOrNo(!links.between.isEmpty)
        case .pairs:
            return .pairs(RowPairs.assign(links.between, firstCount: lists[0].count))
        }
    }

    /// From what likeness on a yes-or-no question is answered by yes; one record shows no distribution to
    /// choose it from.
    private static let questionThreshold = 0.64

    private static func checkSizes(_ lists: [EncodedRecords]) throws(ComparisonRefused) {
        let isQuestion = lists[0].terms.question == .yesOrNo
        if isQuestion {
            guard lists.filter({ $0.count == 1 }).count == 1 else { throw .notOneAskedFor }
        }
        for list in lists where !(isQuestion && list.count == 1) {
            // Copies of one record, or filters without bits, are no list.
            let people = list.distinctCount
            guard people >= list.terms.smallestList else {
                throw .listTooSmall(
                    agency: list.agencyName,
                    count: people,
                    least: list.terms.smallestList
                )
            }
        }
    }
}
