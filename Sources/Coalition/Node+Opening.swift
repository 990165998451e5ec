package import Casework
import Ledger
import Vault

/// What an opened section says, oldest first.
package struct OpenedSection: Sendable {
    package let section: Section
    package let notes: [(stamp: Stamp, note: SectionNote)]
    /// The entry that this opening left.
    package let entry: UInt64
}

extension Node {
    /// Opens a section of a dossier: first the entry, durable, and only then the key.
    ///
    /// - Throws: `Policy.Reason` or `Refusal` if it may not be; `VaultError` if a box is missing or does
    ///   not match its entry, or a key is not what it was, in which case nothing of the section is
    ///   shown.
    package func open(_ command: OpenSection, by member: Member) async throws -> OpenedSection {
        let done = try await commit(OpenSection.act, by: member) { desk, setting in
            try command.decide(on: desk, in: setting)
        }
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        let position = done.receipt.position
        let receipt = try OpeningReceipt(
            receipt: done.receipt,
            entryBytes: try log.entry(at: position).encoded,
            opener: member.signer.key,
            verifier: log.verifier,
            compartments: Set(done.made.map(\.bytes))
        )
        var reader = BoxReader(log: log)
        var notes: [(stamp: Stamp, note: SectionNote)] = []
        for part in done.made {
            let (key, _) = try unwrap(part, for: office)
            for genuine in try reader.boxes(in: part.bytes) {
                let text = try genuine.box.open(with: key, origin: origin, against: receipt)
                guard let sheet = try? Sheet(decoding: text), case .noted(let note) = sheet.fact,
                    let stamp = commons.stamp(genuine, at: sheet.at)
                else { throw VaultError.damaged }
                notes.append((stamp, note))
            }
        }
        let written = office.desk.dossiers[command.dossier]?.notesWritten(in: done.made) ?? 0
        guard reader.damaged.isEmpty, notes.count >= written else { throw VaultError.damaged }
        return OpenedSection(
            section: command.section,
            notes: notes.sorted { $0.stamp < $1.stamp },
            entry: position
        )
    }
}
