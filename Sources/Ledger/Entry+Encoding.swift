// One byte of version, 16 of id, the kind with its length in one byte, 32 of actor, the sequence in
// 8 bytes big-endian, 32 of previous, 32 of checkpoint, the number of commitments in one byte and 32
// for each, 64 of signature. Every field has one spelling, so an entry has one encoding.

extension Entry {
    /// Where the fields of an encoding are, counted from its start.
    struct Layout: Sendable {
        static let id = 1
        static let kindLength = id + EntryID.byteCount
        static let kind = kindLength + 1
        static let signatureByteCount = 64

        let kindByteCount: Int
        var commitmentCount = 0

        var actor: Int { Self.kind + kindByteCount }
        var sequence: Int { actor + ActorKey.byteCount }
        var previous: Int { sequence + 8 }
        var checkpoint: Int { previous + Digest32.byteCount }
        var commitmentLength: Int { checkpoint + Digest32.byteCount }
        var commitments: Int { commitmentLength + 1 }
        var signature: Int { commitments + commitmentCount * Digest32.byteCount }
        var end: Int { signature + Self.signatureByteCount }
    }

    /// The one encoding of this entry: what the log stores and hashes.
    public var encoded: [UInt8] { Array(bytes) }

    /// The hash of this entry as a leaf of the log's tree.
    public var leafHash: Digest32 { MerkleTree.leafHash(bytes) }

    /// Everything but the signature.
    static func encode(
        id: EntryID,
        kind: EntryKind,
        actor: ActorKey,
        sequence: UInt64,
        previous: Digest32,
        checkpoint: Digest32,
        commitments: [Digest32]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(320 + Digest32.byteCount * commitments.count)
        bytes.append(version)
        bytes += id.bytes
        bytes.append(UInt8(kind.name.utf8.count))
        bytes += kind.name.utf8
        bytes += actor.bytes
        bytes.append(bigEndian: sequence)
        previous.append(to: &bytes)
        checkpoint.append(to: &bytes)
        bytes.append(UInt8(commitments.count))
        for commitment in commitments {
            commitment.append(to: &bytes)
        }
        return bytes
    }

    /// Reads an entry, and takes no bytes but the ones that ``encoded`` would write.
    ///
    /// - Parameter bytes: A whole encoding and nothing after it.
    /// - Throws: ``EntryMalformed`` with the first thing that is wrong.
    public init(decoding bytes: [UInt8]) throws(EntryMalformed) {
        try self.init(decoding: bytes[...])
    }

    init(decoding bytes: ArraySlice<UInt8>) throws(EntryMalformed) {
        let (start, count) = (bytes.startIndex, bytes.count)
        guard count > 0 else { throw .truncated }
        guard bytes[start] == Self.version else { throw .unknownVersion(bytes[start]) }
        guard count > Layout.kindLength else { throw .truncated }
        var layout = Layout(kindByteCount: Int(bytes[start + Layout.kindLength]))
        guard count >= layout.actor else { throw .truncated }
        guard EntryKind.isKind(bytes[(start + Layout.kind)..<(start + layout.actor)]) else {
            throw .badKind
        }
        guard count >= layout.sequence else { throw .truncated }
        do {
            actor = try ActorKey(Self.digest(of: bytes, at: layout.actor))
        } catch {
            throw .badActor(error)
        }
        guard count >= layout.commitments else { throw .truncated }
        layout.commitmentCount = Int(bytes[start + layout.commitmentLength])
        guard count >= layout.end else { throw .truncated }
        guard count == layout.end else { throw .trailingBytes }
        self.bytes = bytes
        self.layout = layout
        guard sequence > 0, (sequence == 1) == (previous == .zero) else { throw .badSequence }
    }

    // MARK: - Reading

    func field(_ offset: Int, _ count: Int) -> ArraySlice<UInt8> {
        bytes.dropFirst(offset).prefix(count)
    }

    func word(_ offset: Int) -> UInt64 {
        unsafe bytes.withUnsafeBytes { bytes in
            UInt64(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }

    func digest(_ offset: Int) -> Digest32 { Self.digest(of: bytes, at: offset) }

    private static func digest(of bytes: ArraySlice<UInt8>, at offset: Int) -> Digest32 {
        unsafe bytes.withUnsafeBytes { unsafe Digest32(from: $0, at: offset) }
    }
}
