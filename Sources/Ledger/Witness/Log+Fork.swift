extension Log {
    /// Evidence that this log's key also signed another history, if a note that somebody else was
    /// shown makes it.
    ///
    /// - Parameter note: A checkpoint of this log, such as a witness serves; its signatures are
    ///   verified by whoever checks the evidence.
    /// - Returns: The evidence, or `nil` when the note fits this log or covers more than this log has.
    /// - Throws: ``CheckpointMalformed`` when the note is no checkpoint; ``RecordAltered`` or the
    ///   store's own error.
    public func forkEvidence(against note: SignedNote) throws -> ForkEvidence? {
        let other = try Checkpoint(parsing: note.text)
        guard 0 < other.size, other.size <= size else { return nil }
        let tree = try grownTree()
        let root = try tree.shape(at: other.size).root
        guard root != other.root else { return nil }
        let proof = try tree.shape(at: size).consistencyProof(from: other.size)
        // A proof from a complete tree leaves that tree's root out, and here it is what tells them apart.
        let isComplete = other.size & (other.size - 1) == 0
        return ForkEvidence(
            earlier: note,
            later: try SignedNote(parsing: latestCheckpoint.note),
            hashes: other.size == size ? [] : isComplete ? [root] + proof : proof
        )
    }
}
