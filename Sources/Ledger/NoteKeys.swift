import Crypto

/// Why a verifier key was refused.
public enum NoteKeyRefused: Error, Hashable, Sendable {
    /// The text is not a name, eight hexadecimal digits and base64, with a plus between.
    case malformed
    /// The name is empty, or has a space or a plus.
    case badName
    /// The algorithm is none of ``NoteAlgorithm``.
    case unknownAlgorithm
    /// The key id is not the one that the name and key have.
    case wrongKeyID
    /// The key is one that ``ActorKey`` refuses.
    case badKey(KeyRefused)
}

/// How a signature of a note is made; the number is the byte that stands for it in a key.
public enum NoteAlgorithm: UInt8, Sendable {
    /// Ed25519 over the text (C2SP signed-note).
    case ed25519 = 1
    /// Ed25519 over a time and the text, by a witness (C2SP tlog-cosignature, version 1).
    case cosignature = 4
}

/// The public key of a note's signer, in the format of C2SP signed-note.
public struct NoteVerifier: Hashable, Sendable {
    /// The signer's name, which the key id binds to the key.
    public let name: String
    /// The Ed25519 public key.
    public let key: ActorKey
    /// What the key signs.
    public let algorithm: NoteAlgorithm
    /// The first four bytes of the SHA-256 of name, line feed, algorithm and key, as one number.
    public let keyID: UInt32

    /// Names a public key.
    ///
    /// - Parameters:
    ///   - name: Not empty, without spaces and plus signs; by custom, a host and a path.
    ///   - key: The public key.
    ///   - algorithm: What the key signs; a witness has a key for nothing else.
    /// - Throws: ``NoteKeyRefused/badName``.
    public init(
        name: String,
        key: ActorKey,
        algorithm: NoteAlgorithm = .ed25519
    ) throws(NoteKeyRefused) {
        guard Self.isName(name) else { throw .badName }
        self.name = name
        self.key = key
        self.algorithm = algorithm
        let hashed = Array(name.utf8) + [UInt8(ascii: "\n"), algorithm.rawValue] + key.bytes
        keyID = Digest32.sha256(hashed).bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads the text form: name, plus, key id, plus, key.
    ///
    /// - Parameter text: Such as `example.com/log+530d903a+AekyeRrm…`.
    /// - Throws: ``NoteKeyRefused`` with the reason.
    public init(parsing text: String) throws(NoteKeyRefused) {
        // The name can have no plus, and base64 can: only the first two part the fields.
        let fields = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, fields[1].utf8.count == 8,
            let idBytes = Hex.decode(String(fields[1])),
            let blob = Base64.decode(String(fields[2])), let type = blob.first
        else { throw .malformed }
        guard let algorithm = NoteAlgorithm(rawValue: type) else { throw .unknownAlgorithm }
        let key: ActorKey
        do {
            key = try ActorKey(bytes: blob.dropFirst())
        } catch {
            throw .badKey(error)
        }
        try self.init(name: String(fields[0]), key: key, algorithm: algorithm)
        guard keyID == idBytes.reduce(0, { $0 << 8 | UInt32($1) }) else { throw .wrongKeyID }
        // Digits of the other case would be a second spelling, which the specification does not have.
        guard self.text.hasSameBytes(as: text) else { throw .malformed }
    }

    /// The text form, which ``init(parsing:)`` reads.
    public var text: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * UInt32($0))) }
        return "\(name)+\(Hex.encode(id))+\(Base64.encode([algorithm.rawValue] + key.bytes))"
    }

    /// Whether a signature claims to be this key's.
    func isNamed(in signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.hasSameBytes(as: signature.name)
    }

    func verifies(_ signature: NoteSignature, over text: String) -> Bool {
        switch algorithm {
        case .ed25519:
            return key.verifies(signature: signature.bytes, over: Array(text.utf8))
        case .cosignature:
            guard let time = signature.cosignedTime else { return false }
            let signed = Cosigner.signedBytes(text: text, time: time)
            return key.verifies(signature: Array(signature.bytes.dropFirst(8)), over: signed)
        }
    }

    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20
            }
    }
}

/// A name and a private key that sign notes, in the format of C2SP signed-note.
public struct NoteSigner: Sendable {
    /// The public side, to be given to whoever is to verify.
    public let verifier: NoteVerifier

    private let signer: any EntrySigner

    /// Names a private key.
    ///
    /// - Parameters:
    ///   - name: Not empty, without spaces and plus signs.
    ///   - key: Who signs, with Ed25519.
    /// - Throws: ``NoteKeyRefused/badName``.
    public init(name: String, key: any EntrySigner) throws(NoteKeyRefused) {
        verifier = try NoteVerifier(name: name, key: key.key)
        signer = key
    }

    func signature(over text: String) throws -> NoteSignature {
        try NoteSignature(
            name: verifier.name,
            keyID: verifier.keyID,
            bytes: signer.sign(Array(text.utf8))
        )
    }
}
