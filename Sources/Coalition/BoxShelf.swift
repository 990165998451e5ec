import Casework
import Ledger
import Vault

/// The boxes of the vault as the verifier needs them: what each commits to, by the entry it is for.
struct BoxShelf {
    private struct Summary {
        /// Zero for a row that is no box.
        let commitment: Digest32
        let entry: EntryID?
        let clear: Box?
    }

    private var boxes: [UInt64: [Int: [Summary]]] = [:]
    /// The positions of rows that no view would read; `nil` for a key that has none.
    private var strays: [UInt64?] = []
    private(set) var count = 0

    private let scope: RecordSource.Scope

    /// The kinds of entry that are never without an open box, so that an archive which lacks the box
    /// cannot pass for a whole one.
    private static let openKinds: Set<EntryKind> = [
        "agency.joined", "agency.key-renewed", "agency.retired", "coalition.founded", "key.renewed",
        "key.retired", "member.enrolled", "member.left",
    ]

    init(_ items: [ShelfItem], of scope: RecordSource.Scope) {
        self.scope = scope
        for item in items {
            count += 1
            guard let place = VaultShelf.boxPlace(key: item.key), place.position < .max else {
                strays.append(nil)
                continue
            }
            let box = Box(stored: item.value)
            if let box, item.key != box.shelfKey(at: place.position) {
                strays.append(place.position)
                continue
            }
            let summary = Summary(
                commitment: box?.commitment ?? .zero,
                entry: box?.header.entry,
                clear: box.flatMap { $0.header.access == .clear ? $0 : nil }
            )
            // Two boxes for one place: the one that an entry commits to is found out below.
            let ordinal = Int(place.ordinal)
            boxes[place.position, default: [:]][ordinal, default: []].append(summary)
        }
    }

    /// Compares an entry's commitments with its boxes, and takes those off the shelf.
    mutating func take(
        _ position: UInt64,
        _ entry: Entry
    ) -> (problems: [Verification.Reason], sheets: [Sheet]) {
        let here = boxes.removeValue(forKey: position) ?? [:]
        // What stands in the place of commitments is for everybody to read, and in no box.
        if entry.kind == LogKeyRenewal.kind {
            return (here.isEmpty ? [] : [.boxWithoutEntry], [])
        }
        var problems: [Verification.Reason] = []
        var sheets: [Sheet] = []
        for (ordinal, commitment) in entry.commitments.enumerated() {
            let claimed = here[ordinal] ?? []
            if claimed.isEmpty, scope == .everything {
                problems.append(.boxMissing(ordinal: ordinal))
            }
            if claimed.count > 1 { problems.append(.boxWithoutEntry) }
            let genuine = claimed.first { $0.commitment == commitment && $0.entry == entry.id }
            guard let genuine else {
                if !claimed.isEmpty { problems.append(.boxChanged(ordinal: ordinal)) }
                continue
            }
            if let text = try? genuine.clear?.clearText(), let sheet = try? Sheet(decoding: text) {
                sheets.append(sheet)
            }
        }
        if scope == .openBoxes, sheets.isEmpty, Self.openKinds.contains(entry.kind) {
            problems.append(.boxMissing(ordinal: 0))
        }
        if here.keys.contains(where: { $0 >= entry.commitments.count }) {
            problems.append(.boxWithoutEntry)
        }
        return (problems, sheets)
    }

    /// The positions of boxes that no entry took; `nil` for a row that is nowhere.
    var left: [UInt64?] { strays + boxes.keys.sorted() }
}

extension Box {
    /// Where on the shelf the views look for this box.
    fileprivate func shelfKey(at position: UInt64) -> [UInt8] {
        VaultShelf.boxKey(
            compartment: header.compartment,
            position: position,
            ordinal: header.ordinal
        )
    }
}
