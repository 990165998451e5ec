/// Pairs of records of two lists that share a blocking key.
enum KeyedBlocks {
    /// The most pairs of one block; a key that more share says nothing of a person, and its pairs are found
    /// by their other keys.
    static let mostPairs = 1 << 22

    /// Tells of each block: the rows of each list that share a key.
    ///
    /// - Parameters:
    ///   - left: ``BlockingKeys/perRecord`` keys for each record of a list.
    ///   - right: Those of another, or of the same.
    ///   - body: Told of the rows of each; a pair comes as often as it shares a key.
    static func forEach(
        _ left: [UInt64],
        _ right: [UInt64],
        _ body: (ArraySlice<Entry>, ArraySlice<Entry>) -> Void
    ) {
        let (left, right) = (sorted(left), sorted(right))
        var (place, other) = (0, 0)
        while place < left.count, other < right.count {
            let (key, otherKey) = (left[place].key, right[other].key)
            if key < otherKey {
                place += 1
            } else if otherKey < key {
                other += 1
            } else {
                let end = left[place...].firstIndex { $0.key != key } ?? left.count
                let otherEnd = right[other...].firstIndex { $0.key != key } ?? right.count
                if (end - place) * (otherEnd - other) <= mostPairs {
                    body(left[place..<end], right[other..<otherEnd])
                }
                (place, other) = (end, otherEnd)
            }
        }
    }

    /// A key and the row that has it.
    struct Entry {
        let key: UInt64
        let row: Int
    }

    private static func sorted(_ keys: [UInt64]) -> [Entry] {
        keys.enumerated()
            .map { Entry(key: $1, row: $0 / BlockingKeys.perRecord) }
            .sorted { ($0.key, $0.row) < ($1.key, $1.row) }
    }
}
