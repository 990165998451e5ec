package import Foundation
package import Ledger

/// The data folder: everything a coalition's node keeps.
///
/// | file | what it is |
/// |---|---|
/// | `enlace.sqlite` | the log, and the vault beside it |
/// | `checkpoint.key` | the seed that signs checkpoints, in base64; read by its owner only |
/// | `checkpoint.key.next` | the seed that is to take its place, while the key is renewed |
/// | `log.vkey` | the public keys of the log, in the C2SP form, that of today first, to be handed to whoever verifies |
/// | `policy` | whose word it takes to publish a checkpoint (C2SP tlog-policy); without it the log's alone |
/// | `evidence/` | a file for each other history of this log that a witness was shown |
/// | `latest.checkpoint` | the last checkpoint, apart from the database, so that a database that lost its end is noticed |
package struct Folder: Sendable {
    package let url: URL

    package init(url: URL) {
        self.url = url
    }

    /// Whether there is a node's database here.
    package var isDataFolder: Bool { FileManager.default.fileExists(atPath: databasePath) }

    package var databasePath: String { url.appending(path: "enlace.sqlite").path }
    private var keyFile: URL { url.appending(path: "checkpoint.key") }
    private var nextKeyFile: URL { url.appending(path: "checkpoint.key.next") }
    private var verifierFile: URL { url.appending(path: "log.vkey") }
    private var policyFile: URL { url.appending(path: "policy") }
    package var evidence: EvidenceFolder {
        EvidenceFolder(url: url.appending(path: "evidence"))
    }
    private var checkpointFile: URL { url.appending(path: "latest.checkpoint") }

    /// Makes the folder and the log's key.
    ///
    /// - Throws: `FolderProblem.notEmpty` if there is anything in it already.
    package func create(origin: String) throws -> OpenFolder {
        try PrivateFolder.requireEmpty(url)
        let key = SigningKey()
        let verifier = try NoteVerifier(name: origin, key: key.key)
        try PrivateFolder.create(url, key: key, in: keyFile, verifier: verifier, in: verifierFile)
        let lock = try FolderLock(on: keyFile)
        let store = try SQLiteStore(path: databasePath)
        return OpenFolder(
            store: store,
            origin: origin,
            verifiers: [verifier],
            key: key,
            lock: lock
        )
    }

    /// Opens the folder for serving.
    ///
    /// - Throws: `FolderProblem` saying which file is not there or not readable, or that another
    ///   program has the folder open.
    package func open() throws -> OpenFolder {
        let origin = try verifier().name
        guard FileManager.default.fileExists(atPath: databasePath) else {
            throw FolderProblem.unreadable(file: "enlace.sqlite")
        }
        let lock = try FolderLock(on: keyFile)
        let store = try SQLiteStore(path: databasePath)
        let verifiers = try settledVerifiers(store)
        guard let key = PrivateFolder.key(in: keyFile), key.key == verifiers.first?.key else {
            throw FolderProblem.unreadable(file: keyFile.lastPathComponent)
        }
        return OpenFolder(
            store: store,
            origin: origin,
            verifiers: verifiers,
            key: key,
            lock: lock
        )
    }

    // MARK: The log's keys

    /// Puts the seed of the log's next key on the disk, durably, beside the one that signs now.
    func prepare(next key: SigningKey) throws {
        try PrivateFolder.write(key, to: nextKeyFile)
        guard let file = try? FileHandle(forWritingTo: nextKeyFile),
            (try? file.synchronize()) != nil
        else { throw FolderProblem.notWritable }
    }

    /// Makes the folder's files say what the record says of the log's keys.
    ///
    /// A next key that the log's last entry does not bring was never used: whoever began to renew broke
    /// off, and nothing was entered since, because every opening passes here.
    ///
    /// - Returns: the public keys that the log has and had, the newest first.
    func settledVerifiers(_ store: SQLiteStore) throws -> [NoteVerifier] {
        let manager = FileManager.default
        var verifiers = try verifiers()
        do {
            let isBegun = manager.fileExists(atPath: nextKeyFile.path)
            let next = isBegun ? try renewed(verifiers, by: store) : nil
            if let next {
                verifiers = [next] + verifiers.filter { $0 != next }
                let lines = verifiers.map { "\($0.text)\n" }.joined()
                try Data(lines.utf8).write(to: verifierFile, options: .atomic)
            }
            if verifiers.count > 1, manager.fileExists(atPath: policyFile.path) {
                let old = try policy()
                let new = try old.naming(verifiers)
                if new != old { try write(new) }
            }
            if next != nil {
                guard unsafe rename(nextKeyFile.path, keyFile.path) == 0 else {
                    throw FolderProblem.notWritable
                }
            } else if isBegun {
                try manager.removeItem(at: nextKeyFile)
            }
        } catch is CocoaError {
            throw FolderProblem.notWritable
        }
        return verifiers
    }

    /// The key that the log's last entry brings, if it is the one that lies ready.
    private func renewed(
        _ verifiers: [NoteVerifier],
        by store: SQLiteStore
    ) throws -> NoteVerifier? {
        let size = try store.size()
        guard size > 0, let last = try store.entries(in: size - 1..<size).first,
            let entry = try? Entry(decoding: last.bytes), let origin = verifiers.first?.name,
            let renewal = LogKeyRenewal(entry, origin: origin),
            verifiers.contains(renewal.former), entry.verifySignature(origin: origin),
            renewal.next.key == PrivateFolder.key(in: nextKeyFile)?.key
        else { return nil }
        return renewal.next
    }

    /// The log's public key of today; its name is the log's origin.
    package func verifier() throws -> NoteVerifier {
        guard let verifier = try verifiers().first else {
            throw FolderProblem.unreadable(file: verifierFile.lastPathComponent)
        }
        return verifier
    }

    /// The public keys that the log has and had, the newest first.
    package func verifiers() throws -> [NoteVerifier] {
        guard FileManager.default.fileExists(atPath: url.path) else { throw FolderProblem.absent }
        let lines = (try? String(contentsOf: verifierFile, encoding: .utf8))?
            .split(whereSeparator: \.isNewline)
        guard let lines, let verifiers = try? lines.map({ try NoteVerifier(parsing: String($0)) })
        else { throw FolderProblem.unreadable(file: verifierFile.lastPathComponent) }
        return verifiers
    }

    /// Whose word it takes to publish a checkpoint; the log's alone when there is no such file.
    ///
    /// - Throws: `PolicyMalformed`, or `FolderProblem` if the file is not readable.
    package func policy() throws -> WitnessPolicy {
        let verifiers = try verifiers()
        guard FileManager.default.fileExists(atPath: policyFile.path) else {
            return try WitnessPolicy(log: verifier()).naming(verifiers)
        }
        guard let bytes = try? Data(contentsOf: policyFile) else {
            throw FolderProblem.unreadable(file: policyFile.lastPathComponent)
        }
        return try WitnessPolicy(parsing: Array(bytes))
    }

    /// Puts a policy into the folder.
    package func write(_ policy: WitnessPolicy) throws {
        do {
            try Data(policy.text.utf8).write(to: policyFile, options: .atomic)
        } catch {
            throw FolderProblem.notWritable
        }
    }

    /// Keeps a checkpoint apart from the database.
    ///
    /// Not synchronized: it is there to notice a database that lost its end, and a file that lost its
    /// own end says nothing. What is durable is in the database.
    package func keep(checkpoint note: String) {
        try? Data(note.utf8).write(to: checkpointFile, options: .atomic)
    }

    /// The checkpoint that was kept, if there is one that the log's key signed.
    package func keptCheckpoint() throws -> Checkpoint? {
        let verifiers = try verifiers()
        guard let note = try? String(contentsOf: checkpointFile, encoding: .utf8),
            let origin = verifiers.first?.name
        else { return nil }
        return try? SignedCheckpoint(verifying: note, origin: origin, verifiers: verifiers)
            .checkpoint
    }

    /// The log for reading only, beside a server that may be running.
    package func readOnlyStore() throws -> SQLiteStore {
        try SQLiteStore(readingOnly: databasePath)
    }
}

/// A data folder that this program alone may write to, for as long as it keeps this value.
package struct OpenFolder: Sendable {
    package let store: SQLiteStore
    package let origin: String
    /// The public keys that the log has and had, the newest first.
    package let verifiers: [NoteVerifier]
    /// Signs the log's checkpoints.
    package let key: SigningKey
    private let lock: FolderLock

    fileprivate init(
        store: SQLiteStore,
        origin: String,
        verifiers: [NoteVerifier],
        key: SigningKey,
        lock: FolderLock
    ) {
        self.store = store
        self.origin = origin
        self.verifiers = verifiers
        self.key = key
        self.lock = lock
    }
}

/// What is wrong with a data folder.
package enum FolderProblem: Error, Hashable, Sendable {
    case absent
    case notEmpty
    case notWritable
    /// Another program has it open.
    case inUse
    case unreadable(file: String)
}
