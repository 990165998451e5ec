import Casework
import Crypto
import Foundation
import Ledger
import Vault

/// What an account's password opens.
struct MemberSecrets: Codable {
    var member: MemberID
    var name: String
    /// The seed of the member's Ed25519 signing key.
    var signingSeed: [UInt8]
    /// The agency's X25519 private key, as it was when the member last signed in.
    var agencyKey: [UInt8]

    /// The account that the password opens to these.
    ///
    /// Slow: it stretches the password.
    func sealed(password: String, cost: Account.Cost) throws -> Account {
        try Account.seal(Array(JSONEncoder().encode(self)), password: password, cost: cost)
    }

    /// Opens an account.
    ///
    /// Slow: it stretches the password, also where there is no account.
    ///
    /// - Throws: `SignInRefused`.
    static func open(
        _ stored: [UInt8]?,
        password: String,
        cost: Account.Cost
    ) throws -> MemberSecrets {
        guard let account = stored.flatMap(Account.init(stored:)) else {
            Account.pretend(password: password, cost: cost)
            throw SignInRefused.wrongNameOrPassword
        }
        guard let secrets = try? account.open(password: password) else {
            throw SignInRefused.wrongNameOrPassword
        }
        return try JSONDecoder().decode(MemberSecrets.self, from: Data(secrets))
    }

    /// The member's card, if the key in the account is the one that signs for them now.
    ///
    /// - Throws: `SignInRefused`: the member has left, or the account is from a backup and holds a key
    ///   that was renewed since.
    func card(in commons: Commons) throws -> (card: MemberCard, signer: SigningKey) {
        let signer = try SigningKey(seed: signingSeed)
        guard let card = commons.members[member], !commons.left.contains(member),
            signer.key.bytes == card.signingKey
        else { throw SignInRefused.wrongNameOrPassword }
        return (card, signer)
    }

    /// The agency's private key of today, by way of those that came after the account's.
    ///
    /// - Throws: `VaultError.wrongKey` if the way does not lead there.
    func currentAgencyKey(
        of agency: AgencyID,
        in commons: Commons,
        from shelf: (store: any LogStore, origin: String)
    ) throws -> Curve25519.KeyAgreement.PrivateKey {
        var privateKey = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: agencyKey)
        var seen: Set<WrappingKey> = []
        while true {
            let key = try WrappingKey(of: privateKey)
            if key.bytes == commons.agencies[agency]?.wrappingKey { return privateKey }
            let row = try shelf.store.shelfValue(
                space: VaultShelf.handovers,
                key: agency.bytes + key.bytes
            )
            guard seen.insert(key).inserted, let handover = row.flatMap(KeyHandover.init(stored:))
            else { throw VaultError.wrongKey }
            let binding = KeyHandover.Binding(
                origin: shelf.origin,
                agency: agency.bytes,
                old: key
            )
            privateKey = try handover.open(with: privateKey, binding: binding)
        }
    }
}
