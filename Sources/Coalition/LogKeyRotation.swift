package import Ledger

extension Folder {
    /// Gives the log a new key: an entry that the old key signs hands over to it, and every checkpoint
    /// from that entry on is the new key's.
    ///
    /// The new seed is on the disk before the entry, and takes the place of the old one after it: a
    /// crash in between is put right by `open`, which looks at what the log says.
    ///
    /// - Returns: the new key, and the position of the entry that brings it.
    /// - Throws: `FolderProblem`, or an error of the ledger if the log does not hang together.
    package func rotateLogKey() throws -> (key: NoteVerifier, position: UInt64) {
        let open = try open()
        defer { withExtendedLifetime(open) {} }
        let next = SigningKey()
        try prepare(next: next)
        let log = try Log(
            store: open.store,
            origin: open.origin,
            checkpointSigner: NoteSigner(name: open.origin, key: open.key),
            former: Array(open.verifiers.dropFirst()),
            known: try keptCheckpoint().map { [$0] } ?? []
        )
        let position = log.size
        // The checkpoint that the old key signs over this stays in memory and is shown to nobody.
        _ = try log.append([LogKeyRenewal.draft(of: open.origin, from: open.key, to: next)])
        _ = try settledVerifiers(open.store)
        return (try NoteVerifier(name: open.origin, key: next.key), position)
    }
}
