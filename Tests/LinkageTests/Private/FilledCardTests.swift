import Testing

@testable import Linkage

struct FilledCardTests {
    private static let key = RecognitionKey(bytes: [UInt8](repeating: 7, count: 32))

    private static func card(_ fields: PersonFields) throws -> RecognitionCard {
        RecognitionCard(fields, key: try #require(key))
    }

    private static let all = PersonFields(
        givenNames: "Xochiquetzalli",
        surnames: "Tlalocinventa Ahuacatl",
        otherNames: "Florecita",
        birthDate: "1999-03-02",
        sex: "female",
        nationality: "HN",
        document: "Z1234567",
        phone: "962 555 0101"
    )

    @Test func `a card filled from nothing, or nothing filled from a card, is that card`() throws {
        let (full, empty) = (try Self.card(Self.all), try Self.card(PersonFields()))
        #expect(full.filled(from: empty) == full)
        #expect(empty.filled(from: full) == full)
        #expect(full.filled(from: full) == full)
    }

    @Test func `what each card alone knows is known of both together`() throws {
        var first = PersonFields()
        first.surnames = Self.all.surnames
        first.birthDate = Self.all.birthDate
        first.document = Self.all.document
        var second = Self.all
        second.surnames = ""
        second.birthDate = ""
        second.document = ""
        let filled = try Self.card(second).filled(from: try Self.card(first))
        let full = try Self.card(Self.all)
        let likeness = filled.likeness(to: full)
        #expect(likeness.agreements == full.likeness(to: full).agreements)
        #expect(filled.keys == full.keys)
    }

    @Test func `what was corrected later is not mixed with what it corrects`() throws {
        var corrected = PersonFields()
        corrected.givenNames = "Citlalinventa"
        corrected.birthDate = "1998"
        let filled = try Self.card(corrected).filled(from: try Self.card(Self.all))
        let old = filled.likeness(to: try Self.card(Self.all))
        #expect(old.agreement(of: .givenNames) == .different)
        #expect(old.agreement(of: .surnames) == .sameTwice)
        #expect(old.agreement(of: .birthDate) == .nearYear)
        let new = filled.likeness(to: try Self.card(corrected))
        #expect(new.agreement(of: .givenNames) == .same)
        #expect(new.agreement(of: .birthDate) == .sameYear)
    }

    @Test func `the keys of one person meet under other spellings, and never under another key`()
        throws
    {
        var again = Self.all
        again.givenNames = "Xochiquetzali"
        again.document = ""
        again.phone = ""
        #expect(!(try Self.card(again)).keys.isDisjoint(with: try Self.card(Self.all).keys))
        let other = PersonFields(givenNames: "Bruno", surnames: "Quux", birthDate: "1971-11-30")
        #expect((try Self.card(other)).keys.isDisjoint(with: try Self.card(Self.all).keys))
        #expect(try Self.card(PersonFields()).keys.isEmpty)
        let foreign = try #require(RecognitionKey(bytes: [UInt8](repeating: 8, count: 32)))
        let theirs = RecognitionCard(Self.all, key: foreign).keys
        // Short codes meet by chance now and then; as many as these never do.
        #expect(theirs.intersection(try Self.card(Self.all).keys).count <= 1)
    }
}
