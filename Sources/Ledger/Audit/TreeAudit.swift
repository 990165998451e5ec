/// The part of an audit that grows the tree anew and holds it against the checkpoints and tiles.
///
/// Two trees are grown: one from what the entries hash to, one from what the tiles hold. While all is
/// well they are one; when they differ, the next checkpoint says which of the two is right, and with
/// that whether the entry or the tile was changed.
struct TreeAudit {
    private var found: [AuditFinding] = []

    /// The number of entries that were taken, found or not.
    private var size: UInt64 = 0
    private var roots: ArraySlice<(size: UInt64, root: Digest32)>
    private var fromEntries = MerkleFrontier()
    private var fromTiles = MerkleFrontier()
    /// Where entries and tiles disagree since the last checkpoint.
    private var doubts: [(position: UInt64, tile: TilePath)] = []
    /// What the entries hash to since the last checkpoint, if that is not much.
    private var window = LeafWindow()
    /// Whether a root differed, so that no later one can be right.
    private var isLost = false
    private var upper: UpperTiles

    /// Prepares the check.
    ///
    /// - Parameters:
    ///   - roots: The sizes and roots of believed checkpoints, in any order.
    ///   - reader: Has the tiles of the levels above.
    ///   - hasGrowingTiles: Whether the reader has the tiles that are not full, too.
    init(
        roots: [(size: UInt64, root: Digest32)],
        reader: any LogReader,
        hasGrowingTiles: Bool
    ) {
        self.roots = roots.sorted { $0.size < $1.size }[...]
        upper = UpperTiles(reader: reader, hasGrowingTiles: hasGrowingTiles)
        compareRoots()
    }

    /// Takes the bundle that follows.
    mutating func append(_ bundle: AuditedBundle) throws {
        let end = bundle.path.places.upperBound
        if let root = bundle.root, !isLost, roots.first.map({ $0.size >= end }) ?? true {
            fromEntries.append(root, height: 8)
            fromTiles.append(root, height: 8)
            window.overflow()
            size = end
            compareRoots()
        } else {
            for (index, hash) in bundle.hashes.enumerated() {
                append(hash, bundle.tile?[index], in: bundle.path)
            }
        }
        try upper.append(bundle)
    }

    private mutating func append(
        _ hash: Digest32?,
        _ tileHash: Digest32?,
        in bundle: TilePath
    ) {
        if let read = hash ?? tileHash, let tiled = tileHash ?? hash {
            if read != tiled { doubts.append((size, bundle.holding(.hashes(level: 0)))) }
            fromEntries.append(read, height: 0)
            fromTiles.append(tiled, height: 0)
            window.append(read)
        } else {
            isLost = true
        }
        size += 1
        compareRoots()
    }

    /// Compares with every checkpoint of the size that the trees have now.
    private mutating func compareRoots() {
        while let next = roots.first, next.size == size {
            roots.removeFirst()
            if !isLost { compare(with: next) }
        }
    }

    private mutating func compare(with checkpoint: (size: UInt64, root: Digest32)) {
        switch checkpoint.root {
        case fromEntries.root:
            for path in Set(doubts.map(\.tile)) {
                let finding = AuditFinding(positions: path.covered, reason: .tileDiffers(path))
                found.append(finding)
            }
            fromTiles = fromEntries
        case fromTiles.root:
            reportAltered()
            fromEntries = fromTiles
        default:
            lose(at: checkpoint)
        }
        doubts = []
        window = LeafWindow(after: fromEntries)
    }

    private mutating func lose(at checkpoint: (size: UInt64, root: Digest32)) {
        reportAltered()
        if let (first, second) = window.exchanged(toReach: checkpoint.root) {
            found.append(AuditFinding(position: first, reason: .swapped(with: second)))
            found.append(AuditFinding(position: second, reason: .swapped(with: first)))
        }
        found.append(
            AuditFinding(
                positions: window.start < size ? window.start..<size : nil,
                reason: .rootDiffers(size: checkpoint.size)
            )
        )
        isLost = true
    }

    /// Says what is left to be said when the last bundle was taken.
    mutating func finish() throws {
        // No checkpoint says which of the two is right.
        reportAltered()
        if let covered = roots.last?.size, covered > size {
            found.append(AuditFinding(positions: size..<covered, reason: .missing))
        }
        try upper.finish()
    }

    /// Everything that was found, in the tiles of the levels above too.
    var findings: [AuditFinding] { found + upper.findings }

    private mutating func reportAltered() {
        found += doubts.map { AuditFinding(position: $0.position, reason: .altered) }
    }
}
