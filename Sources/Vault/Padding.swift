/// Hides the length of a text among a few sizes, because a long note on health is itself a fact.
enum Padding {
    /// The sizes, in bytes; beyond them, whole multiples of the last.
    static let steps = [256, 1024, 4096, 16_384, 65_536]
    static let limit = 16 * 1024 * 1024

    /// Four bytes of length (big-endian), the text, and zeros up to the next step.
    static func pad(_ text: [UInt8]) throws -> [UInt8] {
        guard text.count <= limit else { throw VaultError.tooLarge }
        let needed = text.count + 4
        let last = steps[steps.count - 1]
        let size = steps.first { $0 >= needed } ?? (needed + last - 1) / last * last
        let length = UInt32(text.count)
        let prefix = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
        return prefix + text + [UInt8](repeating: 0, count: size - needed)
    }

    /// The text that was padded.
    static func unpad(_ padded: [UInt8]) throws -> [UInt8] {
        guard padded.count >= 4 else { throw VaultError.damaged }
        let length = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= padded.count - 4 else { throw VaultError.damaged }
        return Array(padded[4..<4 + length])
    }
}
