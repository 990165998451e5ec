import Foundation
import Ledger

/// Durable appends beside what bounds them: plain SQLite with the same bytes, and signatures alone.
struct AppendBench {
    private let folder: URL
    private let sample: SampleLog

    init(folder: URL) throws {
        self.folder = folder
        sample = try SampleLog()
    }

    private func newLog() throws -> Log {
        try sample.open(SQLiteStore(path: newPath("log")))
    }

    private func newPath(_ name: String) -> String {
        folder.appending(path: "\(name)-\(UUID().uuidString)").path
    }

    func run() async throws {
        try await manyWriters(64, each: 60)
        try unchecked()
        try oneWriter(400)
    }

    /// Entries of many writers at once, each signature checked, beside verifying alone.
    private func manyWriters(_ writers: Int, each count: Int) async throws {
        let signers = (0..<writers).map { _ in SigningKey() }
        var table = Table("appends, \(writers) writers at once, signatures checked", limit: 0.7)
        var ours: [Double] = []
        var peer: [Double] = []
        var spent = 0.0
        for _ in 0..<5 {
            var maker = EntryMaker(signers)
            let made = try maker.make(turns: count)
            let messages = try SignedMessages(
                count: made.count,
                byteCount: made[0].entry.encoded.count
            )
            peer.append(messages.verifyRate())
            let writer = LogWriter(try newLog())
            let before = Machine.cpuSeconds
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for actor in 0..<writers {
                    group.addTask {
                        for index in stride(from: actor, to: made.count, by: writers) {
                            _ = try await writer.append(made[index])
                        }
                    }
                }
                try await group.waitForAll()
            }
            ours.append(Double(made.count) / (ContinuousClock.now - start).inSeconds)
            spent += Machine.cpuSeconds - before
        }
        table.add("verifying alone, \(Machine.cores) cores", ours, peer, cpu: spent)
        table.print()
    }

    /// Entries that somebody else checked, beside plain SQLite.
    private func unchecked() throws {
        let signers = (0..<64).map { _ in SigningKey() }
        var table = Table("appends, signatures not checked", limit: 0.6)
        for (batch, batches) in [(64, 300), (256, 100), (1000, 30)] {
            let count = batch * batches / 64
            var ours: [Double] = []
            var peer: [Double] = []
            var spent = 0.0
            for _ in 0..<5 {
                var maker = EntryMaker(signers, isSigned: false)
                let made = try maker.make(turns: count)
                let bytes = made.map(\.entry.encoded)
                let starts = stride(from: 0, to: made.count, by: batch)
                let plain = try PlainSQLite(path: newPath("plain"))
                peer.append(
                    try rate(made.count) {
                        for start in starts {
                            try plain.insert(bytes[start...].prefix(batch))
                        }
                    }
                )
                let log = try newLog()
                let before = Machine.cpuSeconds
                ours.append(
                    try rate(made.count) {
                        for start in starts {
                            let some = Array(made[start...].prefix(batch))
                            try log.append(signed: some, checkingSignatures: false)
                        }
                    }
                )
                spent += Machine.cpuSeconds - before
            }
            table.add("plain SQLite, batches of \(batch)", ours, peer, cpu: spent)
        }
        table.print()
    }

    /// One entry at a time, made and signed by the log, beside plain SQLite.
    private func oneWriter(_ count: Int) throws {
        var table = Table("appends, one writer, one at a time, each signed", limit: 0.8)
        var maker = EntryMaker(sample.actors)
        let bytes = try maker.make(turns: 1)[0].entry.encoded
        let log = try newLog()
        let plain = try PlainSQLite(path: newPath("plain"))
        var spent = 0.0
        let contest = try Contest(rounds: 9) {
            let drafts = sample.drafts(count, from: log.size)
            let before = Machine.cpuSeconds
            defer { spent += Machine.cpuSeconds - before }
            return try rate(count) { for draft in drafts { try log.append([draft]) } }
        } peer: {
            try rate(count) { for _ in 0..<count { try plain.insert([bytes]) } }
        }
        table.add("plain SQLite, single-row commits", contest.ours, contest.peer, cpu: spent)
        table.print()
    }

    private func rate(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
        Double(count) / (try seconds(work))
    }
}
