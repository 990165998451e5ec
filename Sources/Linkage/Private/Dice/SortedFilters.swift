/// The filters of a part of a set in the order of their ones, so that neighbours have like bounds.
struct SortedFilters {
    /// Where each filter stands in the set.
    let order: [Int32]
    /// The ones in each filter.
    let ones: [Int32]
    /// The ones beyond the first words of each filter.
    let rest: [Int32]

    /// - Parameters:
    ///   - filters: A set.
    ///   - part: Which of its filters.
    ///   - first: The number of first words.
    init(_ filters: FilterSet, _ part: Range<Int>, first: Int) {
        let width = filters.wordsPerFilter
        var keys: [(ones: Int32, rest: Int32, index: Int32)] = []
        keys.reserveCapacity(part.count)
        unsafe filters.words.withUnsafeBufferPointer { words in
            for index in part {
                var (ones, rest) = (0, 0)
                for word in 0..<width {
                    let count = unsafe words[index * width + word].nonzeroBitCount
                    ones += count
                    if word >= first { rest += count }
                }
                keys.append((Int32(ones), Int32(rest), Int32(index)))
            }
        }
        keys.sort { $0 < $1 }
        order = keys.map(\.index)
        ones = keys.map(\.ones)
        rest = keys.map(\.rest)
    }
}
