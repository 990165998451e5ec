import Casework
import Crypto
import Ledger
import Vault

extension Node {
    /// Folds an entry that is about to become durable into every view that can read it.
    ///
    /// - Throws: the store's error, before any view has changed.
    func fold(_ staged: Staged, at position: UInt64) throws {
        var reader = BoxReader(log: log)
        let handed = try staged.handed.filter { offices[$0.agency] != nil }
            .map { ($0, try reader.boxes(in: $0.id.bytes)) }
        for (key, boxes) in handed { backfill(key, boxes, &reader) }
        damaged.formUnion(reader.damaged)
        for (ordinal, (placed, id)) in staged.facts.enumerated() {
            var stamp = staged.stamp
            stamp.ordinal = ordinal
            if placed.compartment == .open {
                commons.apply(placed.fact, stamp: stamp)
            } else if let id {
                // Walking `offices` itself would hold on to it, and each change then copy a desk.
                for agency in Array(offices.keys) where offices[agency]?.keys[id] != nil {
                    offices[agency]?.desk.apply(placed.fact, stamp: stamp)
                }
            }
        }
    }

    /// Folds the boxes that a new key opens and that were written before it was granted.
    private func backfill(
        _ handed: HandedKey,
        _ boxes: [BoxReader.Genuine],
        _ reader: inout BoxReader
    ) {
        // Taken out while it changes: two of them would copy the whole desk.
        guard var office = offices.removeValue(forKey: handed.agency) else { return }
        office.take(handed.key, of: handed.compartment, id: handed.id)
        for genuine in boxes { fold(genuine, with: handed.key, into: &office, &reader) }
        offices[handed.agency] = office
    }

    /// Unlocks an agency's side of the node: unwraps its keys and folds its view from the store.
    func openOffice(
        _ agency: AgencyID,
        privateKey: Curve25519.KeyAgreement.PrivateKey
    ) throws -> Office {
        var office = Office(agency: agency, privateKey: privateKey)
        var reader = BoxReader(log: log)
        var boxes: [(BoxReader.Genuine, SectionKey)] = []
        for item in try store.shelfItems(space: VaultShelf.wraps, prefix: agency.bytes) {
            guard let id = CompartmentID(bytes: item.key.suffix(16)),
                let wrap = WrappedKey(stored: item.value), wrap.access == .folded
            else { continue }
            let (key, label) = try wrap.unwrap(
                with: privateKey,
                binding: WrappedKey.Binding(
                    origin: origin,
                    compartment: id.bytes,
                    agency: agency.bytes
                )
            )
            office.take(key, of: try Compartment(label: label), id: id)
            boxes += try reader.boxes(in: id.bytes).map { ($0, key) }
        }
        boxes.sort { ($0.0.position, $0.0.ordinal) < ($1.0.position, $1.0.ordinal) }
        for (genuine, key) in boxes { fold(genuine, with: key, into: &office, &reader) }
        damaged.formUnion(reader.damaged)
        return office
    }

    private func fold(
        _ genuine: BoxReader.Genuine,
        with key: SectionKey,
        into office: inout Office,
        _ reader: inout BoxReader
    ) {
        guard let text = try? genuine.box.open(with: key, origin: origin),
            let sheet = try? Sheet(decoding: text),
            let stamp = commons.stamp(genuine, at: sheet.at)
        else { return reader.note(genuine) }
        office.desk.apply(sheet.fact, stamp: stamp)
    }

    /// Throws every view away and makes it again from the store; what was not durable is forgotten.
    package func foldAgain() throws {
        (commons, damaged) = try Self.foldCommons(log: log)
        for (agency, old) in offices {
            var fresh = try openOffice(agency, privateKey: old.privateKey)
            fresh.sittings = old.sittings
            offices[agency] = fresh
        }
    }

    /// Folds what needs no key, by the rules that `PublicOrder` has for everybody.
    static func foldCommons(log: Log) throws -> (Commons, Set<DamagedBox>) {
        var order = PublicOrder(origin: log.origin)
        var reader = BoxReader(log: log)
        let boxes = try reader.boxes(in: Box.clearCompartment)
        var rest = boxes[...]
        while let first = rest.first {
            let entry = rest.prefix { $0.position == first.position }
            rest = rest.dropFirst(entry.count)
            var sheets: [(genuine: BoxReader.Genuine, sheet: Sheet)] = []
            for genuine in entry {
                guard let sheet = try? Sheet(decoding: try genuine.box.clearText()) else {
                    reader.note(genuine)
                    continue
                }
                sheets.append((genuine, sheet))
            }
            let breaches = order.admit(
                sheets.map(\.sheet),
                signedBy: first.actor,
                at: first.position
            )
            for case let index? in breaches.map(\.sheet) { reader.note(sheets[index].genuine) }
        }
        return (order.commons, reader.damaged)
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
