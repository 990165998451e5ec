import Foundation
import Ledger
import TestSupport
import Testing

/// What is left of a log after its process was killed.
struct DurabilityTests {
    @Test(arguments: UInt64(0)..<6)
    func `no acknowledged entry is lost when the process is killed`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("log")
        let result = await #expect(
            processExitsWith: .signal(SIGKILL),
            observing: [\.standardOutputContent]
        ) { [path = path as String, seed] in
            try appendUntilKilled(path: path, seed: seed)
        }
        let output = String(
            decoding: try #require(result).standardOutputContent,
            as: UTF8.self
        )
        let acknowledged = output.split(separator: "\n").compactMap { line in
            line.hasPrefix("size ") && line.hasSuffix(".")
                ? UInt64(line.dropFirst(5).dropLast()) : nil
        }
        let last = try #require(acknowledged.last)
        let fixture = try LogFixture(seed: seed)

        // Someone may look before the server is back, and must not disturb its files.
        let before = try folder.contents().filter { $0.key != "log-shm" }
        let report = try fixture.audit(SQLiteStore(readingOnly: path))
        #expect(report.findings == [])
        #expect(report.entries >= last)
        #expect(try folder.contents().filter { $0.key != "log-shm" } == before)

        let store = try SQLiteStore(path: path)
        let log = try fixture.open(store)
        #expect(log.size == report.entries)
        for number in 0..<log.size {
            let key = Array("\(number)".utf8)
            #expect(try store.shelfValue(space: "facts", key: key) != nil)
        }
        #expect(try store.shelfItems(space: "facts", prefix: []).count == Int(log.size))
        try log.append(fixture.drafts(2, from: Int(log.size)))
        try log.publish(log.latestCheckpoint.note)
        #expect(try fixture.audit(store).findings == [])
    }
}

/// Appends batches, and says the log's size after each, until a random moment ends the process.
private func appendUntilKilled(path: String, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let delay = UInt32.random(in: 0..<150_000, using: &generator)
    let fixture = try LogFixture(seed: seed)
    let log = try fixture.open(SQLiteStore(path: path))
    try log.publish(log.latestCheckpoint.note)
    var isTimed = false
    while true {
        let count = Int.random(in: 1...20, using: &generator)
        try log.append(fixture.drafts(count, from: Int(log.size)))
        if count % 3 == 0 { try log.publish(log.latestCheckpoint.note) }
        FileHandle.standardOutput.write(Data("size \(log.size).\n".utf8))
        if !isTimed {
            isTimed = true
            Thread.detachNewThread {
                usleep(delay)
                kill(getpid(), SIGKILL)
            }
        }
    }
}
