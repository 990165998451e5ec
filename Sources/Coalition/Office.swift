import Casework
import Crypto
import Ledger
import Vault

/// One agency's unlocked side of the node: its private key, the keys of what it reads every day,
/// and its view.
///
/// Exists while a member of the agency is signed in, and is folded anew the next time.
struct Office {
    let agency: AgencyID
    /// Changes only when the agency's key is renewed.
    var privateKey: Curve25519.KeyAgreement.PrivateKey
    /// One for each member signed in.
    var sittings: [SittingID: Sitting] = [:]
    private(set) var desk: Desk
    /// The cards of the persons in it, as they can be compared.
    private(set) var cards = CardBook()
    /// Who was found to be like whom so far.
    var found: [Appearance: CardBook.Found] = [:]
    /// The times that sealed sheets claim, by the position of their entry.
    private(set) var claimed: [UInt64: Moment] = [:]
    private(set) var compartments: [Compartment: CompartmentID] = [:]
    private(set) var keys: [CompartmentID: SectionKey] = [:]

    init(agency: AgencyID, privateKey: Curve25519.KeyAgreement.PrivateKey) {
        self.agency = agency
        self.privateKey = privateKey
        desk = Desk(agency: agency)
    }

    /// Folds a fact that the agency can read.
    mutating func apply(_ fact: Fact, stamp: Stamp) {
        desk.apply(fact, stamp: stamp)
        cards.apply(fact)
        claimed[stamp.position] = stamp.at
    }

    /// Takes a key that opens boxes to be folded.
    mutating func take(_ key: SectionKey, of compartment: Compartment, id: CompartmentID) {
        compartments[compartment] = id
        keys[id] = key
    }
}

/// A box that could not be folded: what it says was left out of every view.
package struct DamagedBox: Hashable, Sendable, Codable {
    /// The entry that commits to it.
    package let position: UInt64
    package let ordinal: UInt8
}
