/// Why a receipt file was not believed.
public enum ReceiptFileRefused: Error, Hashable, Sendable {
    /// The file does not say which entry it is for, and the reader did not either.
    case noLeafHash
    /// The file is for another entry than the reader's.
    case otherEntry
    /// The checkpoint is not one that the policy believes.
    case badCheckpoint(CheckpointRefused)
    /// Too few of the policy's witnesses vouched for the checkpoint.
    case notQuorate(witnesses: Int)
    /// The proof does not lead from the entry to the checkpoint's root.
    case badProof(ProofError)
}

extension ReceiptFile {
    /// Checks everything that the file claims, without the log and without a network.
    ///
    /// - Parameters:
    ///   - policy: The log and the witnesses that the reader believes.
    ///   - expected: The hash of the entry that the reader has; without one the file's own is taken, and
    ///     what is proved is that *some* entry with this hash is in the log.
    /// - Returns: The checkpoint with those witnesses of the policy that vouched for it, and when.
    /// - Throws: ``ReceiptFileRefused`` with what is wrong.
    @discardableResult
    public func verify(
        policy: WitnessPolicy,
        leafHash expected: Digest32? = nil
    ) throws(ReceiptFileRefused) -> CosignedCheckpoint {
        guard let leaf = expected ?? leafHash else { throw .noLeafHash }
        guard leafHash == nil || leafHash == leaf else { throw .otherEntry }
        let cosigned: CosignedCheckpoint
        do {
            cosigned = try policy.judge(note: checkpoint)
        } catch {
            throw .badCheckpoint(error)
        }
        guard cosigned.isQuorate else {
            throw .notQuorate(witnesses: cosigned.cosignatures.count)
        }
        do {
            try MerkleTree.verifyInclusion(
                index: index,
                size: cosigned.checkpoint.size,
                leafHash: leaf,
                proof: proof,
                root: cosigned.checkpoint.root
            )
        } catch {
            throw .badProof(error)
        }
        return cosigned
    }
}
