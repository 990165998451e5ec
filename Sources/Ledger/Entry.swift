/// Why an entry was refused.
public enum EntryMalformed: Error, Hashable, Sendable {
    /// The bytes end before the entry does.
    case truncated
    /// Bytes follow the entry.
    case trailingBytes
    /// The version is one that this library does not know.
    case unknownVersion(UInt8)
    /// The kind breaks the rules of ``EntryKind``.
    case badKind
    /// The actor's key is one that ``ActorKey`` refuses.
    case badActor(KeyRefused)
    /// The sequence number is 0, or it and ``Entry/previous`` disagree on whether this is the
    /// actor's first entry.
    case badSequence
    /// There are more than 255 commitments.
    case tooManyCommitments
    /// The signature is not 64 bytes.
    case badSignature
}

/// One signed fact in a log, safe to publish.
///
/// An entry says who acted, in what order, and that something exists; it never says what. The facts
/// themselves stay elsewhere, and the entry holds only commitments to them.
///
/// There is no time in it on purpose. A claimed time proves nothing, and in public it would tell
/// when someone was helped, so it belongs with the sealed facts. What the log itself proves is an
/// interval: an entry is younger than the ``checkpoint`` it cites and older than the first checkpoint
/// that covers it.
public struct Entry: Hashable, Sendable {
    /// The version of the encoding that this library writes.
    public static let version: UInt8 = 1

    /// The largest encoding there can be, in bytes, below the 65,535 that an entry bundle of
    /// C2SP tlog-tiles can hold.
    public static let maximumByteCount = 8_411

    // An entry is its encoding, and what it says is read there: whoever goes through millions of them
    // needs no copy of each, and what is stored, hashed and sent is what was signed.

    /// The encoding, perhaps as a part of a bundle that holds others too.
    let bytes: ArraySlice<UInt8>
    let layout: Layout

    /// Whose entry it is.
    public let actor: ActorKey

    /// The random name of the entry.
    public var id: EntryID { EntryID(high: word(Layout.id), low: word(Layout.id + 8)) }

    /// What sort of thing it says.
    public var kind: EntryKind { EntryKind(checked: field(Layout.kind, layout.kindByteCount)) }

    /// Its number among the actor's entries in this log: 1, 2, 3 and so on without a gap.
    public var sequence: UInt64 { word(layout.sequence) }

    /// The leaf hash of the actor's previous entry; zero for the first.
    public var previous: Digest32 { digest(layout.previous) }

    /// The digest of a checkpoint of this log that the actor had seen; zero when there was none.
    public var checkpoint: Digest32 { digest(layout.checkpoint) }

    /// What was sealed elsewhere: 0 to 255 values that reveal nothing of it.
    public var commitments: [Digest32] {
        (0..<layout.commitmentCount).map { digest(layout.commitments + $0 * Digest32.byteCount) }
    }

    /// The actor's Ed25519 signature, 64 bytes, over ``signedBytes(origin:)``.
    public var signature: [UInt8] { Array(field(layout.signature, Layout.signatureByteCount)) }

    /// Makes and signs an entry.
    ///
    /// A ``Log`` does this for its drafts; it is public for whoever writes entries elsewhere.
    ///
    /// - Parameters:
    ///   - origin: The origin line of the log that the entry is for.
    ///   - id: Its random name.
    ///   - kind: What sort of thing it says.
    ///   - sequence: Its number among the signer's entries, from 1.
    ///   - previous: The leaf hash of the signer's previous entry; zero for the first.
    ///   - checkpoint: The digest of a checkpoint of the log; zero when there is none.
    ///   - commitments: 0 to 255 values.
    ///   - signer: Who acts.
    /// - Throws: ``EntryMalformed`` when the parts make no entry, or the signer's own error.
    public init(
        origin: String,
        id: EntryID,
        kind: EntryKind,
        sequence: UInt64,
        previous: Digest32,
        checkpoint: Digest32,
        commitments: [Digest32],
        signer: any EntrySigner
    ) throws {
        guard commitments.count <= 255 else { throw EntryMalformed.tooManyCommitments }
        let body = Self.encode(
            id: id,
            kind: kind,
            actor: signer.key,
            sequence: sequence,
            previous: previous,
            checkpoint: checkpoint,
            commitments: commitments
        )
        let signature = try signer.sign(Self.signedBytes(origin: origin, body: body[...]))
        guard signature.count == Layout.signatureByteCount else {
            throw EntryMalformed.badSignature
        }
        try self.init(decoding: body + signature)
    }

    /// The bytes that the actor signs: a fixed first line, the log's origin on the second, and the
    /// encoding without the signature.
    ///
    /// The first two lines keep the signature from meaning anything in another protocol or log.
    ///
    /// - Parameter origin: The origin line of the log, without a line break.
    /// - Returns: The bytes.
    public func signedBytes(origin: String) -> [UInt8] {
        Self.signedBytes(origin: origin, body: bytes.dropLast(Layout.signatureByteCount))
    }

    private static func signedBytes(origin: String, body: ArraySlice<UInt8>) -> [UInt8] {
        Array("ledger-entry/v1\n\(origin)\n".utf8) + body
    }

    /// Whether the signature is the actor's, for this log.
    ///
    /// - Parameter origin: The origin line of the log.
    /// - Returns: `true` only for a good signature.
    public func verifySignature(origin: String) -> Bool {
        actor.verifies(signature: signature, over: signedBytes(origin: origin))
    }

    /// Two entries are one when every byte is the same.
    public static func == (one: Entry, other: Entry) -> Bool { one.bytes == other.bytes }

    /// Feeds what names the entry into a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
