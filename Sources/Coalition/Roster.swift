import Casework
import Crypto
import Foundation
import Ledger
import Vault

/// Makes members: their keys, the proof that the keys are theirs, and their sealed accounts.
enum Roster {
    /// A person ready to be enrolled.
    struct Person: Sendable {
        let card: MemberCard
        let name: String
        let signIn: String
        let accountKey: [UInt8]
        let account: Account
        let signer: SigningKey
    }

    /// Checks a new member and makes their keys.
    ///
    /// Slow: it stretches the password.
    ///
    /// - Throws: `Refusal` for a name, sign-in name or password that will not do.
    static func prepare(
        _ new: NewMember,
        agency: AgencyID,
        agencyKey: [UInt8],
        accountKey: [UInt8],
        origin: String,
        cost: Account.Cost
    ) throws -> Person {
        let name = try checked(new.name, "name", limit: 200)
        let signIn = normalized(try checked(new.signIn, "signIn", limit: 100))
        try check(password: new.password)
        guard !new.roles.isEmpty else { throw Refusal.missing(field: "roles") }
        let signer = SigningKey()
        var card = MemberCard(
            id: .random(),
            agency: agency,
            roles: new.roles,
            signingKey: signer.key.bytes
        )
        card.proofOfPossession = try signer.sign(card.possessionStatement(origin: origin))
        let secrets = MemberSecrets(
            member: card.id,
            name: name,
            signingSeed: signer.seed,
            agencyKey: agencyKey
        )
        return Person(
            card: card,
            name: name,
            signIn: signIn,
            accountKey: accountKey,
            account: try secrets.sealed(password: new.password, cost: cost),
            signer: signer
        )
    }

    /// A password of 12 to 1,000 characters, five of them different; no rule on which characters
    /// (NIST SP 800-63B-4, section 3.1.1.2).
    static func check(password: String) throws(Refusal) {
        guard password.unicodeScalars.count >= 12 else { throw .passwordTooShort }
        guard password.unicodeScalars.count <= 1000 else {
            throw .tooLong(field: "password", limit: 1000)
        }
        guard Set(password.unicodeScalars).count > 4 else { throw .passwordTooCommon }
    }

    /// Where an account stands on the shelf: a keyed hash, so that the folder does not list names.
    static func accountKey(signIn: String, store: any LogStore) throws -> [UInt8] {
        guard let salt = try store.shelfValue(space: VaultShelf.node, key: lookupSalt) else {
            throw VaultError.damaged
        }
        var code = HMAC<SHA256>(key: SymmetricKey(data: salt))
        code.update(data: Array(normalized(signIn).utf8))
        return Array(code.finalize())
    }

    /// The key under which the salt of `accountKey` stands in the space `node`.
    static let lookupSalt = Array("account-lookup-salt".utf8)

    /// Sign-in names are compared without case, composed (Unicode NFC), without white space around.
    ///
    /// Composed last: to lower a letter can take a composed form apart, and a name normalized twice
    /// must be the same name.
    private static func normalized(_ signIn: String) -> String {
        signIn.trimmed.lowercased().precomposedStringWithCanonicalMapping
    }
}
