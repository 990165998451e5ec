#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a person can be found again by, on its way from a form to a card; it is kept nowhere.
package struct PersonLines: Hashable, Sendable {
    package let lines: [NoteField: String]
    package let sex: Sex
    /// ISO 3166-1 alpha-2, or `nil` when it is not known.
    package let nationality: String?

    package init(lines: [NoteField: String], sex: Sex, nationality: String?) {
        self.lines = lines.filter { !$0.value.isEmpty }
        self.sex = sex
        self.nationality = nationality
    }
}

/// The secret of an agency under which its cards are made: 32 random bytes, a fact of its register.
///
/// Cards of two keys have nothing in common, so no agency can compare its cards with another's.
package struct CardKey: Hashable, Codable, Sendable {
    package let bytes: [UInt8]

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A key that nobody can guess.
    package static func random() -> CardKey {
        var generator = SystemRandomNumberGenerator()
        return CardKey(
            unchecked: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        )
    }
}

/// A person's names, dates and numbers in a form that can be compared under the agency's key and
/// never read: whoever has the key can try a name against it, and nobody else can.
///
/// What the bytes are is for the room above to know; here they are only kept.
package struct PersonCard: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension PersonCard: Codable {
    package init(from decoder: any Decoder) throws {
        bytes = Array(try decoder.singleValueContainer().decode(Data.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Data(bytes))
    }
}

/// Makes a card under a key; `nil` when the lines say nothing that a person is found by.
package typealias CardMaker = @Sendable (PersonLines, CardKey) -> PersonCard?

extension Decision {
    /// Keeps a card of a person in the agency's register; the agency's first one brings the key.
    mutating func keepCard(
        of appearance: Appearance,
        _ lines: PersonLines,
        on desk: Desk,
        in setting: Setting
    ) {
        guard !lines.lines.isEmpty else { return }
        let key = desk.cardKey ?? .random()
        guard let card = setting.makeCard(lines, key) else { return }
        if desk.cardKey == nil {
            facts.append(Placed(.cardKeyMade(key), in: setting.register))
        }
        facts.append(Placed(.cardKept(of: appearance, card), in: setting.register))
    }
}
