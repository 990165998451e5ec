/// Lets many append to one log at the same time: what waits together becomes one durable commit.
///
/// Signatures are checked where they come in, on every core, while the entries of others are being
/// committed.
public actor LogWriter {
    private struct Ticket {
        let entry: SignedEntry
        let continuation: CheckedContinuation<Receipt, any Error>
    }

    private let log: Log
    private let origin: String
    private var waiting: [Ticket] = []
    private var isScheduled = false

    /// Takes over a log.
    ///
    /// - Parameter log: The log, which nobody else may use from now on.
    public init(_ log: sending Log) {
        origin = log.origin
        self.log = log
    }

    /// Appends an entry that its actor made and signed.
    ///
    /// - Parameter entry: The entry.
    /// - Returns: Its receipt; the entry is durable then.
    /// - Throws: ``LogError`` when it is not to be appended, or the store's own error; those that waited
    ///   with it are not affected.
    public nonisolated func append(_ entry: SignedEntry) async throws -> Receipt {
        guard entry.entry.verifySignature(origin: origin) else {
            throw LogError.badSignature(entry: 0)
        }
        return try await commit(entry)
    }

    private func commit(_ entry: SignedEntry) async throws -> Receipt {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append(Ticket(entry: entry, continuation: continuation))
            guard !isScheduled else { return }
            isScheduled = true
            Task { self.drain() }
        }
    }

    private func drain() {
        isScheduled = false
        var batch = waiting
        waiting = []
        while !batch.isEmpty {
            do {
                let receipts = try log.append(
                    signed: batch.map(\.entry),
                    checkingSignatures: false
                )
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
