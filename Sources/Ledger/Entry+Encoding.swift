// One byte of version, 16 of id, the kind with its length in one byte, 32 of actor, the sequence in
// 8 bytes big-endian, 32 of previous, 32 of checkpoint, the number of commitments in one byte and 32
// for each, 64 of signature. Every field has one spelling, so an entry has one encoding.

extension Entry {
    /// An entry's parts before it is signed.
    struct Unsigned {
        var id: EntryID
        var kind: EntryKind
        var actor: ActorKey
        var sequence: UInt64
        var previous: Digest32
        var checkpoint: Digest32
        var commitments: [Digest32]

        var encoded: [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(256 + 32 * commitments.count)
            bytes.append(Entry.version)
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
    }

    var unsigned: Unsigned {
        Unsigned(
            id: id,
            kind: kind,
            actor: actor,
            sequence: sequence,
            previous: previous,
            checkpoint: checkpoint,
            commitments: commitments
        )
    }

    /// The one encoding of this entry: what the log stores and hashes.
    public var encoded: [UInt8] { unsigned.encoded + signature }

    /// The hash of this entry as a leaf of the log's tree.
    public var leafHash: Digest32 { MerkleTree.leafHash(encoded) }

    /// Reads an entry, and takes no bytes but the ones that ``encoded`` would write.
    ///
    /// - Parameter bytes: A whole encoding and nothing after it.
    /// - Throws: ``EntryMalformed`` with the first thing that is wrong.
    public init(decoding bytes: [UInt8]) throws(EntryMalformed) {
        try self.init(decoding: bytes[...])
    }

    init(decoding bytes: ArraySlice<UInt8>) throws(EntryMalformed) {
        var reader = Reader(rest: bytes)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        guard let id = try EntryID(bytes: reader.take(EntryID.byteCount)) else { throw .truncated }
        let name = try reader.take(Int(reader.byte()))
        guard let text = String(validating: name, as: UTF8.self), let kind = EntryKind(text) else {
            throw .badKind
        }
        let actor: ActorKey
        let actorBytes = try reader.take(ActorKey.byteCount)
        do {
            actor = try ActorKey(bytes: actorBytes)
        } catch {
            throw .badActor(error)
        }
        let sequence = try reader.take(8).reduce(0) { $0 << 8 | UInt64($1) }
        let previous = try reader.digest()
        let checkpoint = try reader.digest()
        var commitments: [Digest32] = []
        for _ in try 0..<reader.byte() {
            try commitments.append(reader.digest())
        }
        let signature = try Array(reader.take(64))
        guard reader.rest.isEmpty else { throw .trailingBytes }
        try self.init(
            unsigned: Unsigned(
                id: id,
                kind: kind,
                actor: actor,
                sequence: sequence,
                previous: previous,
                checkpoint: checkpoint,
                commitments: commitments
            ),
            signature: signature
        )
    }

    /// Bytes taken from the front, never past the end.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ count: Int) throws(EntryMalformed) -> ArraySlice<UInt8> {
            guard rest.count >= count else { throw .truncated }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }

        mutating func byte() throws(EntryMalformed) -> UInt8 {
            guard let byte = rest.popFirst() else { throw .truncated }
            return byte
        }

        mutating func digest() throws(EntryMalformed) -> Digest32 {
            guard let digest = try Digest32(bytes: take(Digest32.byteCount)) else {
                throw .truncated
            }
            return digest
        }
    }
}
