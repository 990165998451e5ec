package import Ledger

/// A receipt that somebody kept, to be held against a record: its entry must be there.
package struct HeldReceipt: Sendable {
    /// What the person who keeps it calls it: the file's name.
    package let name: String
    let position: UInt64
    let leafHash: Digest32
    /// What the witnesses vouched for when it was given; the record must continue it.
    let checkpoint: Checkpoint

    /// Checks a receipt by itself.
    ///
    /// - Throws: `ReceiptFileRefused` if it proves nothing under the policy.
    package init(
        name: String,
        file: ReceiptFile,
        policy: WitnessPolicy
    ) throws(ReceiptFileRefused) {
        let proved = try file.verify(policy: policy)
        guard let leafHash = file.leafHash else { throw .noLeafHash }
        self.name = name
        self.leafHash = leafHash
        position = file.index
        checkpoint = proved.checkpoint
    }
}

/// Receipts that wait for their entries while a record is read.
struct HeldReceipts {
    private var waiting: [UInt64: [HeldReceipt]]

    init(_ receipts: [HeldReceipt]) {
        waiting = Dictionary(grouping: receipts, by: \.position)
    }

    /// Takes off those that are for this entry.
    mutating func take(_ position: UInt64, _ entry: Entry) {
        guard let here = waiting[position] else { return }
        let leafHash = MerkleTree.leafHash(entry.encoded)
        waiting[position] = here.filter { $0.leafHash != leafHash }
    }

    /// What the record lacks, by position.
    var findings: [Verification.Finding] {
        waiting.values.joined()
            .sorted { ($0.position, $0.name) < ($1.position, $1.name) }
            .map { receipt in
                Verification.Finding(
                    positions: receipt.position..<receipt.position + 1,
                    reason: .receiptWithoutEntry(name: receipt.name)
                )
            }
    }
}
