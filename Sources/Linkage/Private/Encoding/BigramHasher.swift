/// Says which bits the pairs of letters of a value set, with a blank before and after each word.
struct BigramHasher {
    private let hasher: TokenHasher
    private var places: [Int32]
    private var positions: [UInt16] = []

    init(_ hasher: TokenHasher) {
        self.hasher = hasher
        places = [Int32](repeating: -1, count: hasher.bits > 0 ? 1 << 16 : 0)
    }

    /// Adds the bits of a value to a list.
    ///
    /// - Parameters:
    ///   - value: Letters and digits, in words.
    ///   - salt: What is hashed before each pair, or nothing.
    ///   - list: The list.
    mutating func append(_ value: ArraySlice<UInt8>, salt: [UInt8] = [], to list: inout [UInt16]) {
        guard hasher.bits > 0 else { return }
        var last = Self.blank
        for letter in value + [Self.blank] {
            if letter == Self.blank, last == Self.blank { continue }
            if salt.isEmpty {
                append(last, letter, to: &list)
            } else {
                hasher.append(salt + [last, letter], to: &list)
            }
            last = letter
        }
    }

    private mutating func append(_ first: UInt8, _ second: UInt8, to list: inout [UInt16]) {
        let pair = Int(first) << 8 | Int(second)
        if places[pair] < 0 {
            places[pair] = Int32(positions.count)
            hasher.append([first, second], to: &positions)
        }
        let place = Int(places[pair])
        list.append(contentsOf: positions[place..<place + hasher.bits])
    }

    private static let blank = UInt8(ascii: " ")
}
