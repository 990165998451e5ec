import Testing

@testable import Casework

struct ConsentRuleTests {
    @Test func `a consent says to whom, what and until when`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let id = try bench.perform(
            Bench.consent(encounter, [bench.shelter: [.health], bench.police: []], days: 2),
            by: bench.lead
        )
        let consent = try #require(bench.desk(bench.lead).consents[id]?.consent)
        let end = bench.now.adding(hours: 48)
        #expect(consent.until == end)
        #expect(consent.allowed == [bench.shelter: [.health]])
        #expect(consent.sections(for: bench.shelter, at: bench.now) == [.health])
        #expect(consent.sections(for: bench.police, at: bench.now).isEmpty)
        #expect(consent.sections(for: bench.shelter, at: end).isEmpty)
        #expect(bench.desk(bench.lead).latestConsent(for: encounter) == consent)
        #expect(bench.last?.kind == "consent.recorded")
    }

    @Test func `what is no consent is refused`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let shelter = bench.shelter
        let good = Bench.consent(encounter, [shelter: [.health]])
        let cases: [((inout RecordConsent) -> Void, Refusal)] = [
            ({ $0.encounter = .random() }, .notFound),
            ({ $0.days = 0 }, .invalid(field: "days")),
            ({ $0.days = 366 }, .invalid(field: "days")),
            ({ $0.allowed = [.random(): [.health]] }, .invalid(field: "allowed")),
            ({ $0.language = " " }, .missing(field: "language")),
            ({ $0.purpose = "" }, .missing(field: "purpose")),
            (
                { $0.language = String(repeating: "x", count: 61) },
                .tooLong(field: "language", limit: 60)
            ),
            (
                { $0.present = String(repeating: "x", count: 401) },
                .tooLong(field: "present", limit: 400)
            ),
            (
                { $0.purpose = String(repeating: "x", count: 401) },
                .tooLong(field: "purpose", limit: 400)
            ),
        ]
        for (spoil, refusal) in cases {
            var command = good
            spoil(&command)
            #expect(throws: refusal) {
                try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
            }
        }
        #expect(throws: Refusal.notFound) {
            try good.decide(on: bench.desk(shelter), in: bench.setting(shelter))
        }
        for days in [1, 365] {
            var command = good
            command.days = days
            _ = try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
        }
    }

    @Test func `a refusal needs no purpose, and leaves a notice without a name, once`() throws {
        var bench = Bench()
        let encounter = try bench.meet(.from12to17)
        var refusal = Bench.consent(encounter, [bench.shelter: []])
        refusal.purpose = ""
        for _ in 0..<2 { try bench.perform(refusal, by: bench.lead) }
        let notices = bench.desk(bench.shelter).notices
        #expect(notices.count == 1)
        let expected = Notice(
            month: String(bench.now.iso.prefix(7)),
            isTreatedAsChild: true,
            sex: .female,
            elements: nil
        )
        #expect(notices.first?.fact == .noticeGiven(expected))
        #expect(bench.last?.kind == "consent.refused")
        #expect(bench.desk(bench.lead).encounters[encounter]?.consents.count == 2)
    }

    @Test func `without leave there is no notice, and a yes gives none`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let silent = Bench.consent(encounter, [:], allowsNotice: false)
        try bench.perform(silent, by: bench.lead)
        try bench.perform(Bench.consent(encounter, [bench.shelter: [.health]]), by: bench.lead)
        #expect(bench.desk(bench.lead).notices.isEmpty)
        #expect(bench.desk(bench.lead).encounters[encounter]?.noticeSent == false)
    }

    @Test func `a notice says what the last screening showed`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let screening = try bench.perform(
            StartScreening(encounter: encounter, sets: []),
            by: bench.lead
        )
        try bench.perform(
            ConcludeScreening(screening: screening, next: .informOnly, why: "Enough."),
            by: bench.lead
        )
        try bench.perform(Bench.consent(encounter, [:]), by: bench.lead)
        guard case .noticeGiven(let notice) = bench.desk(bench.lead).notices.first?.fact else {
            Issue.record("no notice")
            return
        }
        let shown = bench.desk(bench.lead).screenings[screening]?.conclusion?.finding.palermo
        #expect(notice.elements == shown?.conclusion)
        #expect(notice.elements != nil)
    }
}

/// What becomes of keys that wait when the person says something else.
struct RenewedConsentTests {
    private func shelterParts(
        after allowed: Set<Section>,
        _ bench: inout Bench
    ) throws -> (dossier: DossierID, parts: Set<CompartmentID>) {
        let (encounter, dossier, referral) = try bench.referred()
        let consent = Bench.consent(encounter, [bench.shelter: allowed])
        try bench.perform(consent, by: bench.lead)
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        return (dossier, bench.parts(dossier, of: bench.shelter))
    }

    @Test(arguments: [
        [Section.identity], [.health], [.identity, .health], [.identity, .legal],
        [.identity, .health, .legal, .journey],
    ])
    func `the newest consent before the answer is the one that counts`(
        allowed: Set<Section>
    ) throws {
        var bench = Bench()
        let (dossier, parts) = try shelterParts(after: allowed, &bench)
        let written: Set<Section> = [.identity, .health, .legal]
        let expected = allowed.intersection(written).compactMap { bench.part($0, of: dossier) }
        #expect(parts == Set(expected))
        // Both desks say so, and no other agency is thought to hold anything.
        for agency in [bench.lead, bench.shelter] {
            let record = try #require(bench.desk(agency).dossiers[dossier])
            for section in Section.allCases {
                let holds = record.holders(of: section).contains(bench.shelter)
                #expect(holds == allowed.intersection(written).contains(section), "\(section)")
            }
        }
    }

    @Test func `after a refusal nothing waits, not even the course`() throws {
        var bench = Bench()
        let (encounter, dossier, referral) = try bench.referred()
        #expect(bench.held[referral]?.count == 3)
        try bench.perform(Bench.consent(encounter, [:]), by: bench.lead)
        #expect(bench.held[referral] == nil)
        #expect(bench.desk(bench.lead).promises[referral]?.parts.isEmpty == true)
        #expect(bench.last?.discards == [referral])
        #expect(bench.parts(dossier, of: bench.shelter).isEmpty)
    }

    @Test func `the end of the new consent is the end of the keys that wait`() throws {
        var bench = Bench()
        let (encounter, _, referral) = try bench.referred()
        let shorter = Bench.consent(encounter, [bench.shelter: [.identity, .health]], days: 1)
        try bench.perform(shorter, by: bench.lead)
        let ends = bench.held[referral]?.compactMap(\.condition?.until)
        #expect(ends == [Moment](repeating: bench.now.adding(hours: 24), count: 3))
    }

    @Test func `what was handed over or declined is not promised again`() throws {
        for accepts in [true, false] {
            var bench = Bench()
            let (encounter, _, referral) = try bench.referred()
            if accepts {
                try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
            } else {
                try bench.perform(
                    DeclineReferral(referral: referral, reason: .full, words: ""),
                    by: bench.shelter
                )
            }
            #expect(bench.held[referral] == nil)
            let promise = bench.desk(bench.lead).promises[referral]
            try bench.perform(Bench.consent(encounter, [bench.shelter: [.legal]]), by: bench.lead)
            #expect(bench.held[referral] == nil)
            #expect(bench.desk(bench.lead).promises[referral] == promise)
        }
    }
}
