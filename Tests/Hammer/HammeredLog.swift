import Foundation
import Ledger
import TestSupport

/// A folder with a log whose keys a seed determines, so that it can be opened again after a crash.
struct HammeredLog {
    static let origin = "hammer.invalid/log"

    let log: Log

    init(folder: String, seed: UInt64) throws {
        let url = URL(filePath: folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let signer = try NoteSigner(name: Self.origin, key: Self.key(seed: seed))
        let policy = Data("log \(signer.verifier.text)\nquorum none\n".utf8)
        try policy.write(to: url.appending(path: "policy"))
        let store = try SQLiteStore(path: url.appending(path: "log.sqlite").path)
        log = try Log(store: store, origin: Self.origin, checkpointSigner: signer)
    }

    /// The key that a seed determines: the log's own, and after it one for each writer.
    static func key(seed: UInt64) throws -> SigningKey {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        return try SigningKey(seed: bytes)
    }
}
