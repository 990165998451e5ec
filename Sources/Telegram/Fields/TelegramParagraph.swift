/// A paragraph of the text.
public struct TelegramParagraph: Codable, Hashable, Sendable {
    /// What a paragraph is for.
    public enum Part: String, CaseIterable, Codable, Sendable {
        /// The body of the report.
        case body
        /// The writer's summary.
        case summary
        /// The writer's own comment.
        case comment
        /// What the writer asks to be done.
        case action
    }

    /// The number, after repair; nil for a paragraph that bears none.
    public var number: Int?
    /// The label as printed, such as `¶11.`; empty when there is none.
    public var label: String
    /// The portion mark, such as `SBU`; nil when there is none.
    public var mark: String?
    /// The heading printed above the paragraph.
    public var heading: String?
    /// The text, without label, mark and page lines.
    ///
    /// Pieces that stood apart are parted by a line end.
    public var text: String
    /// What the paragraph is for.
    public var part: Part
    /// The first line of the file that belongs to the paragraph, counted from 1; 0 for none.
    public var firstLine: Int
    /// The last line of the file that belongs to the paragraph.
    public var lastLine: Int

    /// Makes a paragraph of the body that stands on no line of a file.
    ///
    /// - Parameters:
    ///   - number: The number, or nil for a paragraph without one.
    ///   - text: The text.
    public init(number: Int?, text: String) {
        self.init(
            number: number,
            label: number.map { "\($0)." } ?? "",
            mark: nil,
            heading: nil,
            text: text,
            part: .body,
            firstLine: 0,
            lastLine: 0
        )
    }

    init(
        number: Int?,
        label: String,
        mark: String?,
        heading: String?,
        text: String,
        part: Part,
        firstLine: Int,
        lastLine: Int
    ) {
        self.number = number
        self.label = label
        self.mark = mark
        self.heading = heading
        self.text = text
        self.part = part
        self.firstLine = firstLine
        self.lastLine = lastLine
    }

    private enum CodingKeys: String, CodingKey {
        case number, label, mark, heading, text, part, firstLine, lastLine
    }

    /// Writes every key, with null for what is absent.
    ///
    /// - Parameter encoder: Where to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(label, forKey: .label)
        try container.encode(mark, forKey: .mark)
        try container.encode(heading, forKey: .heading)
        try container.encode(text, forKey: .text)
        try container.encode(part, forKey: .part)
        try container.encode(firstLine, forKey: .firstLine)
        try container.encode(lastLine, forKey: .lastLine)
    }
}
