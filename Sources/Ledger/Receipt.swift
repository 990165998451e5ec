/// Why a receipt was not believed.
public enum ReceiptRefused: Error, Hashable, Sendable {
    /// The entry is not the one that the receipt is for.
    case otherEntry
    /// The entry's bytes are no entry.
    case malformedEntry(EntryMalformed)
    /// The entry's actor did not sign it for this log.
    case badSignature
    /// The checkpoint is not the log's, or not signed by its key.
    case badCheckpoint
    /// The proof does not lead from the entry to the checkpoint's root.
    case badProof(ProofError)
}

/// Proof that an entry is in a log, to be kept by whoever it matters to.
///
/// It is checked with the log's public key alone, without asking the log. When the log later denies
/// the entry, the receipt and the log's own signature contradict it.
public struct Receipt: Hashable, Sendable, Codable {
    /// The entry's place in the log, from 0.
    public let position: UInt64
    /// The name of the entry.
    public let entryID: EntryID
    /// The hash of the entry as a leaf.
    public let leafHash: Digest32
    /// The whole note of a checkpoint that covers the entry.
    public let checkpoint: String
    /// The hashes that lead from the leaf to the checkpoint's root (RFC 6962, section 2.1.1).
    public let proof: [Digest32]

    /// Creates a receipt, as sound as its parts.
    ///
    /// - Parameters:
    ///   - position: The entry's place in the log, from 0.
    ///   - entryID: The name of the entry.
    ///   - leafHash: The hash of the entry as a leaf.
    ///   - checkpoint: The whole note of a checkpoint that covers the entry.
    ///   - proof: The hashes that lead from the leaf to the checkpoint's root.
    public init(
        position: UInt64,
        entryID: EntryID,
        leafHash: Digest32,
        checkpoint: String,
        proof: [Digest32]
    ) {
        self.position = position
        self.entryID = entryID
        self.leafHash = leafHash
        self.checkpoint = checkpoint
        self.proof = proof
    }

    /// Checks everything that the receipt claims.
    ///
    /// - Parameters:
    ///   - entryBytes: The encoding of the entry.
    ///   - origin: The origin line of the log.
    ///   - verifier: The public key of the log.
    /// - Returns: The entry.
    /// - Throws: ``ReceiptRefused`` with what is wrong.
    @discardableResult
    public func verify(
        entryBytes: [UInt8],
        origin: String,
        verifier: NoteVerifier
    ) throws(ReceiptRefused) -> Entry {
        guard MerkleTree.leafHash(entryBytes) == leafHash else { throw .otherEntry }
        let entry: Entry
        do {
            entry = try Entry(decoding: entryBytes)
        } catch {
            throw .malformedEntry(error)
        }
        guard entry.id == entryID else { throw .otherEntry }
        guard entry.verifySignature(origin: origin) else { throw .badSignature }
        try verifyInclusion(origin: origin, verifier: verifier)
        return entry
    }

    /// Checks that the log covered the leaf, without the entry itself.
    ///
    /// - Parameters:
    ///   - origin: The origin line of the log.
    ///   - verifier: The public key of the log.
    /// - Returns: The checkpoint.
    /// - Throws: ``ReceiptRefused/badCheckpoint`` or ``ReceiptRefused/badProof(_:)``.
    @discardableResult
    public func verifyInclusion(
        origin: String,
        verifier: NoteVerifier
    ) throws(ReceiptRefused) -> Checkpoint {
        let signed = try? SignedCheckpoint(
            verifying: checkpoint,
            origin: origin,
            verifier: verifier
        )
        guard let covering = signed?.checkpoint else { throw .badCheckpoint }
        do {
            try MerkleTree.verifyInclusion(
                index: position,
                size: covering.size,
                leafHash: leafHash,
                proof: proof,
                root: covering.root
            )
        } catch {
            throw .badProof(error)
        }
        return covering
    }
}
