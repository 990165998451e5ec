/// Bytes that are changed in the ways that files and requests are: by accident and on purpose.
struct Spoiler {
    private(set) var bytes: [UInt8]
    /// Another input, to take pieces from.
    let other: [UInt8]

    private static let telling: [[UInt8]] =
        [
            "\n", "\n\n", " ", "+", "\u{2014}", "\u{2014} ", "-", "0", "00", "=", "==", "\r\n",
            "\t", "#",
            "old ", "index ", "extra ", "log ", "witness ", "group ", "quorum ", "none", "all",
            "any",
            "18446744073709551615", "18446744073709551616", "9223372036854775808", "x000", "/",
            ".p/",
            "tile/", "\u{E9}", "e\u{301}", "\u{2003}", "\u{0}",
        ]
        .map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80]]

    mutating func spoil(using random: inout some RandomNumberGenerator) {
        // Mostly one change, so that much of what a parser looks at stays good.
        let changes = [1, 1, 1, 2, 4, 12].randomElement(using: &random) ?? 1
        for _ in 0..<changes { change(&random) }
    }

    private mutating func change(_ random: inout some RandomNumberGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let rest = bytes.count - place
        switch Int.random(in: 0..<11, using: &random) {
        case 0 where rest > 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1 where rest > 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2 where rest > 0: bytes.remove(at: place)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 4: bytes.removeSubrange(place...)
        case 5:
            bytes.insert(contentsOf: Self.telling.randomElement(using: &random) ?? [], at: place)
        case 6:
            let end = place + Int.random(in: 0...rest, using: &random)
            bytes.removeSubrange(place..<end)
        case 7:
            let length = Int.random(in: 0...min(64, rest), using: &random)
            let piece = Array(bytes[place..<place + length])
            bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
        case 8:
            let start = Int.random(in: 0...other.count, using: &random)
            bytes.replaceSubrange(place..., with: other[start...])
        case 9: repeatLine(&random)
        default: changeDigit(&random)
        }
    }

    /// Doubles a line somewhere else: a signature twice, a second quorum.
    private mutating func repeatLine(_ random: inout some RandomNumberGenerator) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let line = lines.randomElement(using: &random) else { return }
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Makes another digit of a digit or letter, so that numbers and base64 stay what they are.
    private mutating func changeDigit(_ random: inout some RandomNumberGenerator) {
        let signs = Array("0123456789ABCDEFabcdefGHIXYZghixyz+/=".utf8)
        let places = bytes.indices.filter { signs.contains(bytes[$0]) }
        guard let place = places.randomElement(using: &random) else { return }
        bytes[place] = signs.randomElement(using: &random) ?? 0
    }
}
