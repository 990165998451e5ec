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
        try sample.fill(log, to: size)
    }

    func run() throws {
        var table = Table(
            "log of \(number(Double(size))) entries",
            "proofs/s",
            "checks of them/s",
            "ratio"
        )
        let positions = (0..<2000).map { _ in UInt64.random(in: 0..<size) }
        table.add(
            "inclusion proof",
            try Contest(rounds: 7) {
                try prove(positions)
            } peer: {
                try check(positions)
            }
        )
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

    private func prove(_ positions: [UInt64]) throws -> Double {
        let time = try seconds {
            for position in positions { _ = try log.inclusionProof(position: position, size: size) }
        }
        return Double(positions.count) / time
    }

    private func check(_ positions: [UInt64]) throws -> Double {
        let proofs = try positions.map { position in
            (
                position, try log.receipt(position: position).leafHash,
                try log.inclusionProof(position: position, size: size)
            )
        }
        let time = try seconds {
            for (position, leafHash, proof) in proofs {
                try MerkleTree.verifyInclusion(
                    index: position,
                    size: log.size,
                    leafHash: leafHash,
                    proof: proof,
                    root: log.root
                )
            }
        }
        return Double(positions.count) / time
    }
}
