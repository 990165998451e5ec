/// Letters of any alphabet as ASCII, lower case.
enum Letters {
    /// Writes a value in ASCII: letters in lower case without accents, digits, and the signs that
    /// separate words; other signs become spaces.
    ///
    /// - Parameters:
    ///   - value: UTF-8.
    ///   - result: What was written before is replaced.
    /// - Returns: Whether every letter was Latin. When not, the others are absent from `result`.
    static func fold(_ value: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        result.removeAll(keepingCapacity: true)
        var isLatin = true
        var index = 0
        while index < value.count {
            let byte = value[index]
            if byte < 0x80 {
                result.append(ascii[Int(byte)])
                index += 1
                continue
            }
            let (scalar, length) = decode(value, at: index)
            index += length
            switch scalar {
            case 0xc0...0x24f:
                result.append(contentsOf: LatinLetters.basic[Int(scalar) - 0xc0])
            case 0x1e00...0x1eff:
                result.append(contentsOf: LatinLetters.additional[Int(scalar) - 0x1e00])
            case 0xff01...0xff5e:  // full-width forms of ASCII
                result.append(ascii[Int(scalar) - 0xff01 + 0x21])
            case 0xaa, 0xba:  // the raised letters of `M.ª` and `N.º`
                if result.last == UInt8(ascii: ".") { result.removeLast() }
                result.append(UInt8(ascii: scalar == 0xaa ? "a" : "o"))
            case 0xad, 0x300...0x36f, 0x200b...0x200f, 0xfe00...0xfe0f, 0xfeff, 0xfffd: break
            case 0x60, 0xb4, 0x2b0...0x2ff, 0x2018, 0x2019, 0x201b, 0x2032:
                result.append(UInt8(ascii: "'"))
            case 0x2010...0x2015: result.append(UInt8(ascii: "-"))
            case 0x80...0xbf, 0x2000...0x206f, 0x3000...0x303f: result.append(UInt8(ascii: " "))
            default: isLatin = false
            }
        }
        return isLatin
    }

    /// The scalar at a place of well-formed UTF-8 and how many bytes it takes; U+FFFD when it is not
    /// well formed.
    static func decode(_ value: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(value[index])
        let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
        guard index + length <= value.count, first < 0x80 || first >= 0xc0 else {
            return (0xfffd, 1)
        }
        var scalar = length == 1 ? first : first & (0x7f >> UInt32(length))
        for offset in 1..<max(length, 1) {
            scalar = scalar << 6 | UInt32(value[index + offset] & 0x3f)
        }
        return (scalar, length)
    }

    /// What each ASCII character becomes.
    private static let ascii: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            UInt8(byte)
        case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."):
            UInt8(byte)
        // A question mark stands where some program lost a letter (`PE?A`).
        case UInt8(ascii: "`"), UInt8(ascii: "?"): UInt8(ascii: "'")
        default: UInt8(ascii: " ")
        }
    }
}
