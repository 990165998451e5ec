import CDice

/// All that comparing a part of the left set with the whole right one needs, made once for a search.
struct DiceScan: Sendable {
    /// How many left filters are one piece of work: enough to spread what a tile costs to fetch.
    static let partSize = 256
    /// How many groups are compared with all queries before the next are fetched: 2,048 filters of
    /// 1,024 bits are 256 kB, which a core's own cache holds.
    private static let tile = 256
    private static let block = Int(dice_queries)

    private let left: FilterSet
    private let kernel: DiceKernel
    private let needed: NeededOnes
    private let groups: FilterGroups
    private let first: Int

    init(threshold: Double, left: FilterSet, right: FilterSet, kernel: DiceKernel) {
        self.left = left
        self.kernel = kernel
        needed = NeededOnes(threshold: threshold, bits: left.wordsPerFilter * 64)
        first = FirstWords.choose(left: left, right: right, needed: needed)
        groups = FilterGroups(right, first: first)
    }

    /// The parts of the left set, in its order.
    var parts: Int { (left.count + Self.partSize - 1) / Self.partSize }

    /// The hits of a part, in the order of the left set and then of the right one.
    func hits(ofPart part: Int) -> [DiceHit] {
        let members = part * Self.partSize..<min((part + 1) * Self.partSize, left.count)
        let queries = QueryFilters(left, members, first: first)
        return found(queries).map { hit in
            let total = queries.sorted.ones[Int(hit.query)] + groups.sorted.ones[Int(hit.record)]
            return DiceHit(
                left: Int(queries.sorted.order[Int(hit.query)]),
                right: Int(groups.sorted.order[Int(hit.record)]),
                coefficient: Dice.coefficient(common: Int(hit.common), total: Int(total))
            )
        }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    private func found(_ queries: QueryFilters) -> [dice_hit] {
        let reach = stride(from: 0, to: queries.ones.count, by: Self.block).map { query in
            groupsWithin(reachOf: queries.ones[query..<query + Self.block])
        }
        var found: [dice_hit] = []
        let room = Self.tile * FilterGroups.lanes * Self.block
        unsafe withJob(queries) { job in
            unsafe withUnsafeTemporaryAllocation(of: dice_hit.self, capacity: room) { hits in
                for tile in stride(from: 0, to: groups.ones.count, by: Self.tile) {
                    for (block, within) in reach.enumerated() {
                        let some = within.clamped(to: tile..<tile + Self.tile)
                        guard !some.isEmpty, let start = hits.baseAddress else { continue }
                        let count = unsafe dice_scan(
                            job,
                            kernel.code,
                            block * Self.block,
                            some.lowerBound,
                            some.upperBound,
                            start
                        )
                        unsafe found.append(contentsOf: hits[..<count])
                    }
                }
            }
        }
        return found
    }

    /// The groups in which any of these queries may have a hit.
    private func groupsWithin(reachOf ones: ArraySlice<dice_ones>) -> Range<Int> {
        let partners = ones.compactMap { needed.partners(of: Int($0.all)) }
        guard let least = partners.map(\.lowerBound).min(),
            let most = partners.map(\.upperBound).max()
        else { return 0..<0 }
        return groups.groups(holding: least...most)
    }

    private func withJob(_ queries: QueryFilters, _ body: (UnsafePointer<dice_job>) -> Void) {
        unsafe needed.counts.withUnsafeBufferPointer { needed in
            unsafe queries.words.withUnsafeBufferPointer { queryWords in
                unsafe queries.ones.withUnsafeBufferPointer { queryOnes in
                    unsafe groups.ones.withUnsafeBufferPointer { groupOnes in
                        unsafe groups.sorted.ones.withUnsafeBufferPointer { recordOnes in
                            var job = unsafe dice_job(
                                words: left.wordsPerFilter,
                                first: first,
                                needed: needed.baseAddress,
                                query_words: queryWords.baseAddress,
                                query_ones: queryOnes.baseAddress,
                                queries: queries.sorted.order.count,
                                group_words: groups.words.start,
                                group_ones: groupOnes.baseAddress,
                                record_ones: recordOnes.baseAddress,
                                records: groups.sorted.order.count
                            )
                            withExtendedLifetime(groups.words) { unsafe body(&job) }
                        }
                    }
                }
            }
        }
    }
}
