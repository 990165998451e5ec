import Foundation
import Testing

@testable import Casework

struct CardRuleTests {
    private static func meeting(_ lines: [NoteField: String]) -> RegisterEncounter {
        var command = Bench.meeting()
        command.recognition = lines
        return command
    }

    @Test func `the first card of an agency brings its key, and every other is made under it`()
        throws
    {
        var bench = Bench()
        _ = try bench.opened()
        let key = try #require(bench.desk(bench.lead).cardKey)
        #expect(key.bytes.count == 32)
        let encounter = try bench.perform(Self.meeting([.givenNames: "Ana"]), by: bench.lead)
        let (_, dossier) = try bench.opened()
        #expect(bench.desk(bench.lead).cardKey == key)
        for appearance in [Appearance.encounter(encounter), .dossier(dossier)] {
            #expect(bench.cards(of: appearance) == [PersonCard(bytes: key.bytes + [1])])
        }
        #expect(bench.desk(bench.shelter).cardKey == nil)
        try bench.perform(Self.meeting([.givenNames: "Ana"]), by: bench.shelter)
        #expect(bench.desk(bench.shelter).cardKey != key)
        #expect(bench.desk(bench.shelter).cardKey != nil)
    }

    @Test func `a second key would change nothing`() throws {
        var bench = Bench()
        _ = try bench.opened()
        var desk = bench.desk(bench.lead)
        let key = desk.cardKey
        let stamp = try #require(bench.lines.last?.happening.stamp)
        desk.apply(.cardKeyMade(.random()), stamp: stamp)
        #expect(desk.cardKey == key)
    }

    @Test func `a name at the border goes into the card and into no fact`() throws {
        var bench = Bench()
        let lines: [NoteField: String] = [
            .givenNames: "Xochiquetzalli", .familyNames: "Inventada", .birthDate: "1999-02-03",
            .documentNumber: "Z123456",
        ]
        let encounter = try bench.perform(Self.meeting(lines), by: bench.lead)
        #expect(bench.cards(of: .encounter(encounter)).map { $0.bytes.last } == [4])
        let written = bench.lines.map(\.happening.fact)
        let text = String(decoding: try JSONEncoder().encode(written), as: UTF8.self)
        for value in lines.values { #expect(!text.contains(value)) }
    }

    @Test
    func `without lines there is no card, and of lines only those that an encounter asks for`()
        throws
    {
        var bench = Bench()
        for lines in [[:], [.givenNames: "  "]] as [[NoteField: String]] {
            let encounter = try bench.perform(Self.meeting(lines), by: bench.lead)
            #expect(bench.cards(of: .encounter(encounter)).isEmpty)
        }
        #expect(bench.desk(bench.lead).cardKey == nil)
        for field in NoteField.allCases where !RegisterEncounter.recognisedBy.contains(field) {
            #expect(throws: Refusal.invalid(field: field.rawValue)) {
                try bench.perform(Self.meeting([field: "1"]), by: bench.lead)
            }
        }
        let long = String(repeating: "x", count: 201)
        #expect(throws: Refusal.tooLong(field: "birthDate", limit: 200)) {
            try bench.perform(Self.meeting([.birthDate: long]), by: bench.lead)
        }
    }

    @Test func `each note with named lines is a card of whoever writes it`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        #expect(bench.cards(of: .dossier(dossier)).count == 1)
        let health = SectionNote(section: .health, text: "Better.")
        try bench.perform(WriteSection(dossier: dossier, note: health), by: bench.lead)
        #expect(bench.cards(of: .dossier(dossier)).count == 1)
        let phone = SectionNote(section: .whereabouts, lines: [.telephone: "962 555 0101"])
        try bench.perform(WriteSection(dossier: dossier, note: phone), by: bench.lead)
        #expect(bench.cards(of: .dossier(dossier)).count == 2)
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        try bench.perform(WriteSection(dossier: dossier, note: phone), by: bench.shelter)
        let key = try #require(bench.desk(bench.shelter).cardKey)
        #expect(bench.cards(of: .dossier(dossier)).last == PersonCard(bytes: key.bytes + [1]))
        #expect(bench.last?.facts.last?.compartment == .register(bench.shelter))
    }

    @Test func `a card and its key are read as they were written`() throws {
        let facts: [Fact] = [
            .cardKeyMade(.random()),
            .cardKept(of: .dossier(.random()), PersonCard(bytes: [0, 255, 7])),
            .pairDecided(
                AppearancePair(.dossier(.random()), .encounter(.random())),
                .merged,
                why: "Why"
            ),
        ]
        let written = try JSONEncoder().encode(facts)
        #expect(try JSONDecoder().decode([Fact].self, from: written) == facts)
    }

    @Test func `an encounter is registered over the API without a word on recognition`() throws {
        let text = try JSONEncoder().encode(Bench.meeting())
        #expect(!String(decoding: text, as: UTF8.self).contains("recognition"))
        let read = try JSONDecoder().decode(RegisterEncounter.self, from: text)
        #expect(read.recognition == nil)
    }
}
