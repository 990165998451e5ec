/// Some filters of a list, spread evenly over it.
struct FilterSample {
    let filters: FilterSet
    /// Which rows of the list they are.
    let rows: [Int]

    init(_ list: FilterSet, most: Int) {
        let count = min(list.count, most)
        rows = (0..<count).map { $0 * list.count / count }
        var filters = FilterSet(wordsPerFilter: list.wordsPerFilter)
        for row in rows { filters.append(list[row]) }
        self.filters = filters
    }
}
