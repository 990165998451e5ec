/// Why bytes are no request to cosign a checkpoint.
public enum AddCheckpointMalformed: Error, Hashable, Sendable {
    /// There are more than ``AddCheckpoint/maximumByteCount`` bytes.
    case tooLong
    /// The first line is not `old` and a decimal size without leading zeros.
    case badOldSize
    /// A line of the proof is not base64 of 32 bytes.
    case badProof
    /// The proof has more than 63 lines.
    case proofTooLong
    /// There is no blank line before the checkpoint.
    case noBlankLine
    /// What follows is no signed note.
    case badNote(NoteMalformed)
    /// The note's text is no checkpoint.
    case badCheckpoint(CheckpointMalformed)
    /// The old size is larger than the checkpoint's.
    case oldSizeTooLarge
}

/// A request to a witness: a checkpoint, and the proof that it continues an older one.
///
/// It is the body of `add-checkpoint` in C2SP tlog-witness.
public struct AddCheckpoint: Hashable, Sendable {
    /// The most bytes that a request is read with; a proof and a hundred signatures need fewer.
    public static let maximumByteCount = 65_536
    /// The most hashes of a proof.
    public static let maximumProofCount = 63

    /// The size that the witness is thought to have cosigned last; 0 when it has cosigned none.
    public let oldSize: UInt64
    /// The consistency proof (RFC 6962, section 2.1.2) from that size to the checkpoint's.
    public let proof: [Digest32]
    /// The checkpoint's note, with no signature verified.
    public let note: SignedNote
    /// What the note says.
    public let checkpoint: Checkpoint

    /// Makes a request.
    ///
    /// - Parameters:
    ///   - oldSize: The size that the witness cosigned last, 0 to the checkpoint's size.
    ///   - proof: The consistency proof, at most 63 hashes.
    ///   - note: The checkpoint's note.
    /// - Throws: ``AddCheckpointMalformed`` when that makes no request.
    public init(
        oldSize: UInt64,
        proof: [Digest32],
        note: SignedNote
    ) throws(AddCheckpointMalformed) {
        guard proof.count <= Self.maximumProofCount else { throw .proofTooLong }
        self.oldSize = oldSize
        self.proof = proof
        self.note = note
        do {
            checkpoint = try Checkpoint(parsing: note.text)
        } catch {
            throw .badCheckpoint(error)
        }
        guard oldSize <= checkpoint.size else { throw .oldSizeTooLarge }
    }

    /// Reads a request and believes nothing in it.
    ///
    /// - Parameter bytes: The whole body.
    /// - Throws: ``AddCheckpointMalformed`` with what is wrong.
    public init(parsing bytes: [UInt8]) throws(AddCheckpointMalformed) {
        guard bytes.count <= Self.maximumByteCount else { throw .tooLong }
        var rest = bytes[...]
        guard let first = Self.popLine(&rest), let oldSize = Self.oldSize(first) else {
            throw .badOldSize
        }
        var proof: [Digest32] = []
        while true {
            guard let line = Self.popLine(&rest) else { throw .noBlankLine }
            guard !line.isEmpty else { break }
            guard proof.count < Self.maximumProofCount else { throw .proofTooLong }
            guard let hash = Digest32(base64: line) else { throw .badProof }
            proof.append(hash)
        }
        let note: SignedNote
        do {
            note = try SignedNote(parsing: rest)
        } catch {
            throw .badNote(error)
        }
        try self.init(oldSize: oldSize, proof: proof, note: note)
    }

    /// The body of the request, which ``init(parsing:)`` reads.
    public var serialized: String {
        "old \(oldSize)\n" + proof.map { $0.base64 + "\n" }.joined() + "\n" + note.serialized
    }

    private static func popLine(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func oldSize(_ line: String) -> UInt64? {
        guard line.hasPrefix("old ") else { return nil }
        return UInt64(decimal: line.dropFirst(4))
    }
}
