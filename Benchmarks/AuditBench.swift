import Foundation
import Ledger

/// A full audit, next to nothing but verifying as many signatures and hashing as many messages.
struct AuditBench {
    private let sample: SampleLog
    private let store: SQLiteStore
    private let size: UInt64
    private let messages: SignedMessages

    init(folder: URL, size: UInt64) throws {
        self.size = size
        sample = try SampleLog()
        store = try SQLiteStore(path: folder.appending(path: "log.sqlite").path)
        try sample.fill(sample.open(store), to: size)
        let bytes = try store.entries(in: 0..<1).first?.bytes ?? []
        messages = try SignedMessages(count: Int(size), byteCount: bytes.count)
    }

    func run() throws {
        var table = Table(
            "audit of \(number(Double(size))) entries",
            "LogAuditor/s",
            "verify + SHA-256/s",
            "ratio"
        )
        table.add(
            "every signature, \(Machine.cores) cores",
            try Contest(rounds: 7, ours: audit, peer: messages.verifyRate)
        )
        table.print()
    }

    private func audit() throws -> Double {
        let auditor = LogAuditor(
            reader: StoreReader(store),
            origin: SampleLog.origin,
            policy: try WitnessPolicy(log: sample.checkpointSigner.verifier)
        )
        var report: AuditReport?
        let time = seconds { report = auditor.audit() }
        guard report?.isSound == true, report?.entries == size else { throw Unsound() }
        return Double(size) / time
    }
}

/// The log that was made here is not what it should be: a fault of the program, and no measurement.
struct Unsound: Error {}
