package import Casework
package import Ledger
import Vault

/// What one agency can check besides what everybody can: the rules of order under seal.
package struct SealedVerification: Sendable {
    /// The agency that could read it.
    package let agency: String
    /// How much of what happened it could read.
    package let happenings: Int
    package let findings: [Verification.Finding]

    /// Reads a record with a member's password, and judges what the member's agency can read.
    ///
    /// The record is to be verified as a whole besides: here no signature and no tree is looked at.
    ///
    /// - Parameters:
    ///   - store: the record; opened for reading is enough.
    ///   - verifier: a public key of the log.
    ///   - signIn: a member's sign-in name.
    ///   - password: the member's password.
    /// - Returns: what was read and what was found.
    /// - Throws: `SignInRefused`; `VaultError.wrongKey` if the agency's keys are not to be had; or the
    ///   store's own error.
    package static func verify(
        store: any LogStore,
        verifier: NoteVerifier,
        signIn: String,
        password: String
    ) throws -> SealedVerification {
        let reader = BoxReader(verified: store)
        let origin = verifier.name
        let (commons, _) = try Node.foldCommons(from: reader, origin: origin)
        let key = try Roster.accountKey(signIn: signIn, store: store)
        let stored = try store.shelfValue(space: VaultShelf.accounts, key: key)
        let secrets = try MemberSecrets.open(stored, password: password, cost: .standard)
        let (card, _) = try secrets.card(in: commons)
        let shelf = (store: store, origin: origin)
        let reading = try AgencyReading(
            of: card.agency,
            with: secrets.currentAgencyKey(of: card.agency, in: commons, from: shelf),
            in: commons,
            from: shelf,
            by: reader
        )
        let breaches = OrderAudit.breaches(in: reading.happenings, readBy: card.agency)
        let unreadable = reading.damaged.map { box in
            Verification.Finding(
                positions: box.position..<box.position + 1,
                reason: .boxUnreadable(ordinal: Int(box.ordinal))
            )
        }
        let findings = breaches.map(Verification.Finding.init) + unreadable
        return SealedVerification(
            agency: commons.agencies[card.agency]?.name ?? "",
            happenings: reading.happenings.count,
            findings: findings.sorted {
                ($0.positions?.lowerBound ?? 0) < ($1.positions?.lowerBound ?? 0)
            }
        )
    }
}

extension Verification.Finding {
    package init(_ breach: OrderBreach) {
        let positions = breach.position..<breach.position + 1
        self.init(positions: positions, reason: .order(breach.rule))
    }
}

extension Node {
    /// What breaks the rules of order, of all that the member's agency can read.
    package func breachesOfOrder(by member: Member) throws -> [OrderBreach] {
        try requirePermission(.seeRecord, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        return office.desk.breachesOfOrder
    }
}
