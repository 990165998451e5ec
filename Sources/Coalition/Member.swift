package import Casework
import Foundation
import Ledger
import Vault

/// A member who has signed in, with what the password opened.
///
/// Lives in memory only.
package struct Member: Sendable {
    package let card: MemberCard
    package let name: String
    let signer: SigningKey
    /// Keeps the agency's keys in memory for as long as any of its members is signed in.
    let presence: Presence

    package var id: MemberID { card.id }
    package var agency: AgencyID { card.agency }
    var sitting: SittingID { presence.sitting }
    package var roles: Set<Role> { card.roles }
}

/// One member's being signed in.
///
/// When the last copy goes, the node is told.
final class Presence: Sendable {
    let sitting: SittingID
    private let onEnd: @Sendable () -> Void

    init(sitting: SittingID, onEnd: @escaping @Sendable () -> Void) {
        self.sitting = sitting
        self.onEnd = onEnd
    }

    deinit { onEnd() }
}

typealias SittingID = Identifier<Sitting>

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
}
