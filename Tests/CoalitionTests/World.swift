import Casework
import Coalition
import Estimation
import Foundation
import Ledger
import Vault

/// A small coalition in memory: migration, a shelter and a second shelter, with members signed in.
struct World {
    let store: any LogStore
    let node: Node
    let clock: TestClock
    let key: SigningKey
    let founder: Member
    let officer: Member
    let caseworker: Member
    let shelterCoordinator: Member
    let outsider: Member
    let shelter: AgencyID
    let otherShelter: AgencyID

    static let origin = "enlace.test/log"
    /// As little work as an account may cost.
    static let cost = Account.Cost(logN: 4)
    /// Few resamples, and none of the sampler that takes long.
    static let quick = EstimationSettings(
        methods: [.stepwise, .bic, .decomposable, .chao],
        resamples: 60
    )
    static let password = "correct horse battery"

    init(store given: (any LogStore)? = nil, key: SigningKey = SigningKey()) async throws {
        let store = try given ?? SQLiteStore.inMemory()
        let clock = TestClock()
        try Founding.found(
            name: "Test coalition",
            agency: NewAgency(
                name: "Migration",
                kind: .immigration,
                coordinator: Self.member("founder", [.coordinator])
            ),
            isDemo: true,
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: Self.cost,
            now: clock.now
        )
        node = try Node(
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: Self.cost,
            estimation: Self.quick,
            clock: { clock.now }
        )
        founder = try await node.signIn(name: "founder", password: Self.password)
        _ = try await node.enrol(Self.member("officer", [.officer]), by: founder)
        officer = try await node.signIn(name: "officer", password: Self.password)
        shelter = try await node.admit(Self.shelter("shelter"), by: founder)
        otherShelter = try await node.admit(Self.shelter("other"), by: founder)
        shelterCoordinator = try await node.signIn(name: "shelter", password: Self.password)
        _ = try await node.enrol(Self.member("caseworker", [.caseworker]), by: shelterCoordinator)
        caseworker = try await node.signIn(name: "caseworker", password: Self.password)
        let other = try await node.signIn(name: "other", password: Self.password)
        _ = try await node.enrol(Self.member("outsider", [.caseworker]), by: other)
        outsider = try await node.signIn(name: "outsider", password: Self.password)
        self.store = store
        self.clock = clock
        self.key = key
    }

    /// The log's public key.
    var verifier: NoteVerifier {
        get throws { try NoteVerifier(name: Self.origin, key: key.key) }
    }

    static func member(_ name: String, _ roles: Set<Role>) -> NewMember {
        NewMember(name: "Name of \(name)", signIn: name, password: password, roles: roles)
    }

    private static func shelter(_ name: String) -> NewAgency {
        NewAgency(name: name, kind: .shelter, coordinator: member(name, [.coordinator]))
    }

    // MARK: Steps of the path

    func meet(_ age: AgeBand = .from18to29) async throws -> EncounterID {
        try await node.perform(
            RegisterEncounter(
                place: "Tapachula",
                direction: .northbound,
                travel: .raft,
                nationality: "HN",
                ageBand: age,
                sex: .female,
                discovery: .ownWork,
                incidents: [.robbery],
                account: "Walks with a limp."
            ),
            by: officer
        )
    }

    func consent(
        _ encounter: EncounterID,
        _ allowed: [AgencyID: Set<Section>],
        days: Int = 30
    ) async throws {
        _ = try await node.perform(
            RecordConsent(
                encounter: encounter,
                language: "spa",
                givenBy: .person,
                interpreter: .notNeeded,
                present: "",
                purpose: "shelter",
                allowed: allowed,
                days: days,
                allowsNotice: true
            ),
            by: officer
        )
    }

    func open(_ encounter: EncounterID) async throws -> DossierID {
        try await node.perform(
            OpenDossier(
                encounter: encounter,
                notes: [
                    SectionNote(section: .identity, lines: [.givenNames: "Xochiquetzalli"]),
                    SectionNote(section: .health, text: "Fever since Tuesday."),
                    SectionNote(section: .legal, text: "No complaint yet."),
                ]
            ),
            by: officer
        )
    }

    func refer(_ dossier: DossierID) async throws -> ReferralID {
        try await node.perform(
            SendReferral(
                dossier: dossier,
                to: shelter,
                services: [.shelter, .medical],
                urgency: .emergency,
                hours: nil,
                languages: "spa",
                children: 1,
                needs: "A bed tonight, and a doctor."
            ),
            by: officer
        )
    }

    /// Everything up to a referral in the shelter's queue; the consent covers identity and health.
    func referred() async throws -> (dossier: DossierID, referral: ReferralID) {
        let encounter = try await meet()
        try await consent(encounter, [shelter: [.identity, .health]])
        let dossier = try await open(encounter)
        return (dossier, try await refer(dossier))
    }

    func decline(_ referral: ReferralID) async throws {
        try await node.perform(
            DeclineReferral(referral: referral, reason: .full, words: ""),
            by: caseworker
        )
    }

    func accept(_ referral: ReferralID) async throws {
        try await node.perform(AcceptReferral(referral: referral, words: "Come."), by: caseworker)
    }

    /// What a section says, oldest first; opens it if it is not open in this sitting.
    func read(
        _ dossier: DossierID,
        _ section: Section,
        by member: Member
    ) async throws -> [SectionNote] {
        try await open(dossier, [section], by: member).notes[section, default: []].map(\.note)
    }

    @discardableResult
    func open(
        _ dossier: DossierID,
        _ sections: Set<Section>,
        for purpose: Purpose = .care,
        _ words: String = "",
        by member: Member
    ) async throws -> OpenedSections {
        let command = OpenSections(
            dossier: dossier,
            sections: sections,
            purpose: purpose,
            words: words
        )
        return try await node.open(command, by: member)
    }
}

extension World {
    /// What a member's agency sees, and what everybody does.
    struct Views: Equatable, Sendable {
        let desk: Desk
        let commons: Commons
    }

    func views(of member: Member, on other: Node? = nil) async throws -> Views {
        try await (other ?? node).read(.seeHome, by: member) { desk, commons, _ in
            Views(desk: desk, commons: commons)
        }
    }

    /// The views of the three agencies.
    func views() async throws -> [Views] {
        var all: [Views] = []
        for member in [officer, caseworker, outsider] { all.append(try await views(of: member)) }
        return all
    }

    /// A second node on the same store, with nobody signed in.
    func secondNode() throws -> Node {
        try Node(
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: Self.cost,
            estimation: Self.quick,
            clock: { [clock] in clock.now }
        )
    }

    /// The compartments whose keys lie ready for an agency on the shelf.
    func wraps(of agency: AgencyID) throws -> Set<CompartmentID> {
        let items = try store.shelfItems(space: VaultShelf.wraps, prefix: agency.bytes)
        return Set(items.compactMap { CompartmentID(bytes: $0.key.suffix(16)) })
    }

    /// The keys that wait for the answer to a referral.
    func held(_ referral: ReferralID) throws -> Int {
        try store.shelfItems(space: VaultShelf.held, prefix: referral.bytes).count
    }

    func verify() async throws -> [Verification.Finding] {
        try Verification.verify(store: store, verifier: await node.verifier).findings
    }
}

/// A clock that stands until it is moved.
final class TestClock: @unchecked Sendable {
    private let lock = NSLock()
    private var moment = Moment(milliseconds: 1_795_500_000_000)

    var now: Moment { lock.withLock { moment } }

    func advance(hours: Int) {
        lock.withLock { moment = moment.adding(hours: hours) }
    }
}
