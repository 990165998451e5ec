import ArgumentParser
import Foundation
import Ledger
import TestSupport

/// Writes to a log until it is stopped, for tests that kill it, starve it or make its disk fail.
///
/// What it prints was acknowledged: one line for each entry, with its position and its name, written
/// only after the store said that the entry is durable.
struct AppendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Append entries, and print the position and name of each that is durable."
    )

    @Argument(help: "The folder of the log; it is made when it is not there.")
    var folder: String

    @Option(help: "How many write at once.")
    var writers: UInt64 = 8

    @Option(help: "How many entries in all; 0 goes on until it is stopped.")
    var entries: UInt64 = 0

    @Option(help: "Determines the keys and the order.")
    var seed: UInt64 = 1

    @MainActor
    func run() async throws {
        let desk = Desk(log: try HammeredLog(folder: folder, seed: seed).log)
        FileHandle.standardOutput.write(Data("ready\n".utf8))
        let limit = entries == 0 ? .max : entries
        try await withThrowingTaskGroup { group in
            for writer in 0..<writers {
                let share = limit / writers + (writer < limit % writers ? 1 : 0)
                let key = try HammeredLog.key(seed: seed &+ 1 &+ writer)
                group.addTask {
                    try await Self.write(share, signer: key, to: desk)
                }
            }
            try await group.waitForAll()
        }
    }

    private static func write(_ count: UInt64, signer: SigningKey, to desk: Desk) async throws {
        for _ in 0..<count {
            let id = EntryID.random()
            let value = (0..<64).map { _ in UInt8.random(in: 0...255) }
            let receipt = try await desk.append(
                EntryDraft(
                    id: id,
                    kind: "hammer.blow",
                    commitments: [.sha256(value)],
                    signer: signer,
                    companions: [.put(space: "hammer", key: id.bytes, value: value)]
                )
            )
            let line = Data("\(receipt.position) \(receipt.entryID)\n".utf8)
            // One call of the kernel: a line is there whole or not at all.
            FileHandle.standardOutput.write(line)
        }
    }
}
