import Casework
import Coalition
import Ledger
import TestSupport

/// A year of a coalition's work, drawn from a seed: people are met, consent or refuse, are referred,
/// accepted or not, and read about, by day and by night, by those who should and by one who should not.
///
/// It keeps all that must not be found in the public log, and all identifiers.
final class SimulatedYear: @unchecked Sendable {
    let store: SQLiteStore
    let verifier: NoteVerifier
    private(set) var people: [InventedPerson] = []
    /// The 16 bytes of whatever was made: encounters, consents, dossiers, referrals.
    private(set) var identifiers: [[UInt8]] = []
    private(set) var flags = 0

    private let node: Node
    private let clock: TestClock
    private var generator: SplitMix64
    private var files: [File] = []
    private var officers: [Member] = []
    private var shelters: [[Member]] = []
    private var coordinator: Member

    /// A dossier and those who may read in it.
    private struct File {
        let dossier: DossierID
        let encounter: EncounterID
        let officer: Int
        var shelter: Int?
        var caseworker = 0
    }

    static let origin = "year.test/log"

    private static let first = Task { try await SimulatedYear.lived(seed: 3423) }

    /// One year, lived once for the tests that only read it.
    static var shared: SimulatedYear {
        get async throws { try await first.value }
    }

    /// What the agencies' own members are called.
    var memberNames: [String] {
        ["founder", "north", "south", "snoop", "house", "home", "rights", "house.day"].map {
            World.member($0, []).name
        }
    }

    private static func lived(seed: UInt64, days: Int = 365) async throws -> SimulatedYear {
        let year = try await SimulatedYear(seed: seed)
        for _ in 0..<days { try await year.liveDay() }
        year.flags = try await year.node.read(.seeFlags, by: year.coordinator) { desk, _, _ in
            desk.flags.count
        }
        return year
    }

    private init(seed: UInt64) async throws {
        generator = SplitMix64(seed: seed)
        store = try SQLiteStore.inMemory()
        clock = TestClock()
        let key = SigningKey()
        verifier = try NoteVerifier(name: Self.origin, key: key.key)
        try Founding.found(
            name: "A year",
            agency: NewAgency(
                name: "Border",
                kind: .immigration,
                coordinator: World.member("founder", [.coordinator])
            ),
            isDemo: true,
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: World.cost,
            now: clock.now
        )
        node = try Node(
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: World.cost,
            clock: { [clock] in clock.now }
        )
        coordinator = try await node.signIn(name: "founder", password: World.password)
        for name in ["north", "south", "snoop"] {
            officers.append(try await enrol(name, [.officer], by: coordinator))
        }
        for name in ["house", "home"] {
            let admitted = NewAgency(
                name: name,
                kind: .shelter,
                coordinator: World.member(name, [.coordinator])
            )
            _ = try await node.admit(admitted, by: coordinator)
            let lead = try await node.signIn(name: name, password: World.password)
            var team: [Member] = []
            for member in ["day", "night"] {
                team.append(try await enrol("\(name).\(member)", [.caseworker], by: lead))
            }
            shelters.append(team)
        }
        let commission = NewAgency(
            name: "Rights",
            kind: .commission,
            coordinator: World.member("rights", [.coordinator])
        )
        _ = try await node.admit(commission, by: coordinator)
    }

    private func enrol(_ name: String, _ roles: Set<Role>, by lead: Member) async throws -> Member {
        _ = try await node.enrol(World.member(name, roles), by: lead)
        return try await node.signIn(name: name, password: World.password)
    }

    // MARK: A day

    private func liveDay() async throws {
        for _ in 0..<24 {
            clock.advance(hours: 1)
            guard chance(10) else { continue }
            switch draw(0...9) {
            case 0...3: try await meet()
            case 4...5: try await answer()
            case 6: try await snoop()
            default: try await care()
            }
            try await node.publish(await node.signedCheckpoint().note)
        }
    }

    private func meet() async throws {
        let officer = draw(0...1)
        let person = InventedPerson(using: &generator)
        people.append(person)
        let encounter = try await node.perform(
            RegisterEncounter(
                place: person.place,
                direction: .northbound,
                travel: .onFoot,
                nationality: "HN",
                ageBand: .from18to29,
                sex: .female,
                discovery: .ownWork,
                incidents: [],
                account: "Says: \(person.fullName)",
                recognition: chance(60) ? person.identity : nil
            ),
            by: officers[officer]
        )
        identifiers.append(encounter.bytes)
        try await compare(.encounter(encounter), by: officers[officer])
        if chance(15) { return }
        let refuses = chance(20)
        let shelter = draw(0...1)
        let allowed: Set<Section> = Set(Section.allCases.filter { _ in chance(60) })
        let consent = try await node.perform(
            RecordConsent(
                encounter: encounter,
                language: "spa",
                givenBy: .person,
                interpreter: .notNeeded,
                present: "",
                purpose: person.fullName,
                allowed: refuses ? [:] : [shelters[shelter][0].agency: allowed],
                days: draw(5...200),
                allowsNotice: chance(50)
            ),
            by: officers[officer]
        )
        identifiers.append(consent.bytes)
        guard !refuses, !allowed.isEmpty else { return }
        try await open(encounter, person, officer, shelter)
    }

    /// Now and then an officer says of two that they are, or are not, the same person, or takes it back.
    private func compare(_ appearance: Appearance, by officer: Member) async throws {
        guard chance(30), let other = files.randomElement(using: &generator) else { return }
        for verdict in [chance(50) ? PairVerdict.merged : .keptApart]
            + (chance(30) ? [.undone] : [])
        {
            try await node.perform(
                DecidePair(
                    one: appearance,
                    other: .dossier(other.dossier),
                    verdict: verdict,
                    why: people.last?.fullName ?? "Why",
                    isSure: true
                ),
                by: officer
            )
        }
    }

    private func open(
        _ encounter: EncounterID,
        _ person: InventedPerson,
        _ officer: Int,
        _ shelter: Int
    ) async throws {
        let others = Section.allCases.filter { $0 != .identity && chance(40) }
        let dossier = try await node.perform(
            OpenDossier(
                encounter: encounter,
                notes: [SectionNote(section: .identity, lines: person.identity)]
                    + others.map { person.note(in: $0) }
            ),
            by: officers[officer]
        )
        identifiers.append(dossier.bytes)
        files.append(File(dossier: dossier, encounter: encounter, officer: officer))
        let referral = try? await node.perform(
            SendReferral(
                dossier: dossier,
                to: shelters[shelter][0].agency,
                services: [.shelter],
                urgency: .routine,
                hours: nil,
                languages: "spa",
                children: 0,
                needs: "For \(person.givenNames)"
            ),
            by: officers[officer]
        )
        if let referral { identifiers.append(referral.bytes) }
    }

    private func answer() async throws {
        let shelter = draw(0...1)
        let worker = draw(0...1)
        let member = shelters[shelter][worker]
        let waiting = try await node.read(.seeReferrals, by: member) { desk, _, _ in
            desk.referrals.values.filter { $0.state == .waiting && $0.referral?.to == desk.agency }
                .compactMap(\.sent).min()?.position
        }
        guard let waiting else { return }
        let id = try await node.read(.seeReferrals, by: member) { desk, _, _ in
            desk.referrals.values.first { $0.sent?.position == waiting }?.id
        }
        guard let id else { return }
        let accepts = chance(75)
        if accepts {
            let accept = AcceptReferral(referral: id, words: "Yes.")
            guard (try? await node.perform(accept, by: member)) != nil else { return }
            let dossier = try await node.read(.seeDossiers, by: member) { desk, _, _ in
                desk.dossier(of: id)?.id
            }
            guard let index = files.firstIndex(where: { $0.dossier == dossier }) else { return }
            files[index].shelter = shelter
            files[index].caseworker = worker
        } else {
            try await node.perform(
                DeclineReferral(referral: id, reason: .full, words: ""),
                by: member
            )
        }
    }

    /// Somebody who serves the person reads, and mostly writes.
    private func care() async throws {
        guard let file = files.suffix(40).randomElement(using: &generator) else { return }
        let member =
            file.shelter.map { shelters[$0][chance(80) ? file.caseworker : 1 - file.caseworker] }
            ?? officers[file.officer]
        try await read(file, by: member)
        guard chance(60) else { return }
        let note = SectionNote(section: .assistance, text: "Seen again.")
        try await node.perform(WriteSection(dossier: file.dossier, note: note), by: member)
        // The second reading of the sitting is the first one's entry.
        try await read(file, by: member)
    }

    /// An officer reads what is none of their business, now and then a lot of it.
    private func snoop() async throws {
        for file in files.shuffled(using: &generator).prefix(chance(5) ? 10 : 1) {
            try await read(file, by: officers[2])
        }
    }

    private func read(_ file: File, by member: Member) async throws {
        let sections = Set(Section.allCases.filter { _ in chance(40) })
        for wanted in [sections, [.identity]] {
            let command = OpenSections(
                dossier: file.dossier,
                sections: wanted,
                purpose: .care,
                words: ""
            )
            // What the agency does not hold is refused, as it should be.
            if (try? await node.open(command, by: member)) != nil { return }
        }
    }

    // MARK: Chance

    private func chance(_ percent: Int) -> Bool { draw(1...100) <= percent }
    private func draw(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
}
