import Casework
import Coalition
import Estimation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Vault
import Web

/// A small coalition in memory and its site: migration, a shelter and a second shelter.
///
/// ```swift
/// let world = try await WebWorld()
/// try await world.visit { visitors in
///     let officer = try await visitors.browser(.officer)
///     let page = try await officer.get("/encounters/new")
///     let made = try await officer.post("/encounters", ["place": "Tapachula"])
///     let program = try await visitors.program(.officer)
///     let list = try await program.get("/api/encounters")
/// }
/// ```
struct WebWorld: Sendable {
    let store: SQLiteStore
    let node: Node
    let publisher: Publisher
    let site: Site
    let clock: WebClock
    let agencies: [Who: AgencyID]

    static let origin = "enlace.test/log"
    static let password = "correct horse battery"

    /// Everybody who can sign in; the raw value is their sign-in name.
    enum Who: String, CaseIterable, Sendable {
        /// Of migration, which founded the coalition.
        case founder, officer, analyst, observer
        /// Of the shelter.
        case shelter, caseworker
        /// Of the other shelter.
        case other, outsider

        var role: Role {
            switch self {
            case .founder, .shelter, .other: .coordinator
            case .officer: .officer
            case .analyst: .analyst
            case .observer: .observer
            case .caseworker, .outsider: .caseworker
            }
        }

        /// The coordinator of their agency.
        var coordinator: Who {
            switch self {
            case .founder, .officer, .analyst, .observer: .founder
            case .shelter, .caseworker: .shelter
            case .other, .outsider: .other
            }
        }

        var newMember: NewMember {
            NewMember(
                name: "Name of \(rawValue)",
                signIn: rawValue,
                password: WebWorld.password,
                roles: [role]
            )
        }
    }

    /// Founds it, with all of these witnesses but one needed to publish.
    init(
        settings: SiteSettings = SiteSettings(isSecure: false, isDemo: true),
        witnesses: [WebWitness] = []
    ) async throws {
        let store = try SQLiteStore.inMemory()
        let clock = WebClock()
        let key = SigningKey()
        try Founding.found(
            name: "Test coalition",
            agency: NewAgency(
                name: "Migration",
                kind: .immigration,
                coordinator: Who.founder.newMember
            ),
            isDemo: true,
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: .light,
            now: clock.now
        )
        let policy = try WitnessPolicy(
            log: NoteVerifier(name: Self.origin, key: key.key),
            witnesses: witnesses.map { ($0.cosigner.verifier, nil) },
            quorum: witnesses.isEmpty ? 0 : witnesses.count - 1
        )
        let node = try Node(
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            policy: policy,
            cost: .light,
            estimation: EstimationSettings(
                methods: [.stepwise, .bic, .decomposable, .chao],
                resamples: 20
            ),
            clock: { clock.now }
        )
        let founder = try await node.signIn(name: "founder", password: Self.password)
        var agencies: [Who: AgencyID] = [.founder: founder.agency]
        for who in [Who.shelter, .other] {
            let new = NewAgency(name: who.rawValue, kind: .shelter, coordinator: who.newMember)
            agencies[who] = try await node.admit(new, by: founder)
        }
        for who in Who.allCases where who != who.coordinator {
            let coordinator = try await node.signIn(
                name: who.coordinator.rawValue,
                password: Self.password
            )
            _ = try await node.enrol(who.newMember, by: coordinator)
            agencies[who] = coordinator.agency
        }
        self.store = store
        self.node = node
        self.clock = clock
        self.agencies = agencies
        let verifier = await node.verifier
        publisher = Publisher(
            node: node,
            links: zip(witnesses, policy.witnesses).map { $0.link(as: $1, at: clock) },
            clock: { clock.now }
        )
        await publisher.tick()
        site = Site(
            node: node,
            publisher: publisher,
            settings: settings,
            clock: { clock.now }
        ) {
            try Verification.verify(store: store, verifier: verifier)
        }
    }

    /// Lets visitors in, through the router and everything around it; to another site of the same
    /// node if one is given.
    func visit<Value: Sendable>(
        site other: Site? = nil,
        logger: Logger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() },
        _ body: @escaping @Sendable (Visitors) async throws -> Value
    ) async throws -> Value {
        try await Application(router: (other ?? site).router().router, logger: logger).test(.router)
        {
            client in
            try await body(Visitors(client: client))
        }
    }
}

/// A clock that stands until it is moved.
final class WebClock: @unchecked Sendable {
    private let lock = NSLock()
    private var moment = Moment(milliseconds: 1_795_500_000_000)

    var now: Moment { lock.withLock { moment } }

    func advance(minutes: Int) {
        lock.withLock {
            moment = Moment(milliseconds: moment.milliseconds + Int64(minutes) * 60_000)
        }
    }
}
