package import Casework
import Crypto
import Ledger
import Vault

/// Keys that are renewed, and keys that are retired because they were lost or stolen.
///
/// No signing key is kept anywhere but in its member's account: whoever loses it is enrolled anew.
extension Node {
    /// Gives a member a new signing key: the entry is the last that the old one signs.
    ///
    /// The member's sessions stop at their next step; what was signed stays good.
    ///
    /// - Throws: `Refusal.wrongPassword`.
    package func renewKey(password: String, by member: Member) async throws {
        try requirePermission(.renewKey, member)
        let signer = SigningKey()
        var card = member.card
        card.signingKey = signer.key.bytes
        card.proofOfPossession = try signer.sign(card.possessionStatement(origin: origin))
        let account = try await resealed(member, password: password) {
            $0.signingSeed = signer.seed
        }
        let fact = Fact.keyRenewed(
            card.id,
            signingKey: card.signingKey,
            proofOfPossession: card.proofOfPossession
        )
        let extras = Extras(accounts: [account])
        _ = try await commit(.renewKey, by: member, with: extras) { _, _ in
            (Decision("key.renewed", [Placed(fact, in: .open)]), ())
        }
        scrub()
    }

    /// Retires a member's key that was lost or stolen, and erases the account: what the key signs from
    /// now on is refused, and what it signed since then is to be reviewed.
    ///
    /// - Throws: `Refusal.invalid` for a time to come, or as `endMembership`.
    package func retireKey(of owner: MemberID, since: Moment, by member: Member) async throws {
        try requirePermission(.retireKey, member)
        guard since <= clock() else { throw Refusal.invalid(field: "since") }
        let fact = Fact.keyRetired(owner, since: since)
        try await end(owner, .retireKey, "key.retired", fact, by: member)
    }

    /// Retires every key of another agency, which is the founding agency's to do.
    ///
    /// What the agency was granted stays on the shelf, and nobody can sign in to open it.
    ///
    /// - Throws: `Refusal.foundingAgency` for the founder's own, `.notFound` for one that is none or
    ///   was retired before, `.invalid` for a time to come.
    package func retireAgency(_ agency: AgencyID, since: Moment, by member: Member) async throws {
        try requirePermission(.retireAgency, member)
        guard since <= clock() else { throw Refusal.invalid(field: "since") }
        _ = try await commit(.retireAgency, by: member) { _, setting in
            guard agency != setting.commons.founder else { throw Refusal.foundingAgency }
            guard setting.commons.agencies[agency] != nil, setting.commons.retired[agency] == nil
            else { throw Refusal.notFound }
            let fact = Fact.agencyRetired(agency, since: since)
            return (Decision("agency.retired", [Placed(fact, in: .open)]), ())
        }
        scrub()
    }

    /// Gives the agency a new key pair, wraps to it everything that the agency holds, and overwrites
    /// what was wrapped to the old one.
    ///
    /// - Throws: `Refusal.wrongPassword`.
    package func renewAgencyKey(password: String, by member: Member) async throws {
        try requirePermission(.renewAgencyKey, member)
        let privateKey = Curve25519.KeyAgreement.PrivateKey()
        let fact = Fact.wrappingKeyRenewed(
            member.agency,
            wrappingKey: try WrappingKey(of: privateKey).bytes
        )
        let account = try await resealed(member, password: password) {
            $0.agencyKey = Array(privateKey.rawRepresentation)
        }
        let extras = Extras(accounts: [account], renewal: privateKey)
        _ = try await commit(.renewAgencyKey, by: member, with: extras) { _, _ in
            (Decision("agency.key-renewed", [Placed(fact, in: .open)]), ())
        }
        scrub()
    }
}
