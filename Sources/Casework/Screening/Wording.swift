/// A text in both languages of the system.
package struct Wording: Codable, Hashable, Sendable {
    /// Spanish, as used in Mexico: the first language of the people who work with it.
    package let es: String
    package let en: String

    package init(es: String, en: String) {
        self.es = es
        self.en = en
    }
}
