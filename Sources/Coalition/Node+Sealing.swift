import Casework
import Crypto
import Ledger
import Vault

/// A decision made ready for the log: the entry's draft, and what to fold once it stands.
struct Staged {
    let draft: EntryDraft
    let stamp: Stamp
    /// The facts, each under the compartment whose key sealed it.
    let facts: [(placed: Placed, compartment: CompartmentID?)]
    /// Keys that agencies receive with this entry, for boxes that are folded.
    let handed: [HandedKey]
}

/// A key that an agency receives, for boxes that are folded.
struct HandedKey {
    let agency: AgencyID
    let compartment: Compartment
    let id: CompartmentID
    let key: SectionKey
}

/// What comes with an entry besides its facts and grants.
struct Extras: Sendable {
    var accounts: [AccountChange] = []
    /// Agencies that join with it, whose public key is not yet in the commons.
    var newcomers: [Agency] = []
    /// The agency's next private key.
    var renewal: Curve25519.KeyAgreement.PrivateKey?

    /// Whether the shelf must be as the entries before left it.
    var touchShelf: Bool { !accounts.isEmpty || !newcomers.isEmpty || renewal != nil }
}

/// What happens to an account, by its key on the shelf.
enum AccountChange: Sendable {
    case begin(key: [UInt8], Account)
    /// Only if the row is still the one that the new one was made from.
    case replace(key: [UInt8], was: [UInt8], Account)
    case erase(key: [UInt8])
}

extension Node {
    /// Seals the facts of a decision, wraps the keys it grants, and gathers it all for one commit.
    func stage(
        _ decision: Decision,
        _ ticket: Ticket,
        at position: UInt64,
        now: Moment
    ) throws -> Staged {
        guard let office = offices[ticket.member.agency] else { throw Policy.Reason.notSignedIn }
        guard let kind = EntryKind(decision.kind) else { throw Refusal.invalid(field: "kind") }
        var sealing = Sealing(
            entry: .random(),
            position: position,
            origin: origin,
            commons: commons,
            newcomers: ticket.extras.newcomers,
            office: office
        )
        try sealing.found(decision.founded)
        for placed in decision.facts {
            let key = try placed.compartment == .open ? nil : key(placed.compartment, in: sealing)
            try sealing.seal(placed, at: now, under: key)
        }
        try sealing.cover(kind)
        for referral in decision.discards {
            sealing.erase(try store.shelfItems(space: VaultShelf.held, prefix: referral.bytes))
        }
        for grant in decision.grants {
            let key = try key(grant.compartment, in: sealing)
            try sealing.grant(grant, key: key)
        }
        if let referral = decision.releases {
            let held = try store.shelfItems(
                space: VaultShelf.held,
                prefix: referral.bytes + office.agency.bytes
            )
            try sealing.release(held, now: now)
        }
        for change in ticket.extras.accounts { sealing.changes.append(try shelfChange(change)) }
        sealing.changes += try forgetWaiting(decision.facts, of: office.agency)
        if let key = ticket.extras.renewal {
            sealing.changes += try renewal(of: office, to: key, by: ticket.member.id)
        }
        let draft = EntryDraft(
            id: sealing.entry,
            kind: kind,
            commitments: sealing.boxes.map(\.commitment),
            signer: ticket.member.signer,
            companions: sealing.changes
        )
        let stamp = Stamp(
            position: position,
            ordinal: 0,
            at: now,
            member: ticket.member.id,
            agency: office.agency
        )
        return Staged(draft: draft, stamp: stamp, facts: sealing.facts, handed: sealing.handed)
    }

    func shelfChange(_ change: AccountChange) throws -> ShelfChange {
        switch change {
        case .begin(let key, let account):
            let isTaken = try store.shelfValue(space: VaultShelf.accounts, key: key) != nil
            guard !isTaken else { throw Refusal.accountNameTaken }
            return .put(space: VaultShelf.accounts, key: key, value: account.stored)
        case .replace(let key, let was, let account):
            let now = try store.shelfValue(space: VaultShelf.accounts, key: key)
            guard now == was else { throw Refusal.changedMeanwhile }
            return .put(space: VaultShelf.accounts, key: key, value: account.stored)
        case .erase(let key):
            return .erase(space: VaultShelf.accounts, key: key)
        }
    }

    /// The key of a compartment that exists or begins with this entry, and its identifier.
    private func key(
        _ compartment: Compartment,
        in sealing: Sealing
    ) throws -> (id: CompartmentID, key: SectionKey, compartment: Compartment) {
        if let new = sealing.founded[compartment] { return (new.id, new.key, compartment) }
        if case .section(let dossier, let section, let agency) = compartment {
            let parts = sealing.office.desk.dossiers[dossier]?.parts.values
            let part = parts?.first { $0.section == section && $0.agency == agency }
            guard let part else { throw Refusal.notFound }
            return try key(part.compartment, in: sealing)
        }
        guard let id = sealing.office.compartments[compartment],
            let key = sealing.office.keys[id]
        else { throw Refusal.notFound }
        return (id, key, compartment)
    }

    private func key(
        _ id: CompartmentID,
        in sealing: Sealing
    ) throws -> (id: CompartmentID, key: SectionKey, compartment: Compartment) {
        if let (compartment, new) = sealing.founded.first(where: { $0.value.id == id }) {
            return (id, new.key, compartment)
        }
        let (key, label) = try unwrap(id, for: sealing.office)
        return (id, key, try Compartment(label: label))
    }

    /// Unwraps an agency's key of one compartment.
    ///
    /// - Throws: `Refusal.sectionNotHeld` if it was never granted.
    func unwrap(
        _ id: CompartmentID,
        for office: Office
    ) throws -> (key: SectionKey, label: [UInt8]) {
        let stored = try store.shelfValue(
            space: VaultShelf.wraps,
            key: office.agency.bytes + id.bytes
        )
        guard let wrap = stored.flatMap(WrappedKey.init(stored:)) else {
            throw Refusal.sectionNotHeld
        }
        let binding = WrappedKey.Binding(
            origin: origin,
            compartment: id.bytes,
            agency: office.agency.bytes
        )
        return try wrap.unwrap(with: office.privateKey, binding: binding)
    }
}
