extension HierarchicalModel {
    /// The most lists of which all models can be listed, and of which those of pairs can.
    public static let enumerable = (anyOrder: 5, pairs: 6)

    /// Every hierarchical model of some lists, those with fewer terms first.
    ///
    /// The set of all lists is never a term: with it the counts would not tell how many were unseen.
    /// There are 8 models of 3 lists, 113 of 4 and 6 893 of 5; with terms of at most two lists 8, 64,
    /// 1 024 and, of 6 lists, 32 768.
    ///
    /// - Parameters:
    ///   - listCount: The number of lists: from 2 to 5, or 6 with order 2 at most.
    ///   - order: The most lists in a term.
    /// - Returns: The models.
    /// - Throws: ``SearchRefused`` when there would be millions.
    public static func all(
        listCount: Int,
        order: Int
    ) throws(SearchRefused) -> [HierarchicalModel] {
        let largest = min(order, listCount - 1)
        guard
            listCount >= 2, order >= 1,
            listCount <= (largest > 2 ? enumerable.anyOrder : enumerable.pairs)
        else { throw .tooManyModels(listCount: listCount, order: order) }
        var sets = [mainEffects(of: listCount).terms.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }]
        for size in 2..<max(largest + 1, 2) {
            let candidates = (0..<(1 << listCount)).filter { $0.nonzeroBitCount == size }
            for term in candidates {
                let faces = (0..<listCount).filter { term >> $0 & 1 == 1 }
                    .reduce(UInt64(0)) { $0 | 1 << UInt64(term ^ 1 << $1) }
                sets += sets.filter { $0 & faces == faces }.map { $0 | 1 << UInt64(term) }
            }
        }
        return sets.map { set in
            HierarchicalModel(
                listCount: listCount,
                terms: (0..<64).filter { set >> UInt64($0) & 1 == 1 }
            )
        }
        .sorted { $0.terms.count < $1.terms.count }
    }
}

/// Why a search over all models is not made.
public enum SearchRefused: Error, Hashable, Sendable {
    /// There are too many models of so many lists with terms of so many, or none.
    case tooManyModels(listCount: Int, order: Int)
    /// The search is for another number of lists than the table.
    case wrongListCount(search: Int, table: Int)
}
