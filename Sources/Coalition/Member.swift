package import Casework
import Ledger

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
