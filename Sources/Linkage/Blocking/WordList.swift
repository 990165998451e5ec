/// The words of each value of a dictionary, as mixed numbers.
struct WordList {
    /// Of a long text only so many words take part, the rarest.
    private static let mostWords = 8

    private var numbers: [UInt32] = []
    private var offsets: [Int] = [0]

    init(_ dictionary: ValueDictionary) {
        var counts: [UInt32: Int] = [:]
        let words = (0..<dictionary.count).map { value in
            let words = Set(Self.words(of: dictionary[value]))
            for word in words { counts[word, default: 0] += Int(dictionary.counts[value]) }
            return words
        }
        for words in words {
            let rarest = words.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            numbers.append(contentsOf: rarest.prefix(Self.mostWords))
            offsets.append(numbers.count)
        }
    }

    /// The words of a value.
    subscript(value: Int) -> ArraySlice<UInt32> {
        numbers[offsets[value]..<offsets[value + 1]]
    }

    /// Words are runs of letters and digits, two at the least.
    private static func words(of text: ArraySlice<UInt8>) -> [UInt32] {
        text.split { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): false
            default: byte < 0x80
            }
        }
        .filter { $0.count > 1 }
        .map { word in word.reduce(1) { mix($0 << 8 ^ UInt32($1)) } }
    }
}
