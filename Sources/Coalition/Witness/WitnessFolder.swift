import Casework
package import Foundation
package import Ledger

/// The folder of a witness: everything that it keeps.
///
/// | file | what it is |
/// |---|---|
/// | `witness.key` | the seed that cosigns, in base64; read by its owner only |
/// | `witness.vkey` | the public key in the C2SP form, to be put in policies |
/// | `witness.sqlite` | what it has cosigned; without it the witness could be led to cosign a fork |
/// | `evidence/` | a file for each fork that it was shown |
package struct WitnessFolder: Sendable {
    package let url: URL

    package init(url: URL) {
        self.url = url
    }

    private var keyFile: URL { url.appending(path: "witness.key") }
    private var verifierFile: URL { url.appending(path: "witness.vkey") }
    private var databasePath: String { url.appending(path: "witness.sqlite").path }
    package var evidence: EvidenceFolder {
        EvidenceFolder(url: url.appending(path: "evidence"))
    }

    /// Makes the folder, the key, and the empty memory.
    ///
    /// - Returns: the public key.
    /// - Throws: `FolderProblem`, or `NoteKeyRefused.badName` for a name that makes no line.
    package func create(name: String) throws -> NoteVerifier {
        let key = SigningKey()
        let verifier = try Cosigner(name: name, key: key).verifier
        try PrivateFolder.requireEmpty(url)
        try PrivateFolder.create(url, key: key, in: keyFile, verifier: verifier, in: verifierFile)
        _ = try WitnessStore(path: databasePath)
        return verifier
    }

    /// The witness's public key.
    package func verifier() throws -> NoteVerifier {
        guard FileManager.default.fileExists(atPath: url.path) else { throw FolderProblem.absent }
        guard let text = try? String(contentsOf: verifierFile, encoding: .utf8),
            let verifier = try? NoteVerifier(parsing: text.trimmed)
        else { throw FolderProblem.unreadable(file: verifierFile.lastPathComponent) }
        return verifier
    }

    /// Opens the witness for serving.
    ///
    /// - Parameters:
    ///   - logs: the keys of the logs that it serves. Of several keys of one log only the first counts,
    ///     which signs today: a former one may be in a thief's hands, and must lead no witness astray.
    ///   - clock: tells the time in seconds since 1970.
    ///   - onFork: told where evidence of a fork was saved, or `nil` when it could not be.
    /// - Returns: the witness, locked for this program.
    /// - Throws: `FolderProblem`. A witness whose memory is gone does not start: it would begin to
    ///   forget.
    package func open(
        logs: [NoteVerifier],
        clock: @escaping @Sendable () -> UInt64 = { UInt64(max(0, Date().timeIntervalSince1970)) },
        onFork: @escaping @Sendable (ForkEvidence, URL?) -> Void = { _, _ in }
    ) throws -> OpenWitness {
        let verifier = try verifier()
        guard let key = PrivateFolder.key(in: keyFile), key.key == verifier.key else {
            throw FolderProblem.unreadable(file: keyFile.lastPathComponent)
        }
        guard FileManager.default.fileExists(atPath: databasePath) else {
            throw FolderProblem.unreadable(file: "witness.sqlite")
        }
        let lock = try FolderLock(on: keyFile)
        let evidence = evidence
        var origins: Set<[UInt8]> = []
        let logs = logs.filter { origins.insert(Array($0.name.utf8)).inserted }
        let witness = Witness(
            cosigner: try Cosigner(name: verifier.name, key: key),
            logs: logs,
            store: try WitnessStore(path: databasePath),
            clock: clock,
            onFork: { fork in onFork(fork, try? evidence.save(fork)) }
        )
        return OpenWitness(witness: witness, verifier: verifier, logs: logs, lock: lock)
    }
}

/// A witness that this program alone serves, for as long as it keeps this value.
package struct OpenWitness: Sendable {
    package let witness: Witness
    package let verifier: NoteVerifier
    /// The keys of the logs that it serves.
    package let logs: [NoteVerifier]
    private let lock: FolderLock

    fileprivate init(
        witness: Witness,
        verifier: NoteVerifier,
        logs: [NoteVerifier],
        lock: FolderLock
    ) {
        self.witness = witness
        self.verifier = verifier
        self.logs = logs
        self.lock = lock
    }
}
