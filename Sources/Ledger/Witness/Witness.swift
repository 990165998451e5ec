/// A witness: cosigns the checkpoints of some logs, and never two histories of one (C2SP tlog-witness).
///
/// It remembers the last checkpoint that it cosigned of each log, and cosigns another only when shown a
/// proof that this one continues it. Comparing and storing are one step, durable before the answer.
/// May be called from several threads at once.
public final class Witness: Sendable {
    private let cosigner: Cosigner
    private let logs: [NoteVerifier]
    private let store: WitnessStore
    private let clock: @Sendable () -> UInt64
    private let onFork: @Sendable (ForkEvidence) -> Void

    /// Creates a witness.
    ///
    /// - Parameters:
    ///   - cosigner: Its name and key.
    ///   - logs: The keys of the logs it serves; the name of each is its log's origin, and one log may
    ///     have several.
    ///   - store: What it has cosigned so far.
    ///   - clock: Tells the time in seconds since 1970-01-01 UTC.
    ///   - onFork: Told, before the answer, of each request that shows a log to have signed two
    ///     histories.
    public init(
        cosigner: Cosigner,
        logs: [NoteVerifier],
        store: WitnessStore,
        clock: @escaping @Sendable () -> UInt64,
        onFork: @escaping @Sendable (ForkEvidence) -> Void
    ) {
        self.cosigner = cosigner
        self.logs = logs
        self.store = store
        self.clock = clock
        self.onFork = onFork
    }

    /// Answers `POST add-checkpoint`.
    ///
    /// - Parameter body: The body of the request, of any length.
    /// - Returns: The answer; a cosignature only once what it vouches for is on the disk.
    /// - Throws: The store's or the signer's error, and then nothing was cosigned.
    public func addCheckpoint(_ body: [UInt8]) throws -> WitnessAnswer {
        let request: AddCheckpoint
        do throws(AddCheckpointMalformed) {
            request = try AddCheckpoint(parsing: body)
        } catch {
            return .malformed(error)
        }
        // SQLite counts no further, and no log gets there.
        guard request.checkpoint.size <= UInt64(Int64.max) else {
            return .malformed(.badCheckpoint(.badSize))
        }
        return try answer(request)
    }

    private func answer(_ request: AddCheckpoint) throws -> WitnessAnswer {
        let checkpoint = request.checkpoint
        let keys = logs.filter { $0.name.hasSameBytes(as: checkpoint.origin) }
        guard !keys.isEmpty else { return .unknownLog }
        let signers: [NoteVerifier]
        do {
            signers = try request.note.verify(with: keys)
        } catch {
            return .notSigned(error)
        }
        // What anybody else may have signed below it says nothing here, and is not kept.
        let note = request.note.keeping(signaturesBy: signers)
        let (answer, evidence) = try store.advance(
            origin: checkpoint.origin,
            size: checkpoint.size
        ) { last, same -> (WitnessStore.Seen?, (WitnessAnswer, ForkEvidence?)) in
            let lastSize = last?.size ?? 0
            guard request.oldSize == lastSize else {
                let evidence = same.flatMap { Self.fork(request, note: note, seen: $0) }
                return (nil, (.conflict(size: lastSize), evidence))
            }
            do throws(ProofError) {
                try MerkleTree.verifyConsistency(
                    oldSize: request.oldSize,
                    oldRoot: last?.root ?? MerkleTree.emptyRoot,
                    newSize: checkpoint.size,
                    newRoot: checkpoint.root,
                    proof: request.proof
                )
            } catch {
                let evidence = last.flatMap { Self.fork(request, note: note, seen: $0) }
                return (nil, (.inconsistent(error), evidence))
            }
            // Signed inside the step: later, another request could have made the statement untrue.
            let cosignature = try cosigner.cosignature(over: note.text, time: clock())
            let seen = WitnessStore.Seen(
                size: checkpoint.size,
                root: checkpoint.root,
                note: note.adding(cosignature).serialized
            )
            return (seen, (.cosigned(cosignature.line), nil))
        }
        evidence.map(onFork)
        return answer
    }

    /// Evidence that the log signed two histories, if the request and what was seen make it.
    private static func fork(
        _ request: AddCheckpoint,
        note: SignedNote,
        seen: WitnessStore.Seen
    ) -> ForkEvidence? {
        guard let earlier = try? SignedNote(parsing: seen.note) else { return nil }
        let evidence = ForkEvidence(
            earlier: earlier,
            later: note,
            hashes: seen.size == request.checkpoint.size ? [] : request.proof
        )
        return evidence.isContradiction ? evidence : nil
    }

    /// Answers `GET <origin hash>/checkpoint`.
    ///
    /// - Parameter originHash: The SHA-256 of the log's origin in lower-case hexadecimal digits.
    /// - Returns: The note last cosigned, with the log's and the witness's signatures, or `nil` when
    ///   the witness has cosigned none of that log.
    /// - Throws: The store's error.
    public func checkpoint(originHash: String) throws -> String? {
        let origin = try store.origins().first {
            Digest32.sha256(Array($0.utf8)).description == originHash
        }
        return try origin.flatMap { try store.last(origin: $0)?.note }
    }
}
