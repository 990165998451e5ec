import Casework
import Ledger
import Vault

/// Reads boxes from the shelf and believes none that its entry does not commit to.
struct BoxReader {
    let log: Log
    private var entries: [UInt64: Entry] = [:]
    private(set) var damaged: Set<DamagedBox> = []

    init(log: Log) {
        self.log = log
    }

    /// A box that is what its entry says it is, with that entry.
    struct Genuine {
        let position: UInt64
        let ordinal: UInt8
        let box: Box
        let actor: ActorKey
    }

    /// The boxes of a compartment, in log order; those that do not match are noted as damaged.
    mutating func boxes(in compartment: [UInt8]) throws -> [Genuine] {
        let items = try log.store.shelfItems(space: VaultShelf.boxes, prefix: compartment)
        return try items.compactMap { item in
            guard let place = VaultShelf.boxPlace(key: item.key), place.position < .max else {
                return nil
            }
            guard let box = Box(stored: item.value),
                let entry = try entry(at: place.position),
                box.header.entry == entry.id,
                box.header.compartment == compartment,
                box.header.ordinal == place.ordinal,
                Int(place.ordinal) < entry.commitments.count,
                entry.commitments[Int(place.ordinal)] == box.commitment
            else {
                note(place)
                return nil
            }
            return Genuine(
                position: place.position,
                ordinal: place.ordinal,
                box: box,
                actor: entry.actor
            )
        }
    }

    /// Notes a box that matched its entry and could not be read all the same.
    mutating func note(_ genuine: Genuine) {
        note((genuine.position, genuine.ordinal))
    }

    private mutating func note(_ place: (position: UInt64, ordinal: UInt8)) {
        damaged.insert(DamagedBox(position: place.position, ordinal: place.ordinal))
    }

    private mutating func entry(at position: UInt64) throws -> Entry? {
        if let known = entries[position] { return known }
        do {
            let entry = try log.entry(at: position)
            entries[position] = entry
            return entry
        } catch let error
            where error is RecordAltered || error is ProofError || error is EntryMalformed
        {
            return nil
        }
    }
}
