/// A witness's name and private key: it cosigns checkpoints (C2SP tlog-cosignature, version 1).
///
/// A cosignature says: as of this time, this is the largest tree of that log that I have seen, and it
/// continues every one that I saw before. Whoever cosigns must first have checked that, and have
/// stored the new checkpoint durably; this type does neither.
///
/// The specification now prefers ML-DSA-44 for new witnesses, which the cryptographic library at hand
/// does not have; Ed25519 remains allowed.
public struct Cosigner: Sendable {
    /// The public side, to be given to whoever is to verify.
    public let verifier: NoteVerifier

    private let signer: any EntrySigner

    /// Names a private key.
    ///
    /// - Parameters:
    ///   - name: Not empty, without spaces and plus signs.
    ///   - key: A key that signs nothing but cosignatures, since these do not bind the name.
    /// - Throws: ``NoteKeyRefused/badName``.
    public init(name: String, key: any EntrySigner) throws(NoteKeyRefused) {
        verifier = try NoteVerifier(name: name, key: key.key, algorithm: .cosignature)
        signer = key
    }

    /// Adds a cosignature to a checkpoint's note.
    ///
    /// - Parameters:
    ///   - note: The checkpoint, as the log signed it.
    ///   - time: The time of signing, in seconds since 1970-01-01 UTC.
    /// - Returns: The note with one more signature.
    /// - Throws: ``CheckpointMalformed`` when the note is no checkpoint, or the signer's own error.
    public func cosign(_ note: SignedNote, time: UInt64) throws -> SignedNote {
        _ = try Checkpoint(parsing: note.text)
        return try note.adding(cosignature(over: note.text, time: time))
    }

    func cosignature(over text: String, time: UInt64) throws -> NoteSignature {
        var timed: [UInt8] = []
        timed.append(bigEndian: time)
        let signature = try signer.sign(Self.signedBytes(text: text, time: time))
        return NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: timed + signature)
    }

    static func signedBytes(text: String, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
}

extension NoteSignature {
    /// The time that a cosignature claims, in seconds since 1970-01-01 UTC, or `nil` when the bytes
    /// are not those of a cosignature.
    ///
    /// A witness must not leave out the time (C2SP tlog-witness), and it must not exceed 2^63 - 1 (C2SP
    /// tlog-cosignature), so bytes with such a time are none of a cosignature.
    public var cosignedTime: UInt64? {
        guard bytes.count == 8 + 64 else { return nil }
        let time = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        return (1...UInt64(Int64.max)).contains(time) ? time : nil
    }
}

extension SignedNote {
    /// The time of a witness's first signature, which the caller has verified.
    func cosignedTime(by witness: NoteVerifier) -> UInt64? {
        signatures.first { witness.isNamed(in: $0) }?.cosignedTime
    }
}
