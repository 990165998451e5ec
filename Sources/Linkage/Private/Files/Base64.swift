import Foundation

/// Bytes as text (RFC 4648, section 4).
enum Base64 {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
    }

    /// - Returns: nil when the text is not what ``text(_:)`` writes.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text
        else { return nil }
        return Array(data)
    }
}
