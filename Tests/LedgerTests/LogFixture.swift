import Foundation
import Ledger
import TestSupport
import Testing

/// A log's key, some actors, and logs made with them; a seed determines everything but entry ids.
struct LogFixture {
    static let origin = "example.org/log"

    let signer: NoteSigner
    let actors: [SigningKey]

    init(seed: UInt64 = 1) throws {
        var generator = SplitMix64(seed: seed)
        func key() throws -> SigningKey {
            try SigningKey(seed: [UInt8].random(count: 32, using: &generator))
        }
        signer = try NoteSigner(name: Self.origin, key: key())
        actors = try (0..<3).map { _ in try key() }
    }

    func open(_ store: any LogStore) throws -> Log {
        try Log(store: store, origin: Self.origin, checkpointSigner: signer)
    }

    func drafts(_ count: Int, from first: Int = 0) -> [EntryDraft] {
        (first..<(first + count)).map { number in
            let digest = Digest32.sha256(Array("fact \(number)".utf8))
            return EntryDraft(
                kind: "test.fact",
                commitments: Array(repeating: digest, count: number % 3),
                signer: actors[number * number % 3],
                companions: [
                    .put(space: "facts", key: Array("\(number)".utf8), value: digest.bytes)
                ]
            )
        }
    }

    /// Appends batches of some sizes to the log in a store, and publishes a checkpoint after each.
    func fill(_ store: any LogStore, batches: [Int]) throws {
        let log = try open(store)
        for count in batches {
            try log.append(drafts(count, from: Int(log.size)))
            try log.publish(log.latestCheckpoint.note)
        }
    }

    /// The log's key, and no witness.
    var policy: WitnessPolicy {
        get throws { try WitnessPolicy(log: signer.verifier) }
    }

    func audit(_ store: any LogStore, known: [Checkpoint] = []) throws -> AuditReport {
        try audit(StoreReader(store), known: known)
    }

    func audit(_ reader: any LogReader, known: [Checkpoint] = []) throws -> AuditReport {
        try LogAuditor(reader: reader, origin: Self.origin, policy: policy, known: known).audit()
    }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// The names of the files and their bytes.
    func contents() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                try (name, Data(contentsOf: url.appending(path: name)))
            }
        )
    }
}
