import CDice

/// Filters of the left set one after another, in the order of their ones and filled up with empty ones to
/// whole blocks of queries.
struct QueryFilters {
    let sorted: SortedFilters
    let words: [UInt64]
    let ones: [dice_ones]

    init(_ filters: FilterSet, _ part: Range<Int>, first: Int) {
        sorted = SortedFilters(filters, part, first: first)
        let width = filters.wordsPerFilter
        let filling = (-part.count).modulo(Int(dice_queries))
        var words: [UInt64] = []
        words.reserveCapacity((part.count + filling) * width)
        for index in sorted.order {
            let start = Int(index) * width
            words.append(contentsOf: filters.words[start..<start + width])
        }
        words.append(contentsOf: repeatElement(0, count: filling * width))
        self.words = words
        ones =
            zip(sorted.ones, sorted.rest).map { dice_ones(all: $0, rest: $1) }
            + repeatElement(dice_ones(all: 0, rest: 0), count: filling)
    }
}

extension Int {
    /// The remainder from 0.
    fileprivate func modulo(_ divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
