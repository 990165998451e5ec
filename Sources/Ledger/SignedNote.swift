/// Why bytes are no signed note.
public enum NoteMalformed: Error, Hashable, Sendable {
    /// The bytes are not valid UTF-8, or hold a control character other than the line feed.
    case badText
    /// There is no blank line before the signatures, or no signature, or no last line feed.
    case badStructure
    /// A signature line is not a dash, a name and base64 of at least five bytes.
    case badSignatureLine
    /// There are more than 100 signatures.
    case tooManySignatures
}

/// Why a note was not believed.
public enum NoteUnverified: Error, Hashable, Sendable {
    /// A signature by a known key is wrong, so the note is not to be used at all.
    case badSignature(name: String)
    /// No signature is by a known key.
    case noKnownSignature
}

/// One signature line of a note.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the signer.
    public let name: String
    /// The first four bytes of a hash of the signer's name and key: a hint, and no proof.
    public let keyID: UInt32
    /// What the signer's algorithm made.
    public let bytes: [UInt8]

    /// The line as a note has it, with its line feed.
    var line: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * UInt32($0))) }
        return "\u{2014} \(name) \(Base64.encode(id + bytes))\n"
    }
}

/// A text with signatures under it, in the format of C2SP signed-note.
public struct SignedNote: Hashable, Sendable {
    /// The most signatures that a note is read with; the specification asks for at least 16.
    public static let maximumSignatures = 100

    /// The text that was signed, its last line feed included.
    public let text: String
    /// The signatures, in the order of their lines.
    public private(set) var signatures: [NoteSignature]

    /// Reads a note, without believing any of its signatures.
    ///
    /// - Parameter bytes: The whole note.
    /// - Throws: ``NoteMalformed`` with what is wrong.
    public init(parsing bytes: some Collection<UInt8>) throws(NoteMalformed) {
        guard let whole = String(validating: bytes, as: UTF8.self) else { throw .badText }
        try self.init(parsing: whole)
    }

    /// Reads a note, without believing any of its signatures.
    ///
    /// - Parameter whole: The whole note.
    /// - Throws: ``NoteMalformed`` with what is wrong.
    public init(parsing whole: String) throws(NoteMalformed) {
        let bytes = Array(whole.utf8)
        let lineFeed = UInt8(ascii: "\n")
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == lineFeed }) else { throw .badText }
        // The last blank line parts text and signatures: the text may have blank lines of its own.
        let breaks = bytes.indices.dropFirst()
            .last { bytes[$0] == lineFeed && bytes[$0 - 1] == lineFeed }
        guard let blank = breaks, bytes.last == lineFeed, blank + 1 < bytes.count else {
            throw .badStructure
        }
        text = String(decoding: bytes[..<blank], as: UTF8.self)
        let lines = bytes[(blank + 1)...].dropLast()
            .split(separator: lineFeed, omittingEmptySubsequences: false)
        guard lines.count <= Self.maximumSignatures else { throw .tooManySignatures }
        signatures = try lines.map { line throws(NoteMalformed) in
            try NoteSignature(parsing: line)
        }
    }

    /// A text and the signatures of some signers.
    ///
    /// - Parameters:
    ///   - text: What to sign: lines without control characters, the last one with its line feed.
    ///   - signers: Who signs, at least one.
    /// - Throws: ``NoteMalformed`` when the outcome would not be a note, or the signing library's
    ///   error.
    public init(signing text: String, by signers: [NoteSigner]) throws {
        var whole = text + "\n"
        for signer in signers {
            whole += try signer.signature(over: text).line
        }
        try self.init(parsing: whole)
        guard self.text.hasSameBytes(as: text) else { throw NoteMalformed.badStructure }
    }

    /// The whole note, as ``init(parsing:)`` reads it.
    public var serialized: String {
        text + "\n" + signatures.map(\.line).joined()
    }

    /// The note with those signatures only that the given keys may have made.
    func keeping(signaturesBy keys: [NoteVerifier]) -> SignedNote {
        var note = self
        note.signatures.removeAll { signature in !keys.contains { $0.isNamed(in: signature) } }
        return note
    }

    /// The note with one more signature below the others.
    ///
    /// - Parameter signature: The signature, which is not verified.
    /// - Returns: The longer note.
    public func adding(_ signature: NoteSignature) -> SignedNote {
        var note = self
        note.signatures.append(signature)
        return note
    }

    /// Says which known keys signed.
    ///
    /// - Parameter known: The verifiers of the keys that the reader trusts.
    /// - Returns: Those of them that signed, each once, in the order of the signatures.
    /// - Throws: ``NoteUnverified`` when a known key's signature is wrong, or none is by a known key.
    @discardableResult
    public func verify(with known: [NoteVerifier]) throws(NoteUnverified) -> [NoteVerifier] {
        var verified: [NoteVerifier] = []
        for signature in signatures {
            guard let signer = known.first(where: { $0.isNamed(in: signature) }) else { continue }
            guard signer.verifies(signature, over: text) else {
                throw .badSignature(name: signer.name)
            }
            if !verified.contains(signer) {
                verified.append(signer)
            }
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return verified
    }
}

extension NoteSignature {
    /// Reads a signature line without its line feed.
    init(parsing line: ArraySlice<UInt8>) throws(NoteMalformed) {
        let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard fields.count == 3, Array(fields[0]) == Array("\u{2014}".utf8),
            case let name = String(decoding: fields[1], as: UTF8.self), NoteVerifier.isName(name),
            let blob = Base64.decode(String(decoding: fields[2], as: UTF8.self)), blob.count >= 5
        else { throw .badSignatureLine }
        self.init(
            name: name,
            keyID: blob[..<4].reduce(0) { $0 << 8 | UInt32($1) },
            bytes: Array(blob[4...])
        )
    }
}
