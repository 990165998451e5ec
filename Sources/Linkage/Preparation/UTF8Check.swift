/// Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xbf
            switch first {
            case 0..<0x80:
                index += 1
                continue
            case 0xc2...0xdf: length = 2
            case 0xe0...0xef:
                length = 3
                if first == 0xe0 { second = 0xa0...0xbf }
                if first == 0xed { second = 0x80...0x9f }
            case 0xf0...0xf4:
                length = 4
                if first == 0xf0 { second = 0x90...0xbf }
                if first == 0xf4 { second = 0x80...0x8f }
            default: return false
            }
            guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
                return false
            }
            for offset in 2..<max(length, 2) where bytes[index + offset] & 0xc0 != 0x80 {
                return false
            }
            index += length
        }
        return true
    }
}
