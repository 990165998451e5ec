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
}

/// A log whose one entry is a member's, and what proves it.
struct OneEntryLog {
    let receipt: Receipt
    let entryBytes: [UInt8]
    let opener: ActorKey
    let verifier: NoteVerifier

    init(kind: EntryKind = OpeningReceipt.kind) throws {
        let store = try SQLiteStore.inMemory()
        let log = try Log(
            store: store,
            origin: VaultFixture.origin,
            checkpointSigner: NoteSigner(name: VaultFixture.origin, key: SigningKey())
        )
        let signer = SigningKey()
        receipt = try log.append([EntryDraft(kind: kind, commitments: [], signer: signer)])
            .receipts()[0]
        entryBytes = try store.entries(in: 0..<1)[0].bytes
        opener = signer.key
        verifier = log.verifier
    }

    func opening(
        _ compartments: Set<[UInt8]>,
        receipt other: Receipt? = nil,
        entryBytes otherBytes: [UInt8]? = nil,
        opener otherOpener: ActorKey? = nil
    ) throws -> OpeningReceipt {
        try OpeningReceipt(
            receipt: other ?? receipt,
            entryBytes: otherBytes ?? entryBytes,
            opener: otherOpener ?? opener,
            verifier: verifier,
            compartments: compartments
        )
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
