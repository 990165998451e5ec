import Coalition
import Ledger

/// Checks the record, never twice at the same time, and keeps the last result for a while.
///
/// The check reads the whole log and every box, so one that many readers ask for at once is made
/// once.
actor RecordKeeper {
    /// How a check came out.
    enum Outcome: Sendable {
        /// What was found, and what this node had signed when the check began.
        case checked(Verification, signed: Signed)
        /// The record could not even be opened.
        case failed
    }

    /// What the node had signed: over every durable entry, and over those published so far.
    struct Signed: Sendable {
        let durable: Checkpoint
        let published: Checkpoint?
    }

    /// How long a result is good enough for the next reader.
    static let freshness = Duration.seconds(5)
    /// The size above which only a member's wish starts a check.
    static let limit: UInt64 = 20_000

    private let node: Node
    private let verify: @Sendable () async throws -> Verification
    private var last: (at: ContinuousClock.Instant, outcome: Outcome)?
    private var running: Task<Outcome, Never>?

    init(node: Node, verify: @escaping @Sendable () async throws -> Verification) {
        self.node = node
        self.verify = verify
    }

    /// What to show of a log of this size: a result of the last seconds or a new one; for a large
    /// log the last there is, if any.
    func outcome(size: UInt64) async -> Outcome? {
        if let last, size > Self.limit || .now - last.at < Self.freshness { return last.outcome }
        return size > Self.limit ? nil : await check()
    }

    /// Checks now, or waits for the check that is under way.
    @discardableResult
    func check() async -> Outcome {
        if let running { return await running.value }
        let task = Task { [node, verify] in
            do {
                let signed = Signed(
                    durable: await node.checkpoint,
                    published: await node.published?.checkpoint
                )
                return Outcome.checked(try await verify(), signed: signed)
            } catch {
                return Outcome.failed
            }
        }
        running = task
        let outcome = await task.value
        last = (.now, outcome)
        running = nil
        return outcome
    }
}
