extension Log {
    /// Entries, held against the tree: what was changed on the disk is never given out.
    ///
    /// - Parameter positions: A range below ``size``.
    /// - Returns: All of them, in order.
    /// - Throws: ``ProofError/outOfRange``, ``RecordAltered``, or the store's own error.
    public func entries(in positions: Range<UInt64>) throws -> [StoredEntry] {
        guard positions.upperBound <= size else { throw ProofError.outOfRange }
        return try grownTree().entries(in: positions)
    }

    /// An entry, held against the tree.
    ///
    /// - Parameter position: Its place in the log, from 0.
    /// - Returns: The entry.
    /// - Throws: ``ProofError/outOfRange``, ``RecordAltered``, ``EntryMalformed``, or the store's own
    ///   error.
    public func entry(at position: UInt64) throws -> Entry {
        guard position < size else { throw ProofError.outOfRange }
        return try Entry(decoding: entries(in: position..<position + 1)[0].bytes)
    }

    /// A new receipt for an entry, under ``latestCheckpoint``.
    ///
    /// - Parameter position: The entry's place in the log, from 0.
    /// - Returns: The receipt.
    /// - Throws: As ``entry(at:)``.
    public func receipt(position: UInt64) throws -> Receipt {
        try receipt(position: position, under: latestCheckpoint)
    }

    /// A new receipt for an entry, under ``published``.
    ///
    /// - Parameter position: The entry's place in the log, from 0.
    /// - Returns: The receipt; `nil` while no published checkpoint covers the entry.
    /// - Throws: As ``entry(at:)``.
    public func publishedReceipt(position: UInt64) throws -> Receipt? {
        guard position < size else { throw ProofError.outOfRange }
        guard let published, position < published.checkpoint.size else { return nil }
        return try receipt(position: position, under: published)
    }

    private func receipt(position: UInt64, under signed: SignedCheckpoint) throws -> Receipt {
        Receipt(
            position: position,
            entryID: try entry(at: position).id,
            leafHash: try grownTree().leafHash(at: position),
            checkpoint: signed.note,
            proof: try inclusionProof(position: position, size: signed.checkpoint.size)
        )
    }

    /// The proof that an entry is in the log (RFC 6962, section 2.1.1).
    ///
    /// - Parameters:
    ///   - position: The entry's place in the log, from 0.
    ///   - size: The size of the tree that the proof is for, up to the log's own.
    /// - Returns: The hashes from the leaf up.
    /// - Throws: ``ProofError/outOfRange``, ``RecordAltered``, or the store's own error.
    /// - Complexity: Reads O(log *n*) tiles.
    public func inclusionProof(position: UInt64, size: UInt64) throws -> [Digest32] {
        try grownTree().shape(at: size).inclusionProof(index: position)
    }

    /// The proof that the log at one size continues what it was at a smaller one (RFC 6962, section
    /// 2.1.2).
    ///
    /// - Parameters:
    ///   - oldSize: The smaller size.
    ///   - size: The larger one, up to the log's own.
    /// - Returns: The hashes in the order of the RFC; none for 0 and for the whole size.
    /// - Throws: ``ProofError/outOfRange``, ``RecordAltered``, or the store's own error.
    /// - Complexity: Reads O(log *n*) tiles.
    public func consistencyProof(from oldSize: UInt64, to size: UInt64) throws -> [Digest32] {
        try grownTree().shape(at: size).consistencyProof(from: oldSize)
    }

    /// The bytes of one of the log's tiles, as C2SP tlog-tiles has them, or of a bundle of the
    /// published checkpoints.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes; `nil` when the published log has not grown so far.
    /// - Throws: ``RecordAltered`` when the store does not hold what the log's tree covers, or the
    ///   store's own error.
    public func tile(at path: TilePath) throws -> [UInt8]? {
        if path.content == .checkpoints {
            guard path.isWithin(size: storedCheckpoints) else { return nil }
            return try store.notes(path.places)
        }
        guard let published, path.isWithin(size: published.checkpoint.size) else { return nil }
        return try grownTree().bytes(at: path)
    }
}

extension LogStore {
    /// A bundle of stored checkpoints, of which there must be all.
    func notes(_ numbers: Range<UInt64>) throws -> [UInt8] {
        let notes = try checkpoints(in: numbers).map { Array($0.note.utf8) }
        guard notes.count == numbers.count else { throw StoreError.unreadable(numbers.upperBound) }
        return try EntryBundle(entries: notes).encoded
    }
}
