/// The bits of tokens that come again and again, each list of them made once.
struct MaskCache {
    private let width: Int
    /// Where the bits of small keys are, or -1.
    private var small: [Int]
    private var large: [UInt64: Int] = [:]
    private var words: [UInt64] = []

    /// Makes an empty cache for filters of so many words, most of whose keys are below `small`.
    init(width: Int, small: Int = 0) {
        self.width = width
        self.small = [Int](repeating: -1, count: small)
    }

    /// Where the bits are that belong to a key, or nil when the key is new.
    func place(of key: UInt64) -> Int? {
        guard key < UInt64(small.count) else { return large[key] }
        let place = small[Int(key)]
        return place < 0 ? nil : place
    }

    /// Keeps the bits that belong to a key, and says where they are.
    mutating func keep(_ positions: [UInt16], for key: UInt64) -> Int {
        let place = words.count
        words.append(contentsOf: repeatElement(0, count: width))
        if key < UInt64(small.count) { small[Int(key)] = place } else { large[key] = place }
        for position in positions {
            words[place + Int(position >> 6)] |= 1 << UInt64(position & 63)
        }
        return place
    }

    /// Sets the bits that are kept at a place.
    func set(_ place: Int, in filter: inout [UInt64]) {
        for index in 0..<width { filter[index] |= words[place + index] }
    }
}
