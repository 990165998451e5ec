import TestSupport
import Testing

@testable import Casework

/// Which openings are flagged, to whom, and what a flag says.
struct FlagRuleTests {
    /// Ten in the morning by the clocks of central Mexico, or another hour of that day.
    private static func local(hour: Int, minute: Int = 0) throws -> Moment {
        let midnight = try #require(Moment(year: 2026, month: 11, day: 24))
        let utc = midnight.adding(hours: hour - Moment.localHoursFromUTC)
        return Moment(milliseconds: utc.milliseconds + Int64(minute) * 60_000)
    }

    private static func bench() throws -> Bench {
        var bench = Bench()
        bench.now = try local(hour: 10)
        return bench
    }

    private func reviews(_ bench: Bench, _ agency: AgencyID) -> [FlagRecord] {
        bench.desk(agency).flags.values.sorted {
            ($0.stamp?.position ?? 0) < ($1.stamp?.position ?? 0)
        }
    }

    // MARK: The patterns

    @Test func `an opening by somebody who worked on the dossier, by day, is not flagged`() throws {
        var bench = try Self.bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        #expect(try bench.open(dossier, by: bench.lead) == [])
        #expect(try bench.open(dossier, by: bench.shelter) == [])
        for agency in [bench.lead, bench.shelter, bench.commission] {
            #expect(bench.desk(agency).flags.isEmpty)
        }
    }

    @Test func `without a tie it is flagged, once a day, until the member writes`() throws {
        var bench = try Self.bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        let colleague = MemberID.random()
        #expect(try bench.open(dossier, by: bench.shelter, as: colleague) == [.noTie])
        bench.now = bench.now.adding(hours: 5)
        #expect(try bench.open(dossier, by: bench.shelter, as: colleague) == [])
        bench.now = bench.now.adding(hours: 19)
        #expect(try bench.open(dossier, by: bench.shelter, as: colleague) == [.noTie])
        let note = SectionNote(section: .health, text: "Took over.")
        try bench.perform(
            WriteSection(dossier: dossier, note: note),
            by: bench.shelter,
            as: colleague
        )
        bench.now = bench.now.adding(hours: 24)
        #expect(try bench.open(dossier, by: bench.shelter, as: colleague) == [])
    }

    @Test func `to meet, to screen, to record a consent, to refer and to answer are ties`() throws {
        var bench = try Self.bench()
        let members = (0..<6).map { _ in MemberID.random() }
        let encounter = try bench.perform(Bench.meeting(), by: bench.lead, as: members[0])
        try bench.perform(
            StartScreening(encounter: encounter, sets: ["unodc-general"]),
            by: bench.lead,
            as: members[1]
        )
        let consent = Bench.consent(encounter, [bench.shelter: [.health]])
        try bench.perform(consent, by: bench.lead, as: members[2])
        let dossier = try bench.perform(
            OpenDossier(encounter: encounter, notes: Bench.notes),
            by: bench.lead,
            as: members[3]
        )
        let referral = try bench.perform(
            Bench.referral(dossier, to: bench.shelter),
            by: bench.lead,
            as: members[4]
        )
        try bench.perform(
            AcceptReferral(referral: referral, words: ""),
            by: bench.shelter,
            as: members[5]
        )
        for member in members.prefix(5) {
            #expect(bench.desk(bench.lead).isTied(member, to: dossier))
            #expect(!bench.desk(bench.lead).isTied(member, to: .random()))
        }
        #expect(bench.desk(bench.shelter).isTied(members[5], to: dossier))
        let stranger = MemberID.random()
        try bench.open(dossier, by: bench.lead, as: stranger)
        try bench.open(dossier, by: bench.lead, as: stranger)
        // To have read, and to have been flagged, is no tie.
        #expect(!bench.desk(bench.lead).isTied(stranger, to: dossier))
    }

    @Test(arguments: [
        (21, 59, false), (22, 0, true), (23, 30, true), (0, 0, true), (4, 59, true), (5, 0, false),
        (12, 0, false),
    ])
    func `night is from ten to five by the clocks of central Mexico`(
        hour: Int,
        minute: Int,
        isNight: Bool
    ) throws {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        bench.now = try Self.local(hour: 48 + hour, minute: minute)
        #expect(try bench.open(dossier, by: bench.lead) == (isNight ? [.atNight] : []))
    }

    @Test func `whoever arrives at night is read about at night without a flag`() throws {
        var bench = try Self.bench()
        bench.now = try Self.local(hour: 22, minute: 30)
        let (_, dossier, referral) = try bench.referred()
        #expect(try bench.open(dossier, by: bench.lead) == [])
        bench.now = bench.now.adding(hours: 24)
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        bench.now = bench.now.adding(hours: 1)
        #expect(try bench.open(dossier, by: bench.shelter) == [])
        // To the agency that met the person yesterday, they do not arrive tonight.
        #expect(try bench.open(dossier, by: bench.lead) == [.atNight])
        bench.now = bench.now.adding(hours: 24)
        #expect(try bench.open(dossier, by: bench.shelter) == [.atNight])
    }

    @Test func `five readings in two weeks without a line written are flagged, and five more are`()
        throws
    {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        func readFive(_ bench: inout Bench) throws -> [Set<OpeningPattern>] {
            try (0..<5).map { _ in
                bench.now = bench.now.adding(hours: 24)
                return try bench.open(dossier, by: bench.lead)
            }
        }
        #expect(try readFive(&bench) == [[], [], [], [], [.repeated]])
        #expect(try readFive(&bench) == [[], [], [], [], [.repeated]])
        let all = bench.desk(bench.lead).flags.values.compactMap(\.flag?.entries)
        #expect(all.map(\.count) == [5, 5])
        #expect(all[0].isDisjoint(with: all[1]))

        _ = try (0..<4).map { _ in try bench.open(dossier, by: bench.lead) }
        let note = SectionNote(section: .health, text: "Better.")
        try bench.perform(WriteSection(dossier: dossier, note: note), by: bench.lead)
        #expect(try bench.open(dossier, by: bench.lead) == [])
    }

    @Test func `readings spread over more than two weeks are not counted together`() throws {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        for _ in 0..<8 {
            bench.now = bench.now.adding(hours: 24 * 3 + 12)
            bench.now = Moment(milliseconds: bench.now.milliseconds / 86_400_000 * 86_400_000)
                .adding(hours: 16)
            #expect(try bench.open(dossier, by: bench.lead) == [])
        }
    }

    @Test func `eight dossiers in an hour are flagged, and every eight more`() throws {
        var bench = try Self.bench()
        var files: [DossierID] = []
        for _ in 0..<20 { files.append(try bench.opened().dossier) }
        var flagged: [Int] = []
        for (index, dossier) in files.enumerated() {
            bench.now = Moment(milliseconds: bench.now.milliseconds + 60_000)
            let patterns = try bench.open(dossier, by: bench.lead)
            if patterns == [.manyDossiers] { flagged.append(index + 1) }
        }
        #expect(flagged == [8, 16])
        let flags = reviews(bench, bench.lead)
        #expect(flags.map { $0.flag?.entries.count } == [8, 8])
        for dossier in files.prefix(16) {
            #expect(bench.desk(bench.lead).dossiers[dossier]?.flags.count == 1)
        }
        for dossier in files.suffix(4) {
            #expect(bench.desk(bench.lead).dossiers[dossier]?.flags.count == 0)
        }
    }

    @Test func `eight dossiers over a day, or one dossier eight times, are not many in an hour`()
        throws
    {
        var bench = try Self.bench()
        for index in 0..<8 {
            let dossier = try bench.opened().dossier
            bench.now = try Self.local(hour: 8, minute: 9 * index)
            #expect(try bench.open(dossier, by: bench.lead) == [])
        }
        var other = try Self.bench()
        let (_, dossier) = try other.opened()
        let patterns = try (0..<8).map { _ in try other.open(dossier, by: other.lead) }
        #expect(!patterns.contains { $0.contains(.manyDossiers) })
    }

    @Test func `one opening with several patterns leaves one flag that names them`() throws {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        bench.now = bench.now.adding(hours: 13)
        let patterns = try bench.open(dossier, by: bench.lead, as: .random())
        #expect(patterns == [.noTie, .atNight])
        #expect(bench.desk(bench.lead).flags.count == 1)
    }

    // MARK: Who reads them

    @Test func `a flag reaches the leading agency and the commission, which sees no dossier`()
        throws
    {
        var bench = try Self.bench()
        let (_, dossier, referral) = try bench.referred()
        try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
        let colleague = MemberID.random()
        try bench.open(dossier, by: bench.shelter, as: colleague)
        let decision = try #require(bench.last)
        #expect(decision.kind == "opening.flagged")

        for agency in [bench.lead, bench.shelter, bench.commission] {
            let record = try #require(bench.desk(agency).flags.values.first)
            #expect(record.flag?.patterns == [.noTie])
            #expect(record.stamp?.member == colleague)
            #expect(record.stamp?.agency == bench.shelter)
        }
        for agency in [bench.social, bench.police] {
            #expect(bench.desk(agency).flags.isEmpty)
        }
        #expect(bench.desk(bench.lead).dossiers[dossier]?.flags.count == 1)
        let seen = bench.lines(for: bench.commission).map { "\($0.happening.fact)" }
        #expect(bench.desk(bench.commission).dossiers.isEmpty)
        #expect(seen.count == 1)
        #expect(!seen.contains { $0.contains(dossier.description) })
    }

    @Test func `a flag about many dossiers reaches the agency that leads each`() throws {
        var bench = try Self.bench()
        var files: [DossierID] = []
        for index in 0..<8 {
            let lead = index.isMultiple(of: 2) ? bench.lead : bench.police
            let encounter = try bench.perform(Bench.meeting(), by: lead)
            try bench.perform(Bench.consent(encounter, [bench.shelter: [.health]]), by: lead)
            let dossier = try bench.perform(
                OpenDossier(encounter: encounter, notes: Bench.notes),
                by: lead
            )
            let referral = try bench.perform(Bench.referral(dossier, to: bench.shelter), by: lead)
            try bench.perform(AcceptReferral(referral: referral, words: ""), by: bench.shelter)
            files.append(dossier)
        }
        for dossier in files { try bench.open(dossier, by: bench.shelter) }
        for lead in [bench.lead, bench.police] {
            let desk = bench.desk(lead)
            #expect(desk.flags.values.map { $0.flag?.patterns } == [[.manyDossiers]])
            #expect(desk.dossiers.count == 4)
            #expect(desk.dossiers.values.allSatisfy { $0.flags.count == 1 })
        }
    }

    // MARK: What is said of them

    @Test func `a review is read by all who read the flag, and takes nothing away`() throws {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        try bench.open(dossier, by: bench.lead, as: .random())
        let flag = try #require(bench.desk(bench.commission).flags.keys.first)
        try bench.perform(ReviewFlag(flag: flag, words: " Her shift. "), by: bench.lead)
        for agency in [bench.lead, bench.commission] {
            let record = try #require(bench.desk(agency).flags[flag])
            #expect(record.reviews.map(\.fact) == [.flagReviewed(flag, words: "Her shift.")])
            #expect(record.flag?.patterns == [.noTie])
            #expect(record.isReviewed(by: bench.lead))
            #expect(!record.isReviewed(by: bench.commission))
        }
        try bench.perform(ReviewFlag(flag: flag, words: "Seen."), by: bench.commission)
        #expect(bench.desk(bench.lead).flags[flag]?.reviews.count == 2)
    }

    @Test func `nobody reviews a flag about their own opening, or one they cannot see`() throws {
        var bench = try Self.bench()
        let (_, dossier) = try bench.opened()
        let opener = MemberID.random()
        try bench.open(dossier, by: bench.lead, as: opener)
        let flag = try #require(bench.desk(bench.lead).flags.keys.first)
        let review = ReviewFlag(flag: flag, words: "Nothing.")
        #expect(throws: Refusal.ownOpening) {
            try bench.perform(review, by: bench.lead, as: opener)
        }
        #expect(throws: Refusal.notFound) { try bench.perform(review, by: bench.police) }
        #expect(throws: Refusal.missing(field: "words")) {
            try bench.perform(ReviewFlag(flag: flag, words: " "), by: bench.lead)
        }
    }
}
