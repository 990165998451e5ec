/// Something that a telegram seems to state, for a person to accept, edit or reject.
public struct Draft: Codable, Hashable, Identifiable, Sendable {
    /// The kinds of statement that are looked for.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case organization, person, challenge, remedy, programme, figure, date, place
    }

    /// What a statement says beyond its title; each field serves some kinds only.
    public struct Detail: Codable, Hashable, Sendable {
        /// An organization's acronym, such as `CNDH`.
        public var acronym: String?
        /// A person's office, such as `Chiapas Attorney General`.
        public var office: String?
        /// A figure's amount.
        public var amount: Double?
        /// What a figure counts, such as `migrants`; `dollars` and `percent` among others.
        public var unit: String?
        /// The time over which a figure is counted, such as `day`.
        public var per: String?
        /// The words that make a figure inexact, such as `about`.
        public var qualifier: String?
        /// A date's first day, as `2006-06-14`; nil when the year cannot be known.
        public var from: String?
        /// A date's last day, in the same form.
        public var through: String?

        /// Makes a detail that says nothing.
        public init() {}
    }

    /// A name that is the same whenever the same telegram is drafted from.
    public let id: String
    /// The kind of statement.
    public let kind: Kind
    /// What is stated, in the telegram's words until a person edits it.
    public var title: String
    /// What it says beyond its title.
    public var detail: Detail
    /// The place of its paragraph in ``Telegram/paragraphs``, counted from 1.
    public let paragraph: Int
    /// Where its words stand in the paragraph's text: offsets in the text's UTF-8 bytes.
    public let range: Range<Int>
}
