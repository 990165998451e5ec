import Casework
import Ledger
import Vault

/// Reads boxes from the shelf and believes none that its entry does not commit to.
struct BoxReader {
    private let store: any LogStore
    private let read: (UInt64) throws -> Entry?
    private var entries: [UInt64: Entry] = [:]
    private(set) var damaged: Set<DamagedBox> = []

    /// Reads the boxes of a log whose entries are held against its tree.
    init(log: Log) {
        self.init(store: log.store) { try log.entry(at: $0) }
    }

    /// Reads the boxes of a store, for a record that was verified as a whole.
    init(verified store: any LogStore) {
        self.init(store: store) { position in
            try store.entries(in: position..<position + 1).first
                .map { try Entry(decoding: $0.bytes) }
        }
    }

    private init(store: any LogStore, reading read: @escaping (UInt64) throws -> Entry?) {
        self.store = store
        self.read = read
    }

    /// A box that is what its entry says it is, with that entry.
    struct Genuine {
        let position: UInt64
        let ordinal: UInt8
        let box: Box
        let actor: ActorKey
    }

    /// The boxes of a compartment, or of one entry in it, in log order; those that do not match are
    /// noted as damaged.
    mutating func boxes(
        in compartment: [UInt8],
        of position: UInt64? = nil
    ) throws -> [Genuine] {
        let place = position.map(VaultShelf.bigEndian) ?? []
        let items = try store.shelfItems(
            space: VaultShelf.boxes,
            prefix: compartment + place
        )
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
            let entry = try read(position)
            entries[position] = entry
            return entry
        } catch let error
            where error is RecordAltered || error is ProofError || error is EntryMalformed
        {
            return nil
        }
    }
}
