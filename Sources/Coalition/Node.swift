package import Casework
import Crypto
package import Estimation
package import Ledger
package import Vault

/// The application: takes commands, asks the policy, applies the rules, seals, appends, folds.
///
/// One actor owns the log, the only writer. Commands that arrive while it is at work are taken
/// together into one durable commit. Between commits nobody can look in, so no page ever shows what
/// is not yet durable.
package actor Node {
    let store: any LogStore
    let log: Log
    package nonisolated let origin: String
    /// Whose signatures make a checkpoint of this log believed.
    package nonisolated let policy: WitnessPolicy
    nonisolated let cost: Account.Cost
    let clock: @Sendable () -> Moment
    /// Which methods an estimate runs, and how many resamples it draws.
    package nonisolated let estimation: EstimationSettings
    nonisolated let estimates = Reckoner<ReckoningKey, EstimationReport, Estimation.Wording>(
        label: "enlace.estimates",
        places: 12,
        room: 40
    )
    private let keep: @Sendable (String) -> Void

    package internal(set) var commons = Commons()
    var offices: [AgencyID: Office] = [:]
    package internal(set) var damaged: Set<DamagedBox> = []
    private var waiting: [Ticket] = []
    private var isScheduled = false

    /// Opens a coalition's node on a store, and folds what is public.
    ///
    /// - Parameters:
    ///   - store: the log and the vault.
    ///   - origin: the line that names the log.
    ///   - checkpointKey: signs its checkpoints.
    ///   - policy: whose signatures it takes to publish a checkpoint; the log's alone without one.
    ///   - known: checkpoints kept apart from the store, which it must not have fallen behind.
    ///   - keep: told each new checkpoint, once it is durable, to keep it apart from the store.
    ///   - cost: what one guess at a new password is to cost.
    ///   - estimation: which methods an estimate runs, and how many resamples it draws.
    ///   - clock: tells the time.
    /// - Throws: an error of the ledger if the log does not hang together; nothing is served then.
    package init(
        store: any LogStore,
        origin: String,
        checkpointKey: SigningKey,
        policy: WitnessPolicy? = nil,
        known: [Checkpoint] = [],
        keep: @escaping @Sendable (String) -> Void = { _ in },
        cost: Account.Cost = .standard,
        estimation: EstimationSettings = EstimationSettings(),
        clock: @escaping @Sendable () -> Moment = Moment.now
    ) throws {
        self.store = store
        self.origin = origin
        self.cost = cost
        self.estimation = estimation
        self.clock = clock
        self.keep = keep
        let signer = try NoteSigner(name: origin, key: checkpointKey)
        let policy = try policy ?? WitnessPolicy(log: signer.verifier)
        log = try Log(
            store: store,
            origin: origin,
            checkpointSigner: signer,
            former: policy.logKeys(origin: origin).filter { $0 != signer.verifier },
            known: known
        )
        self.policy = policy
        keep(try log.latestCheckpoint.note)
        (commons, damaged) = try Self.foldCommons(from: BoxReader(log: log), origin: origin)
    }

    // MARK: Commands

    /// Carries out a command, durably, or refuses it and changes nothing.
    ///
    /// - Throws: `Policy.Reason` if the member may not, `Refusal` if the rules say no, or an error of
    ///   the store, in which case nothing was recorded.
    package func perform<C: Permitted>(_ command: C, by member: Member) async throws -> C.Made {
        try await commit(C.act, by: member) { desk, setting in
            try command.decide(on: desk, in: setting)
        }.made
    }

    /// What a command came to, and the log's proof of it.
    struct Done<Made: Sendable>: Sendable {
        let made: Made
        let receipt: Receipt
    }

    /// Decides, once a command's own entry is folded, what must become durable together with it.
    typealias Follow = @Sendable (Desk, Setting, UInt64) -> Decision?

    /// Queues a decision for the next commit and waits until it is durable.
    ///
    /// What `follow` decides is a second entry of the same commit, which the same member signs and
    /// cannot leave out.
    func commit<Made: Sendable>(
        _ act: Act,
        by member: Member,
        with extras: Extras = Extras(),
        followedBy follow: Follow? = nil,
        deciding decide: @escaping @Sendable (Desk, Setting) throws -> (Decision, Made)
    ) async throws -> Done<Made> {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append(
                Ticket(
                    act: act,
                    member: member,
                    extras: extras,
                    follow: follow,
                    decide: { desk, setting in
                        let (decision, made) = try decide(desk, setting)
                        return (
                            decision,
                            { result in
                                continuation.resume(
                                    with: result.map { Done(made: made, receipt: $0) }
                                )
                            }
                        )
                    },
                    refuse: { continuation.resume(throwing: $0) }
                )
            )
            guard !isScheduled else { return }
            isScheduled = true
            Task { self.drain() }
        }
    }

    /// Takes everything that waits into as few commits as the rules allow, mostly one.
    private func drain() {
        isScheduled = false
        let tickets = waiting
        waiting = []
        var batch = Batch(position: log.size)
        for ticket in tickets {
            do {
                try requirePermission(ticket.act, ticket.member)
                let (decision, finish, now) = try decide(ticket)
                // What these look up on the shelf must be there, not wait in the batch.
                if decision.releases != nil || !decision.discards.isEmpty
                    || ticket.extras.touchShelf
                    || decision.needsKeysFromShelf && batch.bringsKeys
                {
                    try flush(&batch)
                }
                let staged = try stage(decision, ticket, at: batch.nextPosition, now: now)
                try fold(staged, at: batch.nextPosition)
                let following = try follow(ticket, in: &batch)
                batch.add(staged.draft, following, finish: finish)
                // Last in its commit: whatever is decided next needs the new key, once it is durable.
                if let key = ticket.extras.renewal, (try? flush(&batch)) != nil {
                    offices[ticket.member.agency]?.privateKey = key
                }
            } catch {
                ticket.refuse(error)
            }
        }
        // Whoever waits has been told.
        try? flush(&batch)
    }

    /// Applies the rules to the member's desk, and lets go of the desk: to fold into one that is held
    /// anywhere else would copy all of it.
    private func decide(_ ticket: Ticket) throws -> (Decision, Ticket.Finish, now: Moment) {
        let setting = try setting(for: ticket.member)
        guard let desk = offices[ticket.member.agency]?.desk else {
            throw Policy.Reason.notSignedIn
        }
        let (decision, finish) = try ticket.decide(desk, setting)
        return (decision, finish, setting.now)
    }

    /// Stages and folds the entry that follows a ticket's own, if the rules say that one does.
    ///
    /// - Throws: why it cannot be written; by then its command, which was folded, is forgotten again.
    private func follow(_ ticket: Ticket, in batch: inout Batch) throws -> EntryDraft? {
        do {
            guard let (decision, now) = try decideFollowing(ticket, batch.nextPosition) else {
                return nil
            }
            let position = batch.nextPosition + 1
            let staged = try stage(decision, ticket, at: position, now: now)
            try fold(staged, at: position)
            return staged.draft
        } catch {
            try? flush(&batch)
            forgetWhatIsNotDurable()
            throw error
        }
    }

    private func decideFollowing(
        _ ticket: Ticket,
        _ position: UInt64
    ) throws -> (Decision, now: Moment)? {
        guard let follow = ticket.follow, let desk = offices[ticket.member.agency]?.desk else {
            return nil
        }
        let setting = try setting(for: ticket.member)
        return follow(desk, setting, position).map { ($0, setting.now) }
    }

    /// Makes the views again after they ran ahead of a commit that did not happen.
    ///
    /// Should the store not even be readable, everybody is signed out rather than shown what was never
    /// recorded.
    private func forgetWhatIsNotDurable() {
        do { try foldAgain() } catch { offices = [:] }
    }

    /// Commits what was gathered, and tells those who wait for it.
    ///
    /// - Throws: why nothing was committed, for a command that was decided upon the same views.
    private func flush(_ batch: inout Batch) throws {
        guard !batch.drafts.isEmpty else { return }
        let finishes = batch.finishes
        let drafts = batch.drafts
        defer { batch = Batch(position: log.size) }
        do {
            let receipts = try log.append(drafts).receipts()
            keep(try log.latestCheckpoint.note)
            for (receipt, finish) in zip(receipts, finishes) { finish(.success(receipt)) }
        } catch {
            forgetWhatIsNotDurable()
            for finish in finishes { finish(.failure(error)) }
            throw error
        }
    }

    /// Forgets every key and view, and leaves the store as one whole file.
    package func close() throws {
        offices = [:]
        do { try store.scrub() } catch StoreError.busy {}
    }

    // MARK: Reading

    /// Builds a page's model from the member's desk.
    ///
    /// Runs inside the actor: keep it short.
    ///
    /// - Throws: `Policy.Reason` if the member may not see it, or what `read` throws.
    package func read<Model: Sendable>(
        _ act: Act,
        by member: Member,
        _ read: @Sendable (Desk, Commons, Moment) throws -> Model
    ) throws -> Model {
        try requirePermission(act, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        return try read(office.desk, commons, clock())
    }

    /// Whether a member may do something, for pages that show only what can be done.
    package func answer(_ act: Act, by member: Member?) -> Policy.Answer {
        Policy.answer(act, by: member?.card, in: commons)
    }

    /// What a member may do now, all at once, and the name of their agency.
    package func standing(of member: Member) -> (permitted: Set<Act>, agency: String) {
        let permitted = Act.allCases.filter { answer($0, by: member) == .permitted }
        return (Set(permitted), commons.agencies[member.agency]?.name ?? "")
    }

    /// The time by the node's clock.
    package nonisolated var now: Moment { clock() }

    /// The log's public key.
    package var verifier: NoteVerifier { log.verifier }

    func requirePermission(_ act: Act, _ member: Member) throws {
        if case .refused(let reason) = answer(act, by: member) { throw reason }
    }

    private func setting(for member: Member) throws -> Setting {
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        return Setting(
            commons: commons,
            member: member.id,
            agency: member.agency,
            now: clock(),
            compartments: office.compartments,
            makeCard: Card.make
        )
    }
}

/// A command that waits for the next commit.
struct Ticket {
    typealias Finish = (Result<Receipt, any Error>) -> Void

    let act: Act
    let member: Member
    let extras: Extras
    let follow: Node.Follow?
    let decide: @Sendable (Desk, Setting) throws -> (Decision, Finish)
    let refuse: @Sendable (any Error) -> Void
}

/// What becomes durable together.
private struct Batch {
    let position: UInt64
    private(set) var drafts: [EntryDraft] = []
    private(set) var finishes: [Ticket.Finish] = []

    init(position: UInt64) {
        self.position = position
    }

    var nextPosition: UInt64 { position + UInt64(drafts.count) }

    /// Whether an agency receives a key with this commit.
    var bringsKeys: Bool {
        drafts.contains { draft in
            draft.companions.contains { change in
                if case .put(space: VaultShelf.wraps, _, _) = change { true } else { false }
            }
        }
    }

    /// Adds a command's entry, and the one that follows it, of which nobody waits to hear.
    mutating func add(
        _ draft: EntryDraft,
        _ following: EntryDraft?,
        finish: @escaping Ticket.Finish
    ) {
        drafts.append(draft)
        finishes.append(finish)
        guard let following else { return }
        drafts.append(following)
        finishes.append { _ in }
    }
}

extension Decision {
    /// Whether it takes keys that no office holds open: those of sections, to write in one that exists
    /// or to hand on.
    fileprivate var needsKeysFromShelf: Bool {
        !grants.isEmpty
            || facts.contains { $0.compartment.needsOpening && founded[$0.compartment] == nil }
    }
}
