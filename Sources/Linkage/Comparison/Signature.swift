/// Summaries of values, by which most pairs of different ones are told apart without reading them.
enum Signature {
    /// How often letters of sixteen classes occur, two bits each, modulo four.
    ///
    /// One slip of the pen changes at most two of these counts. Digits have ten classes of their own.
    static func counts(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var counts: UInt32 = 0
        for byte in bytes {
            let symbolClass = byte >= 48 && byte <= 57 ? byte - 48 : 10 + byte % 6
            let field = UInt32(2 &* symbolClass)
            counts = counts & ~(3 &<< field) | ((counts &>> field &+ 1) & 3) &<< field
        }
        return counts
    }

    /// How many of the sixteen counts differ.
    @inline(__always)
    static func differing(_ left: UInt32, _ right: UInt32) -> Int {
        let apart = left ^ right
        return ((apart | apart &>> 1) & 0x5555_5555).nonzeroBitCount
    }

    /// The counts of a telephone number's digits in the low 20 bits, and above a hash of its end.
    static func phone(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let end = bytes.suffix(CodeLikeness.subscriberDigits).reduce(UInt32(0)) {
            ($0 &+ UInt32($1)) &* 0x9E37_79B1
        }
        return counts(bytes) & 0xf_ffff | (end &>> 20) &<< 20
    }

    /// Whether two telephone numbers agree in a hash of their ends, or all but two counts of digits.
    @inline(__always)
    static func mayBeAlikePhones(_ left: UInt32, _ right: UInt32) -> Bool {
        (left ^ right) &>> 20 == 0 || differing(left & 0xf_ffff, right & 0xf_ffff) <= 2
    }

    /// Which pairs of neighbouring letters occur, each hashed to one of 64 bits.
    static func letterPairs(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        zip(bytes, bytes.dropFirst()).reduce(0) { bits, pair in
            let number = UInt64(pair.0) &* 31 &+ UInt64(pair.1)
            return bits | 1 &<< ((number &* 0x9E37_79B9_7F4A_7C15) &>> 58)
        }
    }

    /// Whether two texts share half the pairs of letters of the one that has fewer.
    ///
    /// True as well when one has fewer than eight, since a single slip changes two or three.
    @inline(__always)
    static func mayBeAlike(_ left: UInt64, _ right: UInt64) -> Bool {
        let fewer = min(left.nonzeroBitCount, right.nonzeroBitCount)
        return fewer < 8 || 2 &* (left & right).nonzeroBitCount >= fewer
    }
}
