/// How a file writes letters as bytes.
public enum TextEncoding: String, Codable, Sendable {
    case utf8 = "UTF-8"
    case windows1252 = "Windows-1252"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The encoding that a mark at the beginning names, and how long the mark is.
    static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
        if bytes.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// UTF-8 or Windows-1252, by which of them the bytes beyond ASCII look like; nil when there are none.
    ///
    /// Text in Windows-1252 hardly ever has the pairs that UTF-8 asks for; a file in UTF-8 with some
    /// spoilt rows still has more pairs than stray bytes.
    static func guess(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        var (whole, stray) = (0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let first = bytes[index]
            guard first >= 0x80 else {
                index += 1
                continue
            }
            let length =
                first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1
            // A letter cut off at the end of the piece says nothing.
            let letter = bytes[index...].prefix(length)
            let follows = letter.dropFirst().allSatisfy { $0 & 0xc0 == 0x80 }
            if follows, letter.count < length { break }
            if length > 1, follows {
                whole += 1
                index += length
            } else {
                stray += 1
                index += 1
            }
        }
        return whole + stray == 0 ? nil : stray > whole ? .windows1252 : .utf8
    }

    /// Bytes of this encoding as UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: Read from the file.
    ///   - result: Where the text is added.
    /// - Returns: How many bytes were used; the others are the beginning of a letter.
    func decode(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int {
        switch self {
        case .utf8:
            result.append(contentsOf: bytes)
            return bytes.count
        case .windows1252:
            for byte in bytes {
                if byte < 0x80 {
                    result.append(byte)
                } else {
                    result.append(
                        contentsOf: UTF8.encodedOrReplacement(Windows1252.scalar(of: byte))
                    )
                }
            }
            return bytes.count
        case .utf16LittleEndian, .utf16BigEndian: return decodeUTF16(bytes, into: &result)
        }
    }

    private func decodeUTF16(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int {
        let high = self == .utf16BigEndian ? 0 : 1
        var index = bytes.startIndex
        func unit(_ place: Int) -> UInt32 {
            UInt32(bytes[place + high]) << 8 | UInt32(bytes[place + 1 - high])
        }
        while index + 2 <= bytes.endIndex {
            var value = unit(index)
            var length = 2
            if value & 0xfc00 == 0xd800 {
                guard index + 4 <= bytes.endIndex else { break }
                let low = unit(index + 2)
                if low & 0xfc00 == 0xdc00 {
                    value = 0x10000 + (value & 0x3ff) << 10 + low & 0x3ff
                    length = 4
                }
            }
            let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
            result.append(contentsOf: UTF8.encodedOrReplacement(scalar))
            index += length
        }
        return index - bytes.startIndex
    }
}

extension UTF8 {
    /// A scalar's bytes.
    fileprivate static func encodedOrReplacement(_ scalar: Unicode.Scalar) -> [UInt8] {
        Array(String(Character(scalar)).utf8)
    }
}
