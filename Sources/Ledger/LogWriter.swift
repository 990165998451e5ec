import Dispatch
import Synchronization

/// Lets many append to one log at the same time: what waits together becomes one durable commit.
///
/// Signatures are checked where they come in, on every core, while the entries of others are being
/// committed on a thread that may wait for the disk. A commit costs the same however few entries are in
/// it, so it begins once as many wait for it as are still being checked.
public final class LogWriter: Sendable {
    private struct Ticket: Sendable {
        let entry: SignedEntry
        let continuation: CheckedContinuation<Receipt, any Error>
    }

    private struct Desk {
        /// How many signatures are being checked now.
        var checking = 0
        var waiting: [Ticket] = []
        var isCommitting = false

        /// What is to be committed now, if it is time.
        mutating func take() -> [Ticket]? {
            guard !isCommitting, !waiting.isEmpty,
                waiting.count >= min(checking, TilePath.fullWidth)
            else { return nil }
            isCommitting = true
            defer { waiting = [] }
            return waiting
        }
    }

    private let log: Mutex<Log>
    private let origin: String
    private let desk = Mutex(Desk())
    private let queue = DispatchQueue(label: "LogWriter")

    /// Takes over a log.
    ///
    /// - Parameter log: The log, which nobody else may use from now on.
    public init(_ log: sending Log) {
        origin = log.origin
        self.log = Mutex(log)
    }

    /// Appends an entry that its actor made and signed.
    ///
    /// - Parameter entry: The entry.
    /// - Returns: Its receipt; the entry is durable then.
    /// - Throws: ``LogError`` when it is not to be appended, or the store's own error; those that waited
    ///   with it are not affected.
    public func append(_ entry: SignedEntry) async throws -> Receipt {
        desk.withLock { $0.checking += 1 }
        guard entry.entry.verifySignature(origin: origin) else {
            commit { $0.checking -= 1 }
            throw LogError.badSignature(entry: 0)
        }
        return try await withCheckedThrowingContinuation { continuation in
            commit { desk in
                desk.checking -= 1
                desk.waiting.append(Ticket(entry: entry, continuation: continuation))
            }
        }
    }

    /// Changes the desk, and commits what is to be committed then.
    private func commit(after change: (inout Desk) -> Void) {
        let batch = desk.withLock { desk in
            change(&desk)
            return desk.take()
        }
        guard let batch else { return }
        queue.async { [self] in
            commit(batch)
            commit { $0.isCommitting = false }
        }
    }

    private func commit(_ tickets: [Ticket]) {
        var batch = tickets
        while !batch.isEmpty {
            do {
                let entries = batch.map(\.entry)
                let receipts = try log.withLock { log in
                    try log.append(signed: entries, checkingSignatures: false).receipts()
                }
                for (ticket, receipt) in zip(batch, receipts) {
                    ticket.continuation.resume(returning: receipt)
                }
                return
            } catch let error as LogError {
                // Whoever brought it is told, and the others are tried again without it.
                guard let index = error.refusedEntry, batch.indices.contains(index) else {
                    return refuse(batch, error)
                }
                refuse([batch.remove(at: index)], error.ofOneEntry)
            } catch {
                return refuse(batch, error)
            }
        }
    }

    private func refuse(_ tickets: [Ticket], _ error: any Error) {
        for ticket in tickets { ticket.continuation.resume(throwing: error) }
    }
}

extension LogError {
    /// The place of the one entry that is not to be appended, among those that were tried.
    fileprivate var refusedEntry: Int? {
        switch self {
        case .badSignature(let entry), .outOfSequence(let entry),
            .citesUnknownCheckpoint(let entry):
            entry
        case .unsound, .readBackDiffers, .notPublishable: nil
        }
    }

    /// The same, told to somebody who brought one entry alone.
    fileprivate var ofOneEntry: LogError {
        switch self {
        case .badSignature: .badSignature(entry: 0)
        case .outOfSequence: .outOfSequence(entry: 0)
        case .citesUnknownCheckpoint: .citesUnknownCheckpoint(entry: 0)
        case .unsound, .readBackDiffers, .notPublishable: self
        }
    }
}
