package import Casework
import Ledger
import Vault

/// What opened sections say.
package struct OpenedSections: Sendable {
    package let opening: Opening
    /// The notes of each section asked for, oldest first.
    package let notes: [Section: [(stamp: Stamp, note: SectionNote)]]
    /// The entry that this opening left, now or earlier in the sitting.
    package let entry: UInt64
    /// When they were opened.
    package let at: Moment
    /// Until when they can be read again without another entry.
    package let until: Moment
}

extension Node {
    /// Opens sections of a dossier: first the entry, durable, and only then the keys.
    ///
    /// What the member has opened in this sitting for the same purpose is read again on the entry that
    /// there is. An opening that is unusual becomes durable together with a flag, or not at all.
    ///
    /// - Throws: `Policy.Reason` or `Refusal` if it may not be; `VaultError` if a box is missing or does
    ///   not match its entry, or a key is not what it was, in which case nothing is shown.
    package func open(_ command: OpenSections, by member: Member) async throws -> OpenedSections {
        try await inTurn(member) { try await self.openNow(command, by: member) }
    }

    /// Reads again what the member has opened in this sitting, whatever it was opened for.
    ///
    /// - Returns: `nil` if the section has to be opened first.
    /// - Throws: as `open(_:by:)`.
    package func readAgain(
        _ section: Section,
        of dossier: DossierID,
        by member: Member
    ) throws -> OpenedSections? {
        try requirePermission(.openSection, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        let parts = office.desk.dossiers[dossier]?.parts(of: section, heldBy: member.agency) ?? []
        let sitting = office.sittings[member.sitting]
        guard !parts.isEmpty,
            let standing = sitting?.standing(toRead: parts, of: dossier, at: clock())
        else { return nil }
        return try read([section], under: standing, in: office)
    }

    /// Lets the openings of one sitting go one after the other.
    private func inTurn<Value: Sendable>(
        _ member: Member,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let before = offices[member.agency]?.sittings[member.sitting]?.turn
        let task = Task {
            await before?.value
            return try await work()
        }
        offices[member.agency]?.sittings[member.sitting]?.turn = Task { _ = try? await task.value }
        return try await task.value
    }

    private func openNow(_ command: OpenSections, by member: Member) async throws -> OpenedSections
    {
        try requirePermission(OpenSections.act, member)
        var standing = try standing(for: command, by: member)
        if standing == nil {
            let made = try await record(command, by: member)
            offices[member.agency]?.sittings[member.sitting]?.note(made)
            standing = made
        }
        guard let standing, let office = offices[member.agency] else {
            throw Policy.Reason.notSignedIn
        }
        return try read(command.sections, under: standing, in: office)
    }

    /// An opening of this sitting that serves for a command; lets go of the desk before anything is
    /// folded into it.
    private func standing(
        for command: OpenSections,
        by member: Member
    ) throws -> Sitting.Standing? {
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        let wanted = try command.opening(on: office.desk)
        return office.sittings[member.sitting]?.standing(for: wanted, at: clock())
    }

    /// Leaves the entry of an opening, and the flag if there is one, and makes the receipt.
    private func record(
        _ command: OpenSections,
        by member: Member
    ) async throws -> Sitting.Standing {
        let done = try await commit(
            OpenSections.act,
            by: member,
            followedBy: { desk, setting, position in
                desk.flag(openingAt: position, in: setting)
            },
            deciding: { desk, setting in
                let (decision, opening) = try command.decide(on: desk, in: setting)
                return (decision, (opening, setting.now))
            }
        )
        let (opening, now) = done.made
        let position = done.receipt.position
        let receipt = try OpeningReceipt(
            receipt: done.receipt,
            entryBytes: try log.entry(at: position).encoded,
            opener: member.signer.key,
            verifier: log.verifier,
            compartments: Set(opening.parts.map(\.bytes))
        )
        return Sitting.Standing(opening: opening, entry: position, at: now, receipt: receipt)
    }

    /// Reads sections against the receipt of their opening.
    private func read(
        _ sections: Set<Section>,
        under standing: Sitting.Standing,
        in office: Office
    ) throws -> OpenedSections {
        let record = office.desk.dossiers[standing.opening.dossier]
        var reader = BoxReader(log: log)
        var notes: [Section: [(stamp: Stamp, note: SectionNote)]] = [:]
        for section in sections {
            let parts = record?.parts(of: section, heldBy: office.agency) ?? []
            var found: [(stamp: Stamp, note: SectionNote)] = []
            for part in parts {
                let (key, _) = try unwrap(part, for: office)
                for genuine in try reader.boxes(in: part.bytes) {
                    let text = try genuine.box.open(
                        with: key,
                        origin: origin,
                        against: standing.receipt
                    )
                    guard let sheet = try? Sheet(decoding: text),
                        case .noted(let note) = sheet.fact,
                        let stamp = commons.stamp(genuine, at: sheet.at)
                    else { throw VaultError.damaged }
                    found.append((stamp, note))
                }
            }
            guard found.count >= record?.notesWritten(in: parts) ?? 0 else {
                throw VaultError.damaged
            }
            notes[section] = found.sorted { $0.stamp < $1.stamp }
        }
        guard reader.damaged.isEmpty else { throw VaultError.damaged }
        return OpenedSections(
            opening: standing.opening,
            notes: notes,
            entry: standing.entry,
            at: standing.at,
            until: standing.until
        )
    }
}
