/// What the comparison of names asks of a token before it looks at its letters.
struct TokenTraits: Sendable {
    /// Which letters occur, one bit for each of a to z and six for all other symbols.
    var letters: UInt32
    var skeleton: UInt32
    var nickname: UInt32
    var length: UInt8
    var first: UInt8
    /// In quarters of a bit.
    var information: UInt8

    /// The traits of all tokens, in their order.
    static func all(of table: RecordTable) -> [TokenTraits] {
        let vocabulary = table.names.vocabulary
        return (0..<vocabulary.count).map { token in
            let bytes = vocabulary[token]
            return TokenTraits(
                letters: bytes.reduce(0) { $0 | 1 &<< bit($1) },
                skeleton: vocabulary.skeletons[token],
                nickname: vocabulary.nicknames[token],
                length: UInt8(min(255, bytes.count)),
                first: bytes.first ?? 0,
                information: Information.quarterBits(
                    count: vocabulary.counts[token],
                    total: table.count
                )
            )
        }
    }

    private static func bit(_ byte: UInt8) -> UInt32 {
        byte >= 97 && byte <= 122 ? UInt32(byte) - 97 : 26 + UInt32(byte) % 6
    }

    /// Whether the letters that occur leave it open that two tokens resemble each other.
    ///
    /// A slip of the pen changes at most two of the bits and the length by at most one. With the same
    /// first letter, Jaro-Winkler counts too: letters that only one token has cannot match, and
    /// 0.84 asks for m/|a| + m/|b| of at least 1.2, with all that a common beginning adds.
    @inline(__always)
    static func mayBeAlike(_ left: TokenTraits, _ right: TokenTraits) -> Bool {
        let (lengthLeft, lengthRight) = (Int(left.length), Int(right.length))
        if left.first != right.first {
            var apart = left.letters ^ right.letters
            apart &= apart &- 1
            apart &= apart &- 1
            apart &= apart &- 1
            apart &= apart &- 1
            return apart == 0 && abs(lengthLeft &- lengthRight) <= 2
        }
        let onlyLeft = (left.letters & ~right.letters).nonzeroBitCount
        let onlyRight = (right.letters & ~left.letters).nonzeroBitCount
        let most = min(lengthLeft &- onlyLeft, lengthRight &- onlyRight)
        return 10 &* most &* (lengthLeft &+ lengthRight) >= 12 &* lengthLeft &* lengthRight
            || (onlyLeft &+ onlyRight <= 4 && abs(lengthLeft &- lengthRight) <= 2)
            || min(lengthLeft, lengthRight) <= 1
    }
}
