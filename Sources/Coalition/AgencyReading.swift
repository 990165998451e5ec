import Casework
import Crypto
import Ledger
import Vault

/// Everything that an agency folds, read from the shelf with its private key: the keys of its
/// compartments, and what happened, in log order.
struct AgencyReading {
    private(set) var keys: [(compartment: Compartment, id: CompartmentID, key: SectionKey)] = []
    private(set) var happenings: [Happening] = []
    /// Boxes that could not be read.
    let damaged: Set<DamagedBox>

    /// - Throws: `VaultError.wrongKey` if the private key is not the one that the agency's keys are
    ///   wrapped to, or the store's own error.
    init(
        of agency: AgencyID,
        with privateKey: Curve25519.KeyAgreement.PrivateKey,
        in commons: Commons,
        from shelf: (store: any LogStore, origin: String),
        by reader: BoxReader
    ) throws {
        var reader = reader
        let wraps = try shelf.store.shelfItems(space: VaultShelf.wraps, prefix: agency.bytes)
        for item in wraps {
            guard let id = CompartmentID(bytes: item.key.suffix(16)),
                let wrap = WrappedKey(stored: item.value), wrap.access == .folded
            else { continue }
            let binding = WrappedKey.Binding(
                origin: shelf.origin,
                compartment: id.bytes,
                agency: agency.bytes
            )
            let (key, label) = try wrap.unwrap(with: privateKey, binding: binding)
            keys.append((try Compartment(label: label), id, key))
            for genuine in try reader.boxes(in: id.bytes) {
                if let happening = genuine.happening(under: key, in: commons, shelf.origin) {
                    happenings.append(happening)
                } else {
                    reader.note(genuine)
                }
            }
        }
        happenings.sort { $0.stamp < $1.stamp }
        damaged = reader.damaged
    }
}

extension BoxReader.Genuine {
    /// What a box says that is folded; `nil` if it cannot be read or its signer could not sign there.
    func happening(under key: SectionKey, in commons: Commons, _ origin: String) -> Happening? {
        guard let text = try? box.open(with: key, origin: origin),
            let sheet = try? Sheet(decoding: text),
            let stamp = commons.stamp(self, at: sheet.at)
        else { return nil }
        return Happening(stamp: stamp, fact: sheet.fact)
    }
}

extension Commons {
    /// Who wrote a box, by the key that signed its entry; `nil` for a key that could not sign there.
    func stamp(_ genuine: BoxReader.Genuine, at moment: Moment) -> Stamp? {
        signer(genuine.actor.bytes, at: genuine.position)
            .map { Stamp(genuine, at: moment, by: $0) }
    }
}

extension Stamp {
    fileprivate init(_ genuine: BoxReader.Genuine, at moment: Moment, by card: MemberCard) {
        self.init(
            position: genuine.position,
            ordinal: Int(genuine.ordinal),
            at: moment,
            member: card.id,
            agency: card.agency
        )
    }
}
