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
                    offices[agency]?.apply(placed.fact, stamp: stamp)
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
        for genuine in boxes {
            if let happening = genuine.happening(under: handed.key, in: commons, origin) {
                office.apply(happening.fact, stamp: happening.stamp)
            } else {
                reader.note(genuine)
            }
        }
        offices[handed.agency] = office
    }

    /// Unlocks an agency's side of the node: unwraps its keys and folds its view from the store.
    func openOffice(
        _ agency: AgencyID,
        privateKey: Curve25519.KeyAgreement.PrivateKey
    ) throws -> Office {
        let reading = try AgencyReading(
            of: agency,
            with: privateKey,
            in: commons,
            from: (store, origin),
            by: BoxReader(log: log)
        )
        var office = Office(agency: agency, privateKey: privateKey)
        for held in reading.keys { office.take(held.key, of: held.compartment, id: held.id) }
        for happening in reading.happenings {
            office.apply(happening.fact, stamp: happening.stamp)
        }
        damaged.formUnion(reading.damaged)
        return office
    }

    /// Throws every view away and makes it again from the store; what was not durable is forgotten.
    package func foldAgain() throws {
        (commons, damaged) = try Self.foldCommons(from: BoxReader(log: log), origin: origin)
        for (agency, old) in offices {
            var fresh = try openOffice(agency, privateKey: old.privateKey)
            fresh.sittings = old.sittings
            offices[agency] = fresh
        }
    }

    /// Folds what needs no key, by the rules that `PublicOrder` has for everybody.
    static func foldCommons(
        from reader: BoxReader,
        origin: String
    ) throws -> (Commons, Set<DamagedBox>) {
        var order = PublicOrder(origin: origin)
        var reader = reader
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
