import Ledger

/// Takes what many writers bring while it is at work into one commit, as a node does.
///
/// It stays on one thread: whoever makes the N-th call of the kernel fail counts by thread.
@MainActor
final class Desk {
    private struct Waiting {
        let draft: EntryDraft
        let continuation: CheckedContinuation<Receipt, any Error>
    }

    /// After how many commits a checkpoint is published, and cited from then on.
    private static let rhythm = 3

    private let log: Log
    private var commits = 0
    private var waiting: [Waiting] = []
    private var isScheduled = false

    init(log: Log) {
        self.log = log
    }

    func append(_ draft: EntryDraft) async throws -> Receipt {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiting(draft: draft, continuation: continuation))
            guard !isScheduled else { return }
            isScheduled = true
            Task { self.drain() }
        }
    }

    private func drain() {
        isScheduled = false
        let taken = waiting
        waiting = []
        do {
            let receipts = try log.append(taken.map(\.draft)).receipts()
            commits += 1
            if commits.isMultiple(of: Self.rhythm) {
                try log.publish(log.latestCheckpoint.note)
            }
            for (one, receipt) in zip(taken, receipts) {
                one.continuation.resume(returning: receipt)
            }
        } catch {
            for one in taken { one.continuation.resume(throwing: error) }
        }
    }
}
