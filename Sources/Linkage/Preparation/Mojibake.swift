/// UTF-8 that was once read as Windows-1252 and written again: `JosÃ©` for `José`.
enum Mojibake {
    /// What the value was before, or nil when nothing shows that it was misread.
    static func mended(_ value: Span<UInt8>) -> [UInt8]? {
        var isSuspect = false
        // What U+00C2 to U+00CF, read as bytes of UTF-8, begin, takes one sign of the upper half more.
        for index in value.indices.dropLast()
        where value[index] == 0xc3 && (0x82...0x9f).contains(value[index + 1]) {
            isSuspect = true
        }
        guard isSuspect else { return nil }
        var bytes: [UInt8] = []
        var index = 0
        while index < value.count {
            let (scalar, length) = Letters.decode(value, at: index)
            guard let byte = Windows1252.byte(of: scalar) else { return nil }
            bytes.append(byte)
            index += length
        }
        return UTF8Check.isValid(bytes.span) ? bytes : nil
    }
}
