/// The bits of tokens that come again and again, each list of them made once.
struct MaskCache {
    private let width: Int
    private var places: [UInt64: Int] = [:]
    private var words: [UInt64] = []

    /// Makes an empty cache for filters of so many words.
    init(width: Int) {
        self.width = width
    }

    /// Where the bits are that belong to a key, or nil when the key is new.
    func place(of key: UInt64) -> Int? { places[key] }

    /// Keeps the bits that belong to a key, and says where they are.
    mutating func keep(_ positions: [UInt16], for key: UInt64) -> Int {
        let place = words.count
        words.append(contentsOf: repeatElement(0, count: width))
        places[key] = place
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
