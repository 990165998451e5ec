import Foundation
import Ledger

/// Durable appends of entries with 1 KiB companions, next to the same bytes in plain SQLite.
struct AppendBench {
    private static let companion = [UInt8](repeating: 0xA5, count: 1024)

    private let folder: URL
    private let sample: SampleLog
    private let store: SQLiteStore
    private let log: Log
    private let plain: PlainSQLite
    private let entry: Data

    init(folder: URL) throws {
        self.folder = folder
        sample = try SampleLog()
        store = try SQLiteStore(path: folder.appending(path: "log.sqlite").path)
        log = try sample.open(store)
        plain = try PlainSQLite(path: folder.appending(path: "plain.sqlite").path)
        try log.append(sample.drafts(1, from: 0))
        entry = Data(try store.entries(in: 0..<1).first?.bytes ?? [])
    }

    func run() throws {
        var table = Table("append, 1 KiB companions", "Log.append/s", "limit/s", "ratio")
        for (batch, commits) in [(1, 200), (10, 60), (100, 12), (1000, 2)] {
            table.add(
                "batches of \(number(Double(batch))), plain SQLite",
                try Contest(rounds: 7) {
                    try append(batch, commits: commits)
                } peer: {
                    Double(batch * commits) / (try insert(batch, commits: commits))
                }
            )
            let messages = try SignedMessages(count: batch, byteCount: entry.count)
            table.add(
                "batches of \(number(Double(batch))), plain SQLite and signatures",
                try Contest(rounds: 7) {
                    try append(batch, commits: commits)
                } peer: {
                    let signing = seconds {
                        for _ in 0..<commits { messages.signAndVerify() }
                    }
                    return Double(batch * commits)
                        / (try insert(batch, commits: commits) + signing)
                }
            )
        }
        table.print()
        try printLimits()
    }

    private func append(_ batch: Int, commits: Int) throws -> Double {
        let count = batch * commits
        let drafts = sample.drafts(count, from: log.size, companion: Self.companion)
        let time = try seconds {
            for start in stride(from: 0, to: count, by: batch) {
                try log.append(Array(drafts[start..<start + batch]))
            }
        }
        return Double(count) / time
    }

    /// How long the peer takes.
    private func insert(_ batch: Int, commits: Int) throws -> Double {
        let box = Data(Self.companion)
        return try seconds {
            for _ in 0..<commits { try plain.insert(batch, entry: entry, box: box) }
        }
    }

    /// What bounds an append at either end: the disk for one entry, the signatures for many.
    private func printLimits() throws {
        let growing = try GrowingFile(url: folder.appending(path: "growing"))
        let record = entry + Data(Self.companion)
        var table = Table("limits of an append", "median/s")
        table.add(
            "write and fdatasync of a growing file, 1 entry",
            number(try rate(of: 200) { try growing.append(record) })
        )
        let messages = try SignedMessages(count: 2000, byteCount: entry.count)
        table.add("Ed25519: sign on one core", number(messages.signRate()))
        table.add(
            "Ed25519: verify on \(Machine.cores) cores",
            number(median((0..<9).map { _ in messages.verifyRate() }))
        )
        table.print()
    }

    private func rate(of count: Int, _ work: () throws -> Void) rethrows -> Double {
        median(
            try (0..<9).map { _ in
                Double(count) / (try seconds { for _ in 0..<count { try work() } })
            }
        )
    }
}
