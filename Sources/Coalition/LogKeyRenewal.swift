package import Ledger

/// One log key in the place of another: what the entry says that renews the key which signs
/// checkpoints (docs/entry-format.md, *When the log's key changes*).
///
/// The key that goes signs the entry, as its last act; the key that comes signs a statement in it. All
/// of it stands in the public log, so whoever trusts one of the keys can follow to the other with
/// nothing else.
package struct LogKeyRenewal: Hashable, Sendable {
    let former: NoteVerifier
    let next: NoteVerifier

    /// The kind of the entry, which no other entry has.
    package static let kind: EntryKind = "log.key-renewed"

    /// Makes the entry.
    static func draft(
        of origin: String,
        from former: SigningKey,
        to next: SigningKey
    ) throws -> EntryDraft {
        let statement = statement(
            try NoteVerifier(name: origin, key: former.key),
            try NoteVerifier(name: origin, key: next.key)
        )
        let signature = try next.sign(statement)
        return EntryDraft(
            kind: kind,
            // Commitments in name only: the key, and the halves of its signature.
            commitments: [next.key.bytes[...], signature.prefix(32), signature.suffix(32)]
                .compactMap { Digest32(bytes: $0) },
            signer: former
        )
    }

    /// Reads the entry; `nil` if it is of another kind, or the key that is to come did not sign it.
    ///
    /// Whether its actor was the key to be renewed is for `LogKeyChain` to say, and whether the actor
    /// signed it for a verification.
    init?(_ entry: Entry, origin: String) {
        guard entry.kind == Self.kind, entry.commitments.count == 3,
            let key = try? ActorKey(bytes: entry.commitments[0].bytes), key != entry.actor,
            let former = try? NoteVerifier(name: origin, key: entry.actor),
            let next = try? NoteVerifier(name: origin, key: key),
            key.verifies(
                signature: entry.commitments[1].bytes + entry.commitments[2].bytes,
                over: Self.statement(former, next)
            )
        else { return nil }
        self.former = former
        self.next = next
    }

    private static func statement(_ former: NoteVerifier, _ next: NoteVerifier) -> [UInt8] {
        Array("enlace/log-key/v1\n\(former.text)\n\(next.text)\n".utf8)
    }
}
