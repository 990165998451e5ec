package import Ledger

/// Shows that an *opened* entry of one member is durable, and lets the boxes of some compartments be
/// opened on it.
///
/// Made only from the stored bytes of that entry and the log's receipt for them, so that no code path
/// opens a section without its entry. Which compartments the entry is about is sealed in its own box:
/// there the vault takes the word of the node, which decided both.
///
/// Whoever holds it can open those compartments' boxes again, also such as were written later, for as
/// long as it is kept: a member's node keeps it for one sitting, in memory.
package struct OpeningReceipt: Sendable {
    /// The kind of entry that opens sections.
    package static let kind: EntryKind = "section.opened"

    /// The compartments that may be opened, 16 bytes each.
    package let compartments: Set<[UInt8]>

    /// Checks that the receipt is for this entry, and the entry an opening by this member.
    ///
    /// - Parameters:
    ///   - receipt: the log's proof, as the commit of the entry gave it.
    ///   - entryBytes: the entry as it is stored.
    ///   - opener: the key of the member who opens.
    ///   - verifier: the log's public key.
    ///   - compartments: what the entry says is opened.
    /// - Throws: `VaultError.needsOpening` if any of it does not hold.
    package init(
        receipt: Receipt,
        entryBytes: [UInt8],
        opener: ActorKey,
        verifier: NoteVerifier,
        compartments: Set<[UInt8]>
    ) throws {
        let entry = try? receipt.verify(
            entryBytes: entryBytes,
            origin: verifier.name,
            verifier: verifier
        )
        guard let entry, entry.kind == Self.kind, entry.actor == opener else {
            throw VaultError.needsOpening
        }
        self.compartments = compartments
    }
}
