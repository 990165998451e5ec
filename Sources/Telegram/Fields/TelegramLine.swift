/// What one line of the file was used for: together the lines account for every byte.
public struct TelegramLine: Codable, Hashable, Sendable {
    /// The uses of a line.
    public enum Use: String, CaseIterable, Codable, Sendable {
        case blank, transmission, delivery, filing, instructions, dateTime, originator, action
        case information, exempted, separator, classification, caption, executiveOrder, tags
        case subject, reference, classifiedBy, heading, paragraph, pageLine, signature, leftOver
    }

    /// The line, counted from 1.
    public let number: Int
    /// The offset of the line's first byte in the file.
    public let start: Int
    /// The offset after the line's last byte, its line end included.
    public let end: Int
    /// What the line was used for.
    public let use: Use
}
