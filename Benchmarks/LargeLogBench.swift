import Foundation
import Ledger

/// Proofs, opening and memory of a large log.
struct LargeLogBench {
    private let sample: SampleLog
    private let path: String
    private let log: Log
    private let size: UInt64

    init(folder: URL, size: UInt64) throws {
        self.size = size
        sample = try SampleLog()
        path = folder.appending(path: "log.sqlite").path
        log = try sample.open(SQLiteStore(path: path))
        let time = try seconds { try sample.fillUnsigned(log, to: size) }
        print(
            "large log: \(number(Double(size))) entries without signatures, made in "
                + "\(decimal(time)) s"
        )
        print("")
    }

    func run() throws {
        let positions = (0..<500).map { _ in UInt64.random(in: 0..<size) }
        var times: [Double] = []
        for position in positions {
            times.append(
                try seconds { _ = try log.inclusionProof(position: position, size: size) }
            )
        }
        let inclusion = times.sorted()
        times = []
        for position in positions {
            times.append(try seconds { _ = try log.consistencyProof(from: position, to: size) })
        }
        let consistency = times.sorted()
        var table = Table(heads: "proof from \(number(Double(size)))", "median", "99%", "limit")
        for (name, sorted) in [("inclusion", inclusion), ("consistency", consistency)] {
            table.add(
                name,
                "\(decimal(1000 * median(sorted))) ms",
                "\(decimal(1000 * sorted[sorted.count * 99 / 100])) ms",
                "1 ms"
            )
        }
        table.print()
        try openInAnotherProcess()
    }

    /// A fresh process has no memory from before that opening the log could use again.
    private func openInAnotherProcess() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["open", path]
        fflush(nil)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Unsound() }
    }
}
