/// Why evidence does not show that a log signed two histories.
public enum EvidenceRefused: Error, Hashable, Sendable {
    /// The text is not of the form that ``ForkEvidence/text`` writes.
    case malformed
    /// The notes are of different logs.
    case differentLogs
    /// A note is not signed by the log's key.
    case notSigned(NoteUnverified)
    /// The notes do not contradict each other, or the hashes do not show that they do.
    case noContradiction
}

/// Two notes of one log that cannot both be true, so that anybody can check that it signed both.
///
/// Either they name different roots for one size; or the hashes, in the form of a consistency proof
/// (RFC 6962, section 2.1.2), lead to the later note's root, and to another root over its first
/// leaves than the earlier note names. Here the first hash is never left out, as that form of proof
/// does when the earlier size is a power of two.
public struct ForkEvidence: Hashable, Sendable {
    /// The note with the smaller size, or either when the sizes are the same.
    public let earlier: SignedNote
    /// The note with the larger size.
    public let later: SignedNote
    /// The hashes that show the contradiction; none when the sizes are the same.
    public let hashes: [Digest32]

    private static let firstLine = "tlog-fork-evidence/v1"

    /// Puts evidence together, without checking it.
    ///
    /// - Parameters:
    ///   - earlier: The note with the smaller size.
    ///   - later: The note with the larger size.
    ///   - hashes: What shows the contradiction.
    public init(earlier: SignedNote, later: SignedNote, hashes: [Digest32] = []) {
        self.earlier = earlier
        self.later = later
        self.hashes = hashes
    }

    /// Reads evidence, without checking it.
    ///
    /// - Parameter text: The whole file.
    /// - Throws: ``EvidenceRefused/malformed``.
    public init(parsing text: String) throws(EvidenceRefused) {
        // A checkpoint has no empty line, so the five parts can only be these.
        let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false)
        guard text.utf8.count <= 4 * AddCheckpoint.maximumByteCount, parts.count == 5,
            let earlier = try? SignedNote(parsing: "\(parts[1])\n\n\(parts[2])\n"),
            let later = try? SignedNote(parsing: "\(parts[3])\n\n\(parts[4])")
        else { throw .malformed }
        let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        let hashes = lines.dropFirst().compactMap { Digest32(base64: String($0)) }
        guard lines[0] == Self.firstLine, hashes.count == lines.count - 1,
            hashes.count <= AddCheckpoint.maximumProofCount + 1
        else { throw .malformed }
        self.init(earlier: earlier, later: later, hashes: hashes)
    }

    /// The evidence as a file: a first line, the hashes, a blank line, the earlier note, a blank line,
    /// the later note.
    public var text: String {
        ([Self.firstLine] + hashes.map(\.base64)).map { $0 + "\n" }.joined()
            + "\n" + earlier.serialized + "\n" + later.serialized
    }

    /// Checks that the log signed two histories.
    ///
    /// - Parameter keys: The log's keys, from a source that the reader trusts; nothing else is needed.
    /// - Returns: The two checkpoints that contradict each other.
    /// - Throws: ``EvidenceRefused`` when they do not, or the log did not sign both.
    @discardableResult
    public func verify(
        keys: [NoteVerifier]
    ) throws(EvidenceRefused) -> (earlier: Checkpoint, later: Checkpoint) {
        guard let first = try? Checkpoint(parsing: earlier.text),
            let second = try? Checkpoint(parsing: later.text)
        else { throw .malformed }
        guard first.origin.hasSameBytes(as: second.origin) else { throw .differentLogs }
        let own = keys.filter { $0.name.hasSameBytes(as: first.origin) }
        for note in [earlier, later] {
            do {
                try note.verify(with: own)
            } catch {
                throw .notSigned(error)
            }
        }
        guard contradicts(first, second) else { throw .noContradiction }
        return (first, second)
    }

    /// Whether the notes contradict each other, whoever signed them.
    var isContradiction: Bool {
        guard let first = try? Checkpoint(parsing: earlier.text),
            let second = try? Checkpoint(parsing: later.text)
        else { return false }
        return contradicts(first, second)
    }

    private func contradicts(_ first: Checkpoint, _ second: Checkpoint) -> Bool {
        if first.size == second.size {
            return first.root != second.root
        }
        guard 0 < first.size, first.size < second.size,
            let roots = try? MerkleTree.consistencyRoots(
                oldSize: first.size,
                newSize: second.size,
                hashes: hashes
            )
        else { return false }
        return roots.new == second.root && roots.old != first.root
    }
}
