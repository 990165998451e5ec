/// Bloom filters of one length, one for each record, one after another.
public struct FilterSet: Hashable, Sendable {
    /// How many 64-bit words a filter has: 16 are 1,024 bits.
    public let wordsPerFilter: Int
    /// The filters' words in turn; bit `i` of a filter is bit `i % 64` of its word `i / 64`.
    public private(set) var words: [UInt64]

    /// Makes a set without filters.
    public init(wordsPerFilter: Int = 16) {
        self.wordsPerFilter = wordsPerFilter
        words = []
    }

    /// How many filters there are.
    public var count: Int { words.count / wordsPerFilter }

    /// The words of one filter.
    public subscript(index: Int) -> ArraySlice<UInt64> {
        words[index * wordsPerFilter..<(index + 1) * wordsPerFilter]
    }

    /// Adds a filter of `wordsPerFilter` words.
    public mutating func append(_ filter: some Collection<UInt64>) {
        words.append(contentsOf: filter)
    }
}
