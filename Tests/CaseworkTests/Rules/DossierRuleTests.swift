import Testing

@testable import Casework

struct DossierRuleTests {
    @Test func `a dossier opens with a part for each section that says something`() throws {
        var bench = Bench()
        let (encounter, dossier) = try bench.opened()
        let record = try #require(bench.desk(bench.lead).dossiers[dossier])
        #expect(record.lead == bench.lead)
        #expect(record.encounter == encounter)
        #expect(record.sections == [.identity, .health, .legal])
        #expect(record.parts.values.allSatisfy { $0.agency == bench.lead })
        #expect(Set(record.parts.keys).count == 3)
        #expect(bench.desk(bench.lead).encounters[encounter]?.dossier == dossier)
        #expect(bench.desk(bench.shelter).dossiers.isEmpty)
    }

    @Test func `no word of a section is written anywhere but in its section`() throws {
        var bench = Bench()
        _ = try bench.opened()
        for placed in bench.last?.facts ?? [] {
            if case .noted = placed.fact {
                #expect(placed.compartment.needsOpening)
            } else {
                #expect(!placed.compartment.needsOpening)
                #expect(!"\(placed.fact)".contains("Fever"))
                #expect(!"\(placed.fact)".contains("Xochiquetzalli"))
            }
        }
    }

    @Test func `there is no dossier without a yes that still holds`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let lead = bench.lead
        let open = OpenDossier(encounter: encounter, notes: Bench.notes)
        #expect(throws: Refusal.consentMissing) { try bench.perform(open, by: lead) }
        try bench.perform(Bench.consent(encounter, [:]), by: lead)
        #expect(throws: Refusal.consentRefused) { try bench.perform(open, by: lead) }
        let consent = Bench.consent(encounter, [bench.shelter: [.health]], days: 1)
        try bench.perform(consent, by: lead)
        let start = bench.now
        bench.now = start.adding(hours: 24)
        #expect(throws: Refusal.consentExpired) { try bench.perform(open, by: lead) }
        bench.now = Moment(milliseconds: bench.now.milliseconds - 1)
        try bench.perform(open, by: lead)
        #expect(throws: Refusal.dossierAlreadyOpen) { try bench.perform(open, by: lead) }
    }

    @Test func `what is no dossier is refused`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        try bench.perform(Bench.consent(encounter, [bench.shelter: [.health]]), by: bench.lead)
        let long = String(repeating: "x", count: 15_001)
        let cases: [([SectionNote], Refusal)] = [
            ([], .sectionEmpty),
            ([SectionNote(section: .health, text: "  ")], .sectionEmpty),
            (
                [SectionNote(section: .health, lines: [.givenNames: "Ana"])],
                .invalid(field: "givenNames")
            ),
            (
                [SectionNote(section: .identity, lines: [.telephone: "1"])],
                .invalid(field: "telephone")
            ),
            (
                [SectionNote(section: .health, text: long)],
                .tooLong(field: "health", limit: 15_000)
            ),
            (
                [SectionNote(section: .identity, lines: [.birthDate: String(long.prefix(201))])],
                .tooLong(field: "birthDate", limit: 200)
            ),
        ]
        for (notes, refusal) in cases {
            let command = OpenDossier(encounter: encounter, notes: notes)
            #expect(throws: refusal) {
                try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
            }
        }
        for agency in [bench.shelter, bench.police] {
            let command = OpenDossier(encounter: encounter, notes: Bench.notes)
            #expect(throws: Refusal.notFound) {
                try command.decide(on: bench.desk(agency), in: bench.setting(agency))
            }
        }
    }

    @Test func `more is written in the part that is there, and a new section begins a part`()
        throws
    {
        var bench = Bench()
        let (_, dossier) = try bench.opened()
        let before = try #require(bench.desk(bench.lead).dossiers[dossier]).parts
        for section: Section in [.health, .journey] {
            let note = SectionNote(section: section, text: "More.")
            try bench.perform(WriteSection(dossier: dossier, note: note), by: bench.lead)
        }
        let record = try #require(bench.desk(bench.lead).dossiers[dossier])
        #expect(record.parts.count == before.count + 1)
        #expect(record.parts(of: .health, heldBy: bench.lead).count == 1)
        let health = record.parts(of: .health, heldBy: bench.lead)
        #expect(record.notesWritten(in: health) == 2)
    }

    @Test func `a second agency writes in a part of its own`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        let note = SectionNote(section: .health, text: "Rested.")
        try bench.perform(WriteSection(dossier: dossier, note: note), by: bench.shelter)
        let record = try #require(bench.desk(bench.lead).dossiers[dossier])
        #expect(record.parts(of: .health, heldBy: bench.lead).count == 1)
        #expect(record.parts(of: .health, heldBy: bench.shelter).count == 2)
    }

    @Test func `what cannot be written is refused`() throws {
        var bench = Bench()
        let (_, dossier) = try bench.opened()
        let (lead, shelter) = (bench.lead, bench.shelter)
        let note = SectionNote(section: .health, text: "More.")
        #expect(throws: Refusal.notFound) {
            try bench.perform(WriteSection(dossier: .random(), note: note), by: lead)
        }
        #expect(throws: Refusal.notFound) {
            try bench.perform(WriteSection(dossier: dossier, note: note), by: shelter)
        }
        #expect(throws: Refusal.sectionEmpty) {
            let empty = SectionNote(section: .health, text: "\n")
            try bench.perform(WriteSection(dossier: dossier, note: empty), by: lead)
        }
        #expect(throws: Refusal.invalid(field: "givenNames")) {
            let astray = SectionNote(section: .legal, lines: [.givenNames: "Ana"])
            try bench.perform(WriteSection(dossier: dossier, note: astray), by: lead)
        }
    }

    @Test func `an opening says what for, and everybody on the course sees it`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        let command = OpenSections(
            dossier: dossier,
            sections: [.health],
            purpose: .care,
            words: " Fever "
        )
        let opening = try bench.perform(command, by: bench.shelter)
        #expect(opening.parts == Set([bench.part(.health, of: dossier)].compactMap { $0 }))
        let lastSeen = bench.desk(bench.lead).timeline(of: dossier).last
        #expect(lastSeen?.fact == .sectionsOpened(opening))
        #expect(opening.words == "Fever")
        #expect(opening.sections == [.health])
        #expect(lastSeen?.stamp.agency == bench.shelter)
    }

    @Test func `what is not held is not opened`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        let (lead, shelter) = (bench.lead, bench.shelter)
        func open(_ section: Section, _ words: String = "") -> OpenSections {
            OpenSections(dossier: dossier, sections: [section], purpose: .care, words: words)
        }
        #expect(throws: Refusal.notFound) { try bench.perform(open(.health), by: shelter) }
        #expect(throws: Refusal.sectionNotHeld) { try bench.perform(open(.journey), by: lead) }
        #expect(throws: Refusal.tooLong(field: "words", limit: 400)) {
            try bench.perform(open(.health, String(repeating: "x", count: 401)), by: lead)
        }
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: shelter)
        #expect(throws: Refusal.sectionNotHeld) { try bench.perform(open(.legal), by: shelter) }
    }
}
