import Casework
import Foundation
import Ledger

/// Folders that their owner alone can enter, and the key files in them: those of a node and of a
/// witness.
enum PrivateFolder {
    /// - Throws: `FolderProblem.notEmpty` if there is anything in the folder already.
    static func requireEmpty(_ folder: URL) throws(FolderProblem) {
        let contents = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard contents?.isEmpty ?? true else { throw .notEmpty }
    }

    /// Makes the folder, and puts a key and its public side into two files of it.
    ///
    /// - Throws: `FolderProblem.notWritable`.
    static func create(
        _ folder: URL,
        key: SigningKey,
        in keyFile: URL,
        verifier: NoteVerifier,
        in verifierFile: URL
    ) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
            try write(key, to: keyFile)
            try Data((verifier.text + "\n").utf8).write(to: verifierFile)
        } catch is CocoaError {
            throw FolderProblem.notWritable
        }
    }

    /// Writes a key's seed in base64, to be read by its owner only.
    static func write(_ key: SigningKey, to file: URL) throws(FolderProblem) {
        let isWritten = FileManager.default.createFile(
            atPath: file.path,
            contents: Data(Data(key.seed).base64EncodedString().utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else { throw .notWritable }
    }

    /// The key whose seed a file holds, if it holds one.
    static func key(in file: URL) -> SigningKey? {
        (try? String(contentsOf: file, encoding: .utf8))
            .flatMap { Data(base64Encoded: $0.trimmed) }
            .flatMap { try? SigningKey(seed: $0) }
    }
}
