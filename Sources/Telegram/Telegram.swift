/// A diplomatic telegram, as read from its text.
///
/// Every field is optional or may be empty, because released copies lack any of them. What could
/// not be placed is in ``notes``; ``lines`` accounts for every byte of the file.
public struct Telegram: Codable, Hashable, Sendable {
    /// The number by which the telegram is known, such as `06MEXICO3423`.
    public var reference: String?
    /// When the telegram was sent: format line 5.
    public var dateTime: TelegramTime?
    /// The precedence for action addressees.
    public var precedence: Precedence?
    /// The precedence for information addressees, when another was given.
    public var informationPrecedence: Precedence?
    /// Who sent it: format line 6, with the routing indicator of format line 3.
    public var originator: Station?
    /// Who is to act: format line 7.
    public var action: [Addressee] = []
    /// Who is informed: format line 8.
    public var information: [Addressee] = []
    /// Who is left out of a collective: format line 9.
    public var exempted: [Addressee] = []
    /// The classification.
    public var classification: Classification?
    /// Captions and passing instructions, each once, in order (5 FAH-2 H-440).
    public var captions: [String] = []
    /// Subject and country codes.
    public var tags: [TelegramTag] = []
    /// The subject.
    public var subject: String?
    /// The part of the telegram that this is, when it was sent in parts.
    public var section: TelegramSection?
    /// The paragraphs, in order.
    public var paragraphs: [TelegramParagraph] = []
    /// Who signed.
    public var signature: String?
    /// Format line 1.
    public var transmission: Transmission?
    /// The stations that deliver the telegram: format line 2.
    public var deliverTo: [Station] = []
    /// Format line 3.
    public var filing: Filing?
    /// Format line 4: the signals to operators, such as `ZNR UUUUU ZZH`.
    public var instructions: String?
    /// The executive order on classified information, and what is said under it.
    public var executiveOrder: ExecutiveOrder?
    /// Who classified the telegram and why, as printed.
    public var classifiedBy: String?
    /// The documents it refers to.
    public var references: [TelegramReference] = []
    /// Facts that stand in more than one place, and whether those agree.
    public var checks: [TelegramCheck] = []
    /// What was repaired, doubted or left over, in order of line.
    public var notes: [TelegramNote] = []
    /// Every line of the file, with its bytes and use, in order.
    public var lines: [TelegramLine] = []

    /// Makes a telegram in which nothing has been read.
    public init() {}

    private enum CodingKeys: String, CodingKey {
        case reference, dateTime, precedence, informationPrecedence, originator, action, information
        case exempted, classification, captions, tags, subject, section, paragraphs, signature
        case transmission, deliverTo, filing, instructions, executiveOrder, classifiedBy
        case references, checks, notes, lines
    }

    /// Writes every key, with null for what is absent.
    ///
    /// - Parameter encoder: Where to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reference, forKey: .reference)
        try container.encode(dateTime, forKey: .dateTime)
        try container.encode(precedence, forKey: .precedence)
        try container.encode(informationPrecedence, forKey: .informationPrecedence)
        try container.encode(originator, forKey: .originator)
        try container.encode(action, forKey: .action)
        try container.encode(information, forKey: .information)
        try container.encode(exempted, forKey: .exempted)
        try container.encode(classification, forKey: .classification)
        try container.encode(captions, forKey: .captions)
        try container.encode(tags, forKey: .tags)
        try container.encode(subject, forKey: .subject)
        try container.encode(section, forKey: .section)
        try container.encode(paragraphs, forKey: .paragraphs)
        try container.encode(signature, forKey: .signature)
        try container.encode(transmission, forKey: .transmission)
        try container.encode(deliverTo, forKey: .deliverTo)
        try container.encode(filing, forKey: .filing)
        try container.encode(instructions, forKey: .instructions)
        try container.encode(executiveOrder, forKey: .executiveOrder)
        try container.encode(classifiedBy, forKey: .classifiedBy)
        try container.encode(references, forKey: .references)
        try container.encode(checks, forKey: .checks)
        try container.encode(notes, forKey: .notes)
        try container.encode(lines, forKey: .lines)
    }
}
