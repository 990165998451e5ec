import Casework
import Foundation
import Ledger
import Testing
import Vault

@testable import Coalition

/// Finding the same person again inside one agency, without opening anything.
struct SamePersonTests {
    /// One invented woman, written down in two ways, and somebody else.
    private static let hers: [NoteField: String] = [
        .givenNames: "Xochiquetzalli Amapola", .familyNames: "Tlalocinventa Ahuacatl",
        .birthDate: "1999-03-02",
    ]
    private static let hersAgain: [NoteField: String] = [
        .givenNames: "Xochiquetzali Amapola", .familyNames: "Tlalocinventa Aguacatl",
        .birthDate: "1999-03-02",
    ]
    private static let others: [NoteField: String] = [
        .givenNames: "Bruno", .familyNames: "Zzyzzinventado Quux", .birthDate: "1971-11-30",
    ]

    private static func meet(
        _ world: World,
        _ lines: [NoteField: String]?
    ) async throws -> EncounterID {
        try await world.node.perform(
            RegisterEncounter(
                place: "Tapachula",
                direction: .northbound,
                travel: .raft,
                nationality: "HN",
                ageBand: .from18to29,
                sex: .female,
                discovery: .ownWork,
                incidents: [],
                account: "",
                recognition: lines
            ),
            by: world.officer
        )
    }

    private static func dossier(
        _ world: World,
        _ lines: [NoteField: String],
        met: [NoteField: String]? = nil
    ) async throws -> DossierID {
        let encounter = try await meet(world, met)
        try await world.consent(encounter, [world.shelter: [.identity, .health]])
        return try await world.node.perform(
            OpenDossier(
                encounter: encounter,
                notes: [SectionNote(section: .identity, lines: lines)]
            ),
            by: world.officer
        )
    }

    private static func found(
        _ world: World,
        _ appearance: Appearance,
        by member: Member? = nil
    ) async throws -> [Appearance] {
        try await world.node.candidates(for: appearance, by: member ?? world.officer)
            .map(\.appearance)
    }

    private static func decide(
        _ world: World,
        _ one: Appearance,
        _ other: Appearance,
        _ verdict: PairVerdict
    ) async throws {
        try await world.node.perform(
            DecidePair(one: one, other: other, verdict: verdict, why: "Why", isSure: false),
            by: world.officer
        )
    }

    // MARK: Finding

    @Test func `a dossier under another spelling is found, and another person is not`()
        async throws
    {
        let world = try await World()
        let first = Appearance.dossier(try await Self.dossier(world, Self.hers))
        let other = Appearance.dossier(try await Self.dossier(world, Self.others))
        let second = Appearance.dossier(try await Self.dossier(world, Self.hersAgain))
        #expect(try await Self.found(world, second) == [first])
        #expect(try await Self.found(world, first) == [second])
        #expect(try await Self.found(world, other).isEmpty)
        let pair = AppearancePair(first, second)
        let resemblance = try #require(
            try await world.node.resemblance(pair, by: world.officer)
        )
        let degrees = Dictionary(
            resemblance.agreements.map { ($0.trait, $0.degree) }
        ) { first, _ in first }
        #expect(degrees[.birthDate] == .same)
        #expect(degrees[.surnames] == .alike)
        #expect(degrees[.phone] == nil)
        let apart = AppearancePair(first, other)
        let unlike = try await world.node.resemblance(apart, by: world.officer)
        #expect(unlike?.likelihood == .unlikely)
    }

    @Test
    func `encounters are found by what was said at the border, and one without lines by nobody`()
        async throws
    {
        let world = try await World()
        let first = Appearance.encounter(try await Self.meet(world, Self.hers))
        let silent = Appearance.encounter(try await Self.meet(world, nil))
        let second = Appearance.encounter(try await Self.meet(world, Self.hersAgain))
        #expect(try await Self.found(world, first) == [second])
        #expect(try await Self.found(world, silent).isEmpty)
        let pair = AppearancePair(first, silent)
        #expect(try await world.node.resemblance(pair, by: world.officer) == nil)
    }

    @Test
    func `a dossier is found by its encounter's card too, and its own encounter is nobody else`()
        async throws
    {
        let world = try await World()
        let first = Appearance.encounter(try await Self.meet(world, Self.hers))
        let short: [NoteField: String] = [.otherNames: "Flor"]
        let dossier = try await Self.dossier(world, short, met: Self.hersAgain)
        #expect(try await Self.found(world, .dossier(dossier)) == [first])
        #expect(try await Self.found(world, first) == [.dossier(dossier)])
    }

    @Test func `what is written later is compared as well`() async throws {
        let world = try await World()
        let first = Appearance.dossier(try await Self.dossier(world, Self.hers))
        let second = try await Self.dossier(world, [.otherNames: "Flor"])
        #expect(try await Self.found(world, .dossier(second)).isEmpty)
        try await world.node.perform(
            WriteSection(
                dossier: second,
                note: SectionNote(section: .identity, lines: Self.hersAgain)
            ),
            by: world.officer
        )
        #expect(try await Self.found(world, .dossier(second)) == [first])
        #expect(try await Self.found(world, first) == [.dossier(second)])
    }

    @Test func `what was decided is not asked again, and is asked once more when it is undone`()
        async throws
    {
        let world = try await World()
        let first = Appearance.dossier(try await Self.dossier(world, Self.hers))
        let second = Appearance.dossier(try await Self.dossier(world, Self.hersAgain))
        let third = Appearance.encounter(try await Self.meet(world, Self.hers))
        #expect(Set(try await Self.found(world, third)) == [first, second])
        try await Self.decide(world, first, second, .merged)
        // One person now: the most alike stands for both.
        #expect(try await Self.found(world, third).count == 1)
        #expect(try await Self.found(world, first) == [third])
        try await Self.decide(world, first, third, .keptApart)
        try await Self.decide(world, second, third, .keptApart)
        #expect(try await Self.found(world, third).isEmpty)
        try await Self.decide(world, first, third, .undone)
        #expect(try await Self.found(world, third) == [first])
    }

    @Test func `whoever refuses is compared with nobody any more`() async throws {
        let world = try await World()
        let first = Appearance.encounter(try await Self.meet(world, Self.hers))
        let second = try await Self.meet(world, Self.hersAgain)
        #expect(try await Self.found(world, first) == [.encounter(second)])
        try await world.consent(second, [:])
        #expect(try await Self.found(world, first).isEmpty)
        #expect(try await Self.found(world, .encounter(second)).isEmpty)
        let pair = AppearancePair(first, .encounter(second))
        #expect(try await world.node.resemblance(pair, by: world.officer) == nil)
    }

    // MARK: Who may

    @Test func `an agency's cards are its own, and so is what it decided`() async throws {
        let world = try await World()
        let first = try await Self.dossier(world, Self.hers)
        let second = try await Self.dossier(world, Self.hersAgain)
        await #expect(throws: Refusal.notFound) {
            try await Self.found(world, .dossier(first), by: world.outsider)
        }
        let pair = AppearancePair(.dossier(first), .dossier(second))
        #expect(try await world.node.resemblance(pair, by: world.outsider) == nil)
        try await Self.decide(world, pair.first, pair.second, .merged)
        let outside = try await world.views(of: world.outsider)
        #expect(outside.desk.pairDecisions.isEmpty)
        #expect(outside.desk.cardKey == nil)
    }

    @Test func `a coordinator sees who may be the same and decides nothing`() async throws {
        let world = try await World()
        let first = Appearance.dossier(try await Self.dossier(world, Self.hers))
        let second = Appearance.dossier(try await Self.dossier(world, Self.hersAgain))
        #expect(try await Self.found(world, second, by: world.founder) == [first])
        let size = try world.store.size()
        await #expect(throws: Policy.Reason.notInRole) {
            try await world.node.perform(
                DecidePair(
                    one: first,
                    other: second,
                    verdict: .merged,
                    why: "Why",
                    isSure: false
                ),
                by: world.founder
            )
        }
        #expect(try world.store.size() == size)
    }

    // MARK: What is kept

    @Test func `no card, no fact outside the sections and no file holds a name`() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        let folder = Folder(url: url)
        let open = try folder.create(origin: World.origin)
        let world = try await World(store: open.store, key: open.key)
        _ = try await Self.dossier(world, Self.hers, met: Self.hersAgain)
        _ = try await Self.meet(world, Self.hersAgain)
        let office = try #require(await world.node.offices[world.officer.agency])
        // Every sheet that the agency folds, in the clear.
        let reading = try AgencyReading(
            of: office.agency,
            with: office.privateKey,
            in: await world.node.commons,
            from: (open.store, World.origin),
            by: BoxReader(verified: open.store)
        )
        let facts = reading.happenings.map(\.fact)
        let cards = facts.compactMap { fact in
            if case .cardKept(_, let card) = fact { card } else { nil }
        }
        #expect(cards.count == 3)
        let key = try #require(office.desk.cardKey)
        var haystacks = cards.map { Data($0.bytes) }
        haystacks += try facts.map { try JSONEncoder().encode($0) }
        haystacks += cards.compactMap { Data(base64Encoded: Data($0.bytes)) }
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
            haystacks.append(try Data(contentsOf: url.appending(path: name)))
        }
        let secrets =
            Array(Self.hers.values) + Array(Self.hersAgain.values)
            + Self.hers.values.flatMap { $0.split(separator: " ").map(String.init) }
        for secret in secrets {
            for spelling in Spelling.all(of: secret) {
                for haystack in haystacks {
                    #expect(haystack.range(of: Data(spelling.bytes)) == nil, "\(spelling.how)")
                }
            }
        }
        // The key stands in a fact of the register, and in no file.
        let files = haystacks.suffix(3)
        #expect(files.allSatisfy { $0.range(of: Data(key.bytes)) == nil })
        withExtendedLifetime(open) {}
    }

    @Test func `a card that another key made tells nothing`() throws {
        let lines = PersonLines(lines: Self.hers, sex: .female, nationality: "HN")
        let key = CardKey.random()
        let mine = try #require(Card.make(lines, key).flatMap(Card.init))
        let same = try #require(Card.make(lines, key).flatMap(Card.init))
        let foreign = try #require(Card.make(lines, .random()).flatMap(Card.init))
        #expect(mine.resemblance(to: same).likelihood != .unlikely)
        #expect(mine.resemblance(to: foreign).likelihood == .unlikely)
        #expect(Card(PersonCard(bytes: [1, 2, 3])) == nil)
    }

    @Test func `the next start of the program finds the same people again`() async throws {
        let world = try await World()
        let first = Appearance.dossier(try await Self.dossier(world, Self.hers))
        let second = Appearance.dossier(
            try await Self.dossier(world, [.otherNames: "Flor"], met: Self.hersAgain)
        )
        let third = Appearance.encounter(try await Self.meet(world, Self.hersAgain))
        try await Self.decide(world, first, second, .merged)
        let next = try world.secondNode()
        let officer = try await next.signIn(name: "officer", password: World.password)
        let before = try await Self.found(world, third)
        let after = try await next.candidates(for: third, by: officer).map(\.appearance)
        #expect(before == after)
        #expect(before.count == 1)
        #expect(try await world.views(of: officer, on: next) == world.views(of: world.officer))
    }

    @Test func `a record from before there were cards goes on, and its next person brings the key`()
        async throws
    {
        // What such a record holds: dossiers of which no card was kept.
        let world = try await World()
        let old = try await world.open(try await consented(world))
        _ = try await world.node.read(.seeDossiers, by: world.officer) { desk, _, _ in
            #expect(desk.knows(.dossier(old)))
        }
        var desk = Desk(agency: world.officer.agency)
        var book = CardBook()
        let happenings = try await happenings(of: world)
        for happening in happenings {
            switch happening.fact {
            case .cardKept, .cardKeyMade: continue
            default:
                desk.apply(happening.fact, stamp: happening.stamp)
                book.apply(happening.fact)
            }
        }
        #expect(desk.cardKey == nil)
        #expect(book.find(likeThatOf: .dossier(old), beyond: nil).resemblances.isEmpty)
        let new = Appearance.dossier(.random())
        let lines = PersonLines(lines: Self.hers, sex: .female, nationality: nil)
        let key = CardKey.random()
        for (appearance, lines) in [(new, lines), (.encounter(.random()), lines)] {
            book.apply(.cardKept(of: appearance, try #require(Card.make(lines, key))))
        }
        #expect(book.find(likeThatOf: new, beyond: nil).resemblances.count == 1)
        #expect(desk.persons.units(of: .dossier(old)) == [.dossier(old)])
    }

    private func consented(_ world: World) async throws -> EncounterID {
        let encounter = try await world.meet()
        try await world.consent(encounter, [world.shelter: [.identity]])
        return encounter
    }

    private func happenings(of world: World) async throws -> [Happening] {
        let office = try #require(await world.node.offices[world.officer.agency])
        return try AgencyReading(
            of: office.agency,
            with: office.privateKey,
            in: await world.node.commons,
            from: (world.store, World.origin),
            by: BoxReader(verified: world.store)
        ).happenings
    }

    @Test func `how many boxes an encounter or a note has does not tell whether a name was heard`()
        async throws
    {
        let world = try await World()
        var counts: [String: Set<Int>] = [:]
        for lines in [Self.hers, nil, Self.hersAgain] {
            _ = try await Self.meet(world, lines)
            _ = try await Self.dossier(world, lines ?? [.otherNames: "Flor"], met: lines)
        }
        let dossier = try await Self.dossier(world, Self.others)
        for note in [
            SectionNote(section: .identity, lines: Self.others),
            SectionNote(section: .health, text: "Better."),
        ] {
            try await world.node.perform(
                WriteSection(dossier: dossier, note: note),
                by: world.officer
            )
        }
        for entry in try world.store.entries(in: 0..<(try world.store.size())) {
            let entry = try Entry(decoding: entry.bytes)
            counts[entry.kind.name, default: []].insert(entry.commitments.count)
        }
        for kind in ["encounter.registered", "dossier.opened", "section.written"] {
            #expect(counts[kind]?.count == 1, "\(kind): \(counts[kind] ?? [])")
        }
    }
}
