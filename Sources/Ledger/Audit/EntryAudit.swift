/// The part of an audit that goes through the entries, bundle by bundle, and hands each to the parts
/// that follow the actors and the tree.
struct EntryAudit {
    /// The number of entries that were there.
    private(set) var count: UInt64 = 0

    private let reader: any LogReader
    private let size: UInt64
    /// The place of the next bundle.
    private var next: UInt64 = 0
    private var isCutShort = false
    private var found: [AuditFinding] = []
    private var chains: ChainAudit
    private var tree: TreeAudit

    init(
        notes: NoteAudit,
        known: [Checkpoint],
        reader: any LogReader,
        outline: LogOutline
    ) {
        self.reader = reader
        size = outline.entries ?? notes.newest?.checkpoint.size ?? 0
        chains = ChainAudit(notes: notes)
        tree = TreeAudit(
            roots: notes.good.map { ($0.size, $0.root) } + known.map { ($0.size, $0.root) },
            reader: reader,
            hasGrowingTiles: outline.entries == nil
        )
    }

    var findings: [AuditFinding] { found + chains.findings + tree.findings }

    /// The entries that are still to be read.
    var rest: Range<UInt64>? {
        let start = min(next * UInt64(TilePath.fullWidth), size)
        return start < size && !isCutShort ? start..<size : nil
    }

    /// The addresses of the bundles that are to be read next; none past a place with nothing at all.
    ///
    /// - Parameters:
    ///   - limit: The most addresses.
    ///   - count: How many bundles are read already and not yet taken.
    /// - Returns: The addresses, in order.
    func paths(atMost limit: UInt64, after count: Int) -> [TilePath] {
        guard !isCutShort else { return [] }
        let first = next + UInt64(count)
        return (first..<first + limit).compactMap { TilePath(.entries, index: $0, ofCount: size) }
    }

    /// Takes the bundle that follows.
    mutating func take(
        _ bundle: AuditedBundle,
        _ check: (UInt64, Entry) -> [AuditFinding]
    ) throws {
        guard !isCutShort else { return }
        reportMissing(bundle)
        guard !isCutShort else { return }
        for (index, position) in bundle.path.places.enumerated() {
            if position == ActorHeads.lastFullTile(ofSize: size) { try compareActors() }
            let item = bundle.items[index]
            chains.follow(
                item,
                leafHash: bundle.hashes[index],
                tileHash: bundle.tile?[index],
                at: position
            )
            if case .missing = item { continue }
            count += 1
            if case .entry(let entry, _) = item { found += check(position, entry) }
        }
        try tree.append(bundle)
        next += 1
    }

    private mutating func reportMissing(_ bundle: AuditedBundle) {
        let places = bundle.path.places
        if bundle.tile == nil, bundle.hashes.allSatisfy({ $0 == nil }) {
            // Whoever signed the size may have meant the reader to search for ever.
            isCutShort = true
            found.append(AuditFinding(positions: places.lowerBound..<size, reason: .missing))
            return
        }
        guard bundle.isReadable else {
            found.append(AuditFinding(positions: places, reason: .badBundle(bundle.path)))
            return
        }
        var start: UInt64?
        for (index, position) in places.enumerated() {
            if bundle.hashes[index] == nil {
                start = start ?? position
            } else if let first = start {
                found.append(AuditFinding(positions: first..<position, reason: .missing))
                start = nil
            }
        }
        if let start {
            found.append(AuditFinding(positions: start..<places.upperBound, reason: .missing))
        }
    }

    /// Compares the heads with what the store notes, which is as of the last full tile.
    private mutating func compareActors() throws {
        if let actors = try reader.actors() { chains.compare(with: actors) }
    }

    /// Finishes when every bundle was taken.
    mutating func finish() throws {
        if !isCutShort, size == ActorHeads.lastFullTile(ofSize: size) { try compareActors() }
        try tree.finish()
    }
}
