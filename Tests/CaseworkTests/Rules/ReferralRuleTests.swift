import Testing

@testable import Casework

struct ReferralRuleTests {
    @Test(arguments: Urgency.allCases)
    func `a referral is due when its urgency says, or when the sender says`(
        urgency: Urgency
    ) throws {
        for hours in [nil, 1, 720] {
            var bench = Bench()
            let (_, dossier) = try bench.opened()
            var command = Bench.referral(dossier, to: bench.shelter)
            command.urgency = urgency
            command.hours = hours
            let id = try bench.perform(command, by: bench.lead)
            let expected = [Urgency.emergency: 1, .urgent: 24, .routine: 72][urgency]
            let record = try #require(bench.desk(bench.shelter).referrals[id])
            let deadline = bench.now.adding(hours: try #require(hours ?? expected))
            #expect(record.referral?.deadline == deadline)
            #expect(!record.missedDeadline(at: deadline))
            #expect(record.missedDeadline(at: Moment(milliseconds: deadline.milliseconds + 1)))
        }
    }

    @Test(arguments: [(24, false), (25, true)])
    func `an answer after the deadline stays late`(hours: Int, isLate: Bool) throws {
        var bench = Bench()
        let (_, _, referral) = try bench.referred()
        bench.now = bench.now.adding(hours: hours)
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        let record = try #require(bench.desk(bench.lead).referrals[referral])
        for later in [0, 1000] {
            #expect(record.missedDeadline(at: bench.now.adding(hours: later)) == isLate)
        }
    }

    @Test func `the queue shows what is needed and no name`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        let seen = bench.desk(bench.shelter)
        #expect(seen.referrals[referral]?.referral?.needs == "A bed tonight.")
        #expect(seen.referrals[referral]?.state == .waiting)
        #expect(seen.dossiers.isEmpty)
        #expect(bench.parts(dossier, of: bench.shelter).isEmpty)
        #expect(bench.desk(bench.social).referrals.isEmpty)
        #expect(bench.desk(bench.lead).promises[referral]?.parts.count == 2)
    }

    @Test func `what is no referral is refused`() throws {
        var bench = Bench()
        let (_, dossier) = try bench.opened()
        let (lead, police, social) = (bench.lead, bench.police, bench.social)
        let cases: [((inout SendReferral) -> Void, Refusal)] = [
            ({ $0.dossier = .random() }, .notFound),
            ({ $0.to = lead }, .referralToOneself),
            ({ $0.to = .random() }, .invalid(field: "to")),
            ({ $0.to = police }, .agencyTakesNoReferrals),
            ({ $0.to = social }, .consentCoversNothing),
            ({ $0.services = [] }, .missing(field: "services")),
            ({ $0.children = -1 }, .invalid(field: "children")),
            ({ $0.children = 31 }, .invalid(field: "children")),
            ({ $0.hours = 0 }, .invalid(field: "hours")),
            ({ $0.hours = 721 }, .invalid(field: "hours")),
            ({ $0.languages = " " }, .missing(field: "languages")),
            ({ $0.needs = "" }, .missing(field: "needs")),
            (
                { $0.languages = String(repeating: "x", count: 201) },
                .tooLong(field: "languages", limit: 200)
            ),
            (
                { $0.needs = String(repeating: "x", count: 2001) },
                .tooLong(field: "needs", limit: 2000)
            ),
        ]
        for (spoil, refusal) in cases {
            var command = Bench.referral(dossier, to: bench.shelter)
            spoil(&command)
            #expect(throws: refusal) {
                try command.decide(on: bench.desk(lead), in: bench.setting(lead))
            }
        }
        let stranger = bench.shelter
        #expect(throws: Refusal.notFound) {
            try Bench.referral(dossier, to: social)
                .decide(on: bench.desk(stranger), in: bench.setting(stranger))
        }
    }

    @Test func `a referral rests on the newest word of the person`() throws {
        var bench = Bench()
        let (encounter, dossier) = try bench.opened()
        let lead = bench.lead
        let send = Bench.referral(dossier, to: bench.shelter)
        let start = bench.now
        bench.now = start.adding(hours: 24 * 30)
        #expect(throws: Refusal.consentExpired) { try bench.perform(send, by: lead) }
        bench.now = start
        try bench.perform(Bench.consent(encounter, [:]), by: lead)
        #expect(throws: Refusal.consentRefused) { try bench.perform(send, by: lead) }
        try bench.perform(Bench.consent(encounter, [bench.shelter: [.journey]]), by: lead)
        #expect(throws: Refusal.consentCoversNothing) { try bench.perform(send, by: lead) }
        try bench.perform(Bench.consent(encounter, [bench.shelter: [.health]]), by: lead)
        try bench.perform(send, by: lead)
    }

    @Test func `one referral waits at one agency, and another may follow a no`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        let (lead, shelter) = (bench.lead, bench.shelter)
        let send = Bench.referral(dossier, to: shelter)
        #expect(throws: Refusal.referralAlreadyWaiting) { try bench.perform(send, by: lead) }
        try bench.perform(
            DeclineReferral(referral: referral, reason: .full, words: ""),
            by: shelter
        )
        #expect(bench.held[referral] == nil)
        let next = try bench.perform(send, by: lead)
        #expect(next != referral)
        #expect(bench.desk(lead).dossiers[dossier]?.referrals == [referral, next])
    }

    @Test func `an agency that was sent a referral cannot pass on what it was not given`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        let shelter = bench.shelter
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: shelter)
        let onward = Bench.referral(dossier, to: bench.social)
        #expect(throws: Refusal.consentMissing) { try bench.perform(onward, by: shelter) }
    }

    @Test func `accepting hands over what was promised, and both desks know`() throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: " Come. "), by: bench.shelter)
        for agency in [bench.lead, bench.shelter] {
            let desk = bench.desk(agency)
            #expect(desk.referrals[referral]?.state == .accepted)
            let record = try #require(desk.dossiers[dossier])
            #expect(record.holders(of: .health) == [bench.lead, bench.shelter])
            #expect(record.holders(of: .legal) == [bench.lead])
        }
        #expect(bench.parts(dossier, of: bench.shelter).count == 2)
    }

    @Test func `only the agency that was asked answers, and once`() throws {
        var bench = Bench()
        let (_, _, referral) = try bench.referred()
        let shelter = bench.shelter
        let yes = AcceptReferral(referral: referral, words: "")
        let no = DeclineReferral(referral: referral, reason: .full, words: "")
        for agency in [bench.lead, bench.social, bench.police] {
            #expect(throws: Refusal.notFound) { try bench.perform(yes, by: agency) }
            #expect(throws: Refusal.notFound) { try bench.perform(no, by: agency) }
        }
        #expect(throws: Refusal.notFound) {
            try bench.perform(AcceptReferral(referral: .random(), words: ""), by: shelter)
        }
        try bench.perform(yes, by: shelter)
        #expect(throws: Refusal.referralAlreadyAnswered) { try bench.perform(yes, by: shelter) }
        #expect(throws: Refusal.referralAlreadyAnswered) { try bench.perform(no, by: shelter) }
    }

    @Test(arguments: DeclineReason.allCases)
    func `a no has a reason, and words when the reason is another`(reason: DeclineReason) throws {
        var bench = Bench()
        let (_, dossier, referral) = try bench.referred()
        let shelter = bench.shelter
        let long = String(repeating: "x", count: 2001)
        for (words, refusal) in [
            (long, Refusal.tooLong(field: "words", limit: 2000)),
            ("", .missing(field: "words")),
        ] where !words.isEmpty || reason == .other {
            #expect(throws: refusal) {
                try bench.perform(
                    DeclineReferral(referral: referral, reason: reason, words: words),
                    by: shelter
                )
            }
        }
        let words = reason == .other ? "The road is closed." : ""
        try bench.perform(
            DeclineReferral(referral: referral, reason: reason, words: words),
            by: shelter
        )
        #expect(
            bench.desk(bench.lead).referrals[referral]?.state == .declined(reason, words: words)
        )
        #expect(bench.parts(dossier, of: shelter).isEmpty)
    }

    @Test func `an acceptance with too many words is refused`() throws {
        var bench = Bench()
        let (_, _, referral) = try bench.referred()
        let shelter = bench.shelter
        let long = String(repeating: "x", count: 2001)
        #expect(throws: Refusal.tooLong(field: "words", limit: 2000)) {
            try bench.perform(AcceptReferral(referral: referral, words: long), by: shelter)
        }
    }
}
