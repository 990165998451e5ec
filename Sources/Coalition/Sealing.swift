import Casework
import Crypto
import Ledger
import Vault

/// Gathers the boxes, wraps and shelf changes of one entry.
struct Sealing {
    typealias Sealed = (id: CompartmentID, key: SectionKey, compartment: Compartment)

    let entry: EntryID
    let position: UInt64
    let origin: String
    let commons: Commons
    let newcomers: [Agency]
    let office: Office
    var founded: [Compartment: (id: CompartmentID, key: SectionKey)] = [:]
    var boxes: [Box] = []
    var facts: [(placed: Placed, compartment: CompartmentID?)] = []
    var changes: [ShelfChange] = []
    var handed: [HandedKey] = []

    init(
        entry: EntryID,
        position: UInt64,
        origin: String,
        commons: Commons,
        newcomers: [Agency],
        office: Office
    ) {
        self.entry = entry
        self.position = position
        self.origin = origin
        self.commons = commons
        self.newcomers = newcomers
        self.office = office
    }

    /// Begins compartments: a fresh key for each, wrapped to the agency whose it is.
    mutating func found(_ compartments: [Compartment: CompartmentID]) throws {
        for (compartment, id) in compartments {
            let key = SectionKey()
            founded[compartment] = (id, key)
            var owner = office.agency
            if case .register(let agency) = compartment { owner = agency }
            try wrap((id, key, compartment), to: owner) { [agency = owner] stored in
                .put(space: VaultShelf.wraps, key: agency.bytes + id.bytes, value: stored)
            }
            hand((id, key, compartment), to: owner)
        }
    }

    mutating func seal(_ placed: Placed, at now: Moment, under sealed: Sealed?) throws {
        guard let ordinal = UInt8(exactly: boxes.count) else { throw VaultError.tooLarge }
        let sheet = Sheet(at: now, compartment: placed.compartment, fact: placed.fact)
        let text = try sheet.encoded()
        let box =
            if let sealed {
                try Box.seal(
                    text,
                    key: sealed.key,
                    access: placed.compartment.needsOpening ? .opened : .folded,
                    compartment: sealed.id.bytes,
                    entry: entry,
                    ordinal: ordinal,
                    origin: origin
                )
            } else {
                try Box.clear(text, entry: entry, ordinal: ordinal)
            }
        keep(box)
        facts.append((placed, sealed?.id))
    }

    /// Adds boxes that say nothing, so that an entry of this kind commits to as many as any other.
    mutating func cover(_ kind: EntryKind) throws {
        for _ in 0..<Cover.needed(kind, over: boxes.count) {
            guard let ordinal = UInt8(exactly: boxes.count) else { throw VaultError.tooLarge }
            let box = try Box.seal(
                [],
                key: SectionKey(),
                access: .folded,
                compartment: CompartmentID.random().bytes,
                entry: entry,
                ordinal: ordinal,
                origin: origin
            )
            keep(box)
        }
    }

    private mutating func keep(_ box: Box) {
        let key = VaultShelf.boxKey(
            compartment: box.header.compartment,
            position: position,
            ordinal: box.header.ordinal
        )
        changes.append(.put(space: VaultShelf.boxes, key: key, value: box.stored))
        boxes.append(box)
    }

    mutating func grant(_ grant: Grant, key: Sealed) throws {
        try wrap(key, to: grant.to) { stored in
            if let condition = grant.condition {
                .put(
                    space: VaultShelf.held,
                    key: HeldGrant.key(grant, condition),
                    value: HeldGrant(until: condition.until, wrap: stored).stored
                )
            } else {
                .put(
                    space: VaultShelf.wraps,
                    key: grant.to.bytes + grant.compartment.bytes,
                    value: stored
                )
            }
        }
        if grant.condition == nil { hand(key, to: grant.to) }
    }

    private mutating func hand(_ sealed: Sealed, to agency: AgencyID) {
        guard !sealed.compartment.needsOpening else { return }
        let (id, key, compartment) = sealed
        handed.append(HandedKey(agency: agency, compartment: compartment, id: id, key: key))
    }

    /// Throws away keys that waited.
    mutating func erase(_ items: [ShelfItem]) {
        changes += items.map { .erase(space: VaultShelf.held, key: $0.key) }
    }

    /// Hands over the keys that waited for this entry.
    ///
    /// - Throws: `Refusal.consentRefused` if none waits any more, because the person has since said
    ///   no to everything; `Refusal.consentExpired` if the consent ended while they waited.
    mutating func release(_ items: [ShelfItem], now: Moment) throws {
        guard !items.isEmpty else { throw Refusal.consentRefused }
        for item in items {
            guard let held = HeldGrant(stored: item.value),
                let wrap = WrappedKey(stored: held.wrap),
                let id = CompartmentID(bytes: item.key.suffix(16))
            else { throw VaultError.damaged }
            guard now < held.until else { throw Refusal.consentExpired }
            changes.append(.erase(space: VaultShelf.held, key: item.key))
            changes.append(
                .put(
                    space: VaultShelf.wraps,
                    key: office.agency.bytes + id.bytes,
                    value: held.wrap
                )
            )
            if wrap.access == .folded {
                let (key, label) = try wrap.unwrap(
                    with: office.privateKey,
                    binding: binding(id, office.agency)
                )
                hand((id, key, try Compartment(label: label)), to: office.agency)
            }
        }
    }

    private mutating func wrap(
        _ sealed: Sealed,
        to agency: AgencyID,
        as change: ([UInt8]) -> ShelfChange
    ) throws {
        let known = commons.agencies[agency] ?? newcomers.first { $0.id == agency }
        guard let bytes = known?.wrappingKey else { throw Refusal.notFound }
        guard let recipient = try? WrappingKey(bytes: bytes) else { throw VaultError.wrongKey }
        let wrap = try WrappedKey.wrap(
            sealed.key,
            label: try sealed.compartment.label(),
            to: recipient,
            access: sealed.compartment.needsOpening ? .opened : .folded,
            entry: entry,
            binding: binding(sealed.id, agency)
        )
        changes.append(change(wrap.stored))
    }

    private func binding(_ id: CompartmentID, _ agency: AgencyID) -> WrappedKey.Binding {
        WrappedKey.Binding(origin: origin, compartment: id.bytes, agency: agency.bytes)
    }
}
