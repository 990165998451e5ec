/// Why a text is no checkpoint.
public enum CheckpointMalformed: Error, Hashable, Sendable {
    /// There are fewer than three lines, or the last has no line feed, or a line is empty.
    case badLines
    /// The size is not a decimal number below 2^64 without leading zeros.
    case badSize
    /// The root is not base64 of 32 bytes.
    case badRoot
}

/// The size and root of a log at one moment: the text of C2SP tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
    /// The line that names the log, and no other log.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root of the tree over them.
    public let root: Digest32
    /// Lines after the third, which the specification advises against and this library never writes.
    public let extensions: [String]

    /// Creates a checkpoint.
    ///
    /// - Parameters:
    ///   - origin: The log's origin line: not empty, with no control character.
    ///   - size: The number of entries.
    ///   - root: The root of the tree over them.
    /// - Throws: ``CheckpointMalformed/badLines`` when the origin makes no line.
    public init(origin: String, size: UInt64, root: Digest32) throws(CheckpointMalformed) {
        guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 0x20 }) else { throw .badLines }
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// Reads a checkpoint's text.
    ///
    /// - Parameter text: The lines above the signatures, the last line feed included.
    /// - Throws: ``CheckpointMalformed`` with what is wrong.
    public init(parsing text: String) throws(CheckpointMalformed) {
        let lineFeed = UInt8(ascii: "\n")
        let bytes = Array(text.utf8)
        let lines = bytes.dropLast().split(separator: lineFeed, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard bytes.last == lineFeed, lines.count >= 3, !lines.contains("") else { throw .badLines }
        guard let size = UInt64(decimal: lines[1]) else { throw .badSize }
        guard let root = Digest32(base64: lines[2]) else { throw .badRoot }
        origin = lines[0]
        self.size = size
        self.root = root
        extensions = Array(lines[3...])
    }

    /// The text that is signed, the last line feed included.
    public var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }
}

/// A checkpoint and the note that carries it with its signatures.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What was signed.
    public let checkpoint: Checkpoint
    /// The whole note, as C2SP signed-note has it.
    public let note: String

    /// The SHA-256 of the whole note, by which an entry cites a checkpoint.
    ///
    /// It covers the cosignatures, whose bytes nobody could know before the witnesses made them: so an
    /// entry that cites it is younger than they are.
    public var digest: Digest32 { .sha256(Array(note.utf8)) }

    /// Signs a checkpoint.
    ///
    /// - Parameters:
    ///   - checkpoint: What to sign.
    ///   - signer: The log's key.
    /// - Throws: ``NoteMalformed`` when the checkpoint's text cannot be that of a note, or the
    ///   signing library's error.
    public init(signing checkpoint: Checkpoint, by signer: NoteSigner) throws {
        self.checkpoint = checkpoint
        note = try SignedNote(signing: checkpoint.text, by: [signer]).serialized
    }

    /// Reads a note and believes it only if the log's key signed it and it is of the right log.
    ///
    /// - Parameters:
    ///   - note: The whole note.
    ///   - origin: The origin line that the checkpoint must have.
    ///   - verifier: The log's key.
    /// - Throws: ``NoteMalformed``, ``NoteUnverified``, ``CheckpointMalformed`` or
    ///   ``WrongOrigin``.
    public init(verifying note: String, origin: String, verifier: NoteVerifier) throws {
        try self.init(verifying: note, origin: origin, verifiers: [verifier])
    }

    /// Reads a note and believes it only if one of the log's keys signed it and it is of the right
    /// log.
    ///
    /// - Parameters:
    ///   - note: The whole note.
    ///   - origin: The origin line that the checkpoint must have.
    ///   - verifiers: The keys that the log has, or had before its key was renewed.
    /// - Throws: ``NoteMalformed``, ``NoteUnverified``, ``CheckpointMalformed`` or
    ///   ``WrongOrigin``.
    public init(verifying note: String, origin: String, verifiers: [NoteVerifier]) throws {
        let signed = try SignedNote(parsing: note)
        try signed.verify(with: verifiers)
        checkpoint = try Checkpoint(parsing: signed.text)
        guard checkpoint.origin.hasSameBytes(as: origin) else {
            throw WrongOrigin(found: checkpoint.origin)
        }
        self.note = note
    }
}

/// A checkpoint turned out to be another log's.
public struct WrongOrigin: Error, Hashable, Sendable {
    /// The origin line that it has.
    public let found: String
}
