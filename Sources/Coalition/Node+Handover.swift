package import Casework
import Crypto
import Ledger
import Vault

/// How an agency's new private key reaches members who were not there when it was renewed.
extension Node {
    /// The shelf's changes that renew an agency's key: every wrap for the old key is overwritten, and
    /// the new one is left, wrapped to the old, for the members whose accounts do not have it yet.
    func renewal(
        of office: Office,
        to privateKey: Curve25519.KeyAgreement.PrivateKey,
        by renewer: MemberID
    ) throws -> [ShelfChange] {
        let new = try WrappingKey(of: privateKey)
        let agency = office.agency.bytes
        func rewrapped(_ stored: [UInt8], _ id: [UInt8]) throws -> [UInt8] {
            guard let wrap = WrappedKey(stored: stored) else { throw VaultError.damaged }
            let binding = WrappedKey.Binding(origin: origin, compartment: id, agency: agency)
            return try wrap.rewrapped(from: office.privateKey, to: new, binding: binding).stored
        }
        var changes: [ShelfChange] = []
        for item in try store.shelfItems(space: VaultShelf.wraps, prefix: agency) {
            let wrap = try rewrapped(item.value, Array(item.key.suffix(16)))
            changes.append(.put(space: VaultShelf.wraps, key: item.key, value: wrap))
        }
        for item in try store.shelfItems(space: VaultShelf.held, prefix: [])
        where item.key.dropFirst(16).prefix(16) == agency[...] {
            guard let held = HeldGrant(stored: item.value) else { throw VaultError.damaged }
            let wrap = try rewrapped(held.wrap, Array(item.key.suffix(16)))
            let value = HeldGrant(until: held.until, wrap: wrap).stored
            changes.append(.put(space: VaultShelf.held, key: item.key, value: value))
        }
        let waiting = commons.members.values.filter {
            $0.agency == office.agency && $0.id != renewer && !commons.left.contains($0.id)
        }
        changes += try forget([renewer], waitingIn: office.agency)
        guard !waiting.isEmpty else { return changes }
        let old = try WrappingKey(of: office.privateKey)
        let handover = try KeyHandover.seal(
            privateKey,
            waiting: Set(waiting.map(\.id.bytes)),
            binding: KeyHandover.Binding(origin: origin, agency: agency, old: old)
        )
        changes.append(
            .put(space: VaultShelf.handovers, key: agency + old.bytes, value: handover.stored)
        )
        return changes
    }

    /// The members whose accounts may still hold an older key of their agency.
    package func waitingForKey(by member: Member) throws -> Set<MemberID> {
        try requirePermission(.renewAgencyKey, member)
        let rows = try store.shelfItems(
            space: VaultShelf.handovers,
            prefix: member.agency.bytes
        )
        let waiting = rows.compactMap { KeyHandover(stored: $0.value)?.waiting }
        return Set(waiting.joined().compactMap { MemberID(bytes: $0) })
    }

    /// Puts the agency's new private key in the account of a member who has just signed in.
    ///
    /// If it cannot be done now, it is done at the next sign-in: the way to the key stays until then.
    func bringForward(
        _ card: MemberCard,
        account key: [UInt8],
        was stored: [UInt8]?,
        _ secrets: MemberSecrets,
        _ privateKey: Curve25519.KeyAgreement.PrivateKey,
        _ password: String
    ) async {
        var secrets = secrets
        secrets.agencyKey = Array(privateKey.rawRepresentation)
        let account = try? await stretching { [cost, secrets] in
            try secrets.sealed(password: password, cost: cost)
        }
        // The key may have been renewed again while the password was stretched.
        guard let account, let stored,
            (try? WrappingKey(of: privateKey).bytes) == commons.agencies[card.agency]?.wrappingKey,
            let change = try? shelfChange(.replace(key: key, was: stored, account)),
            let forgotten = try? forget([card.id], waitingIn: card.agency)
        else { return }
        guard (try? store.changeShelf([change] + forgotten)) != nil else { return }
        scrub()
    }

    /// Takes off the lists of those who wait whoever signs nothing any more.
    func forgetWaiting(_ facts: [Placed], of agency: AgencyID) throws -> [ShelfChange] {
        try facts.flatMap { placed -> [ShelfChange] in
            switch placed.fact {
            case .memberLeft(let member), .keyRetired(let member, _):
                return try forget([member], waitingIn: agency)
            case .agencyRetired(let retired, _):
                return try store.shelfItems(space: VaultShelf.handovers, prefix: retired.bytes)
                    .map { .erase(space: VaultShelf.handovers, key: $0.key) }
            default:
                return []
            }
        }
    }

    /// Once nobody waits, nothing leads from an old key to the new one any more.
    private func forget(
        _ members: [MemberID],
        waitingIn agency: AgencyID
    ) throws -> [ShelfChange] {
        let space = VaultShelf.handovers
        return try store.shelfItems(space: space, prefix: agency.bytes).compactMap { item in
            guard var handover = KeyHandover(stored: item.value) else { throw VaultError.damaged }
            let before = handover.waiting.count
            for member in members { handover.waiting.remove(member.bytes) }
            guard handover.waiting.count < before else { return nil }
            return handover.waiting.isEmpty
                ? .erase(space: space, key: item.key)
                : .put(space: space, key: item.key, value: handover.stored)
        }
    }
}
