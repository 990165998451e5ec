import Ledger
import TestSupport

/// A log of some entries, three witnesses of which all must cosign, and receipts of its entries.
struct ReceiptBench {
    let bench: WitnessBench
    let leaves: [Digest32]
    let policy: WitnessPolicy

    init(size: Int = 11, seed: UInt64 = 1) throws {
        bench = try WitnessBench(witnesses: 3, seed: seed)
        leaves = bench.leaves(size)
        policy = try bench.policy(quorum: 3)
    }

    /// The receipt of an entry, under a note that some of the witnesses cosigned.
    func file(_ position: Int, cosignedBy witnesses: [Int] = [0, 1, 2]) throws -> ReceiptFile {
        let times = witnesses.map { ($0, 1_764_000_000 + UInt64($0)) }
        return try ReceiptFile(
            Receipt(
                position: UInt64(position),
                entryID: .random(),
                leafHash: leaves[position],
                checkpoint: bench.cosigned(
                    leaves.count,
                    by: Dictionary(uniqueKeysWithValues: times)
                ),
                proof: MerkleTree.inclusionProof(index: UInt64(position), leafHashes: leaves)
            )
        )
    }

    /// What a check of a file says: nothing for a good one, or why not.
    func refusal(of text: String) -> (any Error)? {
        refusal(of: Array(text.utf8))
    }

    func refusal(of bytes: [UInt8]) -> (any Error)? {
        do {
            try ReceiptFile(parsing: bytes).verify(policy: policy)
            return nil
        } catch {
            return error
        }
    }
}
