import Foundation
import Linkage

/// The files of a private comparison on disk.
enum PrivateFiles {
    /// More than the filters of ten million records.
    private static let byteLimit = 2 << 30

    /// A file to be written.
    struct New {
        var path: String
        var bytes: [UInt8]
        /// Whether nobody but its owner may read it.
        var isSecret = false
    }

    /// Writes all files or none, over none that exists.
    static func write(_ files: [New]) throws {
        for file in files where FileManager.default.fileExists(atPath: file.path) {
            throw Problem(
                "\(file.path) exists already. Choose another name, so that nothing is overwritten.",
                "\(file.path) ya existe. Elija otro nombre, para no sobrescribir nada."
            )
        }
        var written: [String] = []
        do {
            for file in files {
                try OutputFile(path: file.path, isSecret: file.isSecret).write(file.bytes)
                written.append(file.path)
            }
        } catch {
            for path in written { try? FileManager.default.removeItem(atPath: path) }
            throw error
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: URL(filePath: path)),
            let bytes = try? handle.read(upToCount: byteLimit) ?? Data()
        else {
            throw Problem(
                "\(path) cannot be read. Check the path.",
                "No se puede leer \(path). Revise la ruta."
            )
        }
        return Array(bytes)
    }

    /// Reads a file of a private comparison, sealed or not.
    static func opened(_ path: String, with key: SealingKey?) throws -> [UInt8] {
        let bytes = try read(path)
        guard PrivateFile.kind(of: bytes) == .sealed else { return bytes }
        guard let key else {
            throw Problem(
                "\(path) is sealed. Say with which private key it opens: --open-with FILE.private",
                "\(path) está sellado. Diga con qué clave privada se abre: --open-with FILE.private"
            )
        }
        return try explained(path) { () throws(PrivateFileUnreadable) in try key.open(bytes) }
    }

    static func key(_ path: String, openedWith private: String?) throws -> RunKey {
        let bytes = try opened(path, with: try `private`.map(privateKey))
        return try explained(path) { () throws(PrivateFileUnreadable) in
            try RunKey(reading: bytes)
        }
    }

    static func offer(_ path: String) throws -> RunOffer {
        let bytes = try read(path)
        return try explained(path) { () throws(PrivateFileUnreadable) in
            try RunOffer(reading: bytes)
        }
    }

    static func agreement(_ path: String) throws -> RunAgreement {
        let bytes = try read(path)
        return try explained(path) { () throws(PrivateFileUnreadable) in
            try RunAgreement(reading: bytes)
        }
    }

    static func encoded(_ path: String, with key: SealingKey?) throws -> EncodedRecords {
        let bytes = try opened(path, with: key)
        return try explained(path) { () throws(PrivateFileUnreadable) in
            try EncodedRecords(reading: bytes)
        }
    }

    static func publicKey(_ path: String) throws -> SealingPublicKey {
        let text = String(decoding: try read(path).prefix(1_000), as: UTF8.self)
        guard let key = SealingPublicKey(text: text) else {
            throw Problem(
                "\(path) is no public key. Ask for the .public file of enlace link receiver.",
                "\(path) no es una clave pública. Pida el archivo .public de enlace link receiver."
            )
        }
        return key
    }

    static func privateKey(_ path: String) throws -> SealingKey {
        let text = String(decoding: try read(path).prefix(1_000), as: UTF8.self)
        guard let key = SealingKey(text: text) else {
            throw Problem(
                "\(path) is no private key. It is the .private file of enlace link receiver.",
                "\(path) no es una clave privada. Es el archivo .private de enlace link receiver."
            )
        }
        return key
    }

    static func seal(
        _ file: [UInt8],
        to key: SealingPublicKey,
        path: String
    ) throws -> [UInt8] {
        do throws(SealingFailed) {
            return try key.seal(file)
        } catch {
            throw Problem(
                "Nothing can be sealed to \(path). Ask for the public key again.",
                "No se puede sellar para \(path). Pida otra vez la clave pública."
            )
        }
    }

    /// The place of an agency among those of a run.
    static func index(of agency: String, in terms: RunTerms) throws -> Int {
        guard let index = terms.agencies.firstIndex(of: agency) else {
            let known = terms.agencies.joined(separator: ", ")
            throw Problem(
                "\(agency) does not take part in this run. Those that do: \(known).",
                "\(agency) no participa en esta comparación. Participan: \(known)."
            )
        }
        return index
    }

    private static func explained<Value>(
        _ path: String,
        _ read: () throws(PrivateFileUnreadable) -> Value
    ) throws -> Value {
        do throws(PrivateFileUnreadable) {
            return try read()
        } catch {
            let text = "\(path): \(error.text(in: Terminal.linkageLanguage))"
            throw Problem(text, text)
        }
    }
}
