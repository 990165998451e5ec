package import Casework
import Foundation
import Ledger
import Vault

extension Folder {
    /// Gives the log a new key: an entry that the old key signs vouches for it, and every checkpoint
    /// from that entry on is the new key's.
    ///
    /// The new seed is on the disk before the entry, and takes the place of the old one after it: a
    /// crash in between is put right by `open`, which looks at what the record says.
    ///
    /// - Returns: the chain of keys, with the new one at its end.
    /// - Throws: `FolderProblem`, or an error of the ledger if the log does not hang together.
    package func rotateLogKey(now: Moment = .now()) throws -> LogKeyChain {
        let open = try open()
        defer { withExtendedLifetime(open) {} }
        let old = try NoteVerifier(name: open.origin, key: open.key.key)
        let next = SigningKey()
        try prepare(next: next)
        let log = try Log(
            store: open.store,
            origin: open.origin,
            checkpointSigner: NoteSigner(name: open.origin, key: open.key),
            former: open.keys.former.map(\.verifier),
            known: try keptCheckpoint().map { [$0] } ?? []
        )
        let id = EntryID.random()
        let fact = try LogKeyRenewal.fact(of: open.origin, from: open.key, to: next)
        let sheet = Sheet(at: now, compartment: .open, fact: fact)
        let box = try Box.clear(sheet.encoded(), entry: id, ordinal: 0)
        let place = VaultShelf.boxKey(
            compartment: box.header.compartment,
            position: log.size,
            ordinal: 0
        )
        // The checkpoint that the old key signs over this stays in memory and is shown to nobody.
        _ = try log.append([
            EntryDraft(
                id: id,
                kind: "log.key-renewed",
                commitments: [box.commitment],
                signer: open.key,
                companions: [.put(space: VaultShelf.boxes, key: place, value: box.stored)]
            )
        ])
        let chain = try LogKeyChain(in: open.store, trusting: old)
        try settle(chain)
        return chain
    }
}
