import Coalition
import Foundation
import Ledger

/// The demonstration, filled once for the tests that only read it.
struct DemoRecord: Sendable {
    let store: any LogStore
    let verifier: NoteVerifier
    let size: UInt64

    static let origin = "demo.test/log"
    static let fileName = "06MEXICO3423-retold.txt"

    private static let made = Task { try await DemoRecord() }

    static var shared: DemoRecord {
        get async throws { try await made.value }
    }

    private init() async throws {
        let store = try SQLiteStore.inMemory()
        let key = SigningKey()
        try await Self.fill(store, key: key)
        self.store = store
        verifier = try NoteVerifier(name: Self.origin, key: key.key)
        size = try store.size()
    }

    /// Plays the whole demonstration on an empty store.
    static func fill(_ store: any LogStore, key: SigningKey) async throws {
        try Demo.found(store: store, origin: origin, checkpointKey: key)
        let witnesses = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: witnesses) }
        let demo = try Demo(
            store: store,
            origin: origin,
            checkpointKey: key,
            witnesses: witnesses
        )
        let sample = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Samples").appending(path: fileName)
        try await demo.fill(telegram: Data(contentsOf: sample), fileName: fileName)
    }
}
