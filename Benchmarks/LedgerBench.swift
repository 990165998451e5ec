import ArgumentParser
import Foundation
import Ledger

/// Measures appending, auditing, opening and proving.
struct LedgerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Durable appends, audits, proofs, and the memory of a large log.",
        discussion: """
            The figures of the record are asked for with
              enlace-bench ledger --audited 1000000 --large 10000000
            """
    )

    @Option(help: "The number of entries that are audited.")
    var audited: UInt64 = 50_000

    @Option(help: "The number of entries of the large log.")
    var large: UInt64 = 1_000_000

    func run() async throws {
        print(Machine.describe())
        print("")
        try await withTemporaryFolder { try await AppendBench(folder: $0).run() }
        try await withTemporaryFolder { try AuditBench(folder: $0, size: audited).run() }
        try await withTemporaryFolder { try LargeLogBench(folder: $0, size: large).run() }
        print("load average at the end: \(Machine.load)")
    }
}
