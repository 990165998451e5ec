import Ledger
import TestSupport
import Vault

/// One log's origin, one compartment and its key, for boxes to be sealed in.
struct VaultFixture {
    static let origin = "vault.test/log"

    let key = SectionKey()
    let compartment = randomBytes(16)
    let entry = EntryID.random()

    func seal(
        _ text: String,
        _ access: BoxHeader.Access = .folded,
        key other: SectionKey? = nil
    ) throws -> Box {
        try Box.seal(
            Array(text.utf8),
            key: other ?? key,
            access: access,
            compartment: compartment,
            entry: entry,
            ordinal: 3,
            origin: Self.origin
        )
    }

    /// A log with one entry, and the log's receipt for it.
    static func opened() throws -> (receipt: Receipt, verifier: NoteVerifier) {
        let log = try Log(
            store: SQLiteStore.inMemory(),
            origin: origin,
            checkpointSigner: NoteSigner(name: origin, key: SigningKey())
        )
        let draft = EntryDraft(kind: "section.opened", commitments: [], signer: SigningKey())
        return (try log.append([draft])[0], log.verifier)
    }
}

extension Box {
    /// The header's bytes, cut out of the row of the shelf.
    var headerBytes: [UInt8] { Array(stored[32..<111]) }
}

extension [UInt8] {
    static func random(_ count: Int, using generator: inout SplitMix64) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// These bytes with one of them changed.
    func flipping(_ index: Int, by mask: UInt8 = 1) -> [UInt8] {
        var bytes = self
        bytes[index] ^= mask
        return bytes
    }
}
