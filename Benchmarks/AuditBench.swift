import Crypto
import Dispatch
import Foundation
import Ledger

/// A whole audit, beside nothing but verifying as many signatures, and nothing but hashing.
struct AuditBench {
    private let sample: SampleLog
    private let store: SQLiteStore
    private let size: UInt64
    private let messages: SignedMessages

    init(folder: URL, size: UInt64) throws {
        self.size = size
        sample = try SampleLog()
        let path = folder.appending(path: "log.sqlite").path
        try sample.fill(sample.open(SQLiteStore(path: path)), to: size)
        store = try SQLiteStore(readingOnly: path)
        let bytes = try store.entries(in: 0..<1).first?.bytes ?? []
        messages = try SignedMessages(count: Int(min(size, 20_000)), byteCount: bytes.count)
    }

    func run() throws {
        var signed = Table(
            "audit of \(number(Double(size))) entries, every signature (at most 1.3 times the time)",
            limit: 1 / 1.3
        )
        var unsigned = Table("audit of \(number(Double(size))) entries, no signature", limit: 0.6)
        var spent = 0.0
        let rounds = size > 200_000 ? 1 : 3
        let full = try Contest(rounds: rounds, warming: size <= 200_000) {
            try audit(true, &spent)
        } peer: {
            messages.verifyRate()
        }
        signed.add("verifying alone, \(Machine.cores) cores", full.ours, full.peer, cpu: spent)
        signed.print()
        spent = 0
        let bytes = try store.entries(in: 0..<min(size, 100_096)).map(\.bytes)
        let bare = try Contest(rounds: 5) {
            try audit(false, &spent)
        } peer: {
            hashingRate(bytes)
        }
        unsigned.add(
            "hashing leaves and nodes alone, \(Machine.cores) cores",
            bare.ours,
            bare.peer,
            cpu: spent
        )
        unsigned.print()
    }

    private func audit(_ checksSignatures: Bool, _ spent: inout Double) throws -> Double {
        let auditor = LogAuditor(
            reader: StoreReader(store),
            origin: SampleLog.origin,
            policy: try WitnessPolicy(log: sample.checkpointSigner.verifier),
            checksSignatures: checksSignatures
        )
        let before = Machine.cpuSeconds
        var report: AuditReport?
        let time = seconds { report = auditor.audit() }
        spent += Machine.cpuSeconds - before
        guard report?.isSound == true, report?.entries == size else { throw Unsound() }
        return Double(size) / time
    }

    /// The leaves' hashes and the nodes' above them, in pieces of 256 on all cores.
    private func hashingRate(_ entries: [[UInt8]]) -> Double {
        let pieces = (entries.count + 255) / 256
        let time = seconds {
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                let leaves = entries[(256 * piece)...].prefix(256).map(MerkleTree.leafHash)
                _ = MerkleTree.root(ofLeafHashes: leaves)
            }
        }
        return Double(entries.count) / time
    }
}

/// The log that was made here is not what it should be: a fault of the program, and no measurement.
struct Unsound: Error {}
