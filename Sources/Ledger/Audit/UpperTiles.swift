/// The part of an audit that holds every tile against the one below it.
struct UpperTiles {
    private(set) var findings: [AuditFinding] = []

    private let reader: any LogReader
    private let hasGrowingTiles: Bool
    /// For each level from 1 up, what the next hashes of its growing tile may be.
    ///
    /// That is the root of the tile below as it is stored, and as it should be; nothing, where neither
    /// is known.
    private var growing: [[Set<Digest32>]] = []
    /// The number of full tiles of each of these levels.
    private var full: [UInt64] = []

    init(reader: any LogReader, hasGrowingTiles: Bool) {
        self.reader = reader
        self.hasGrowingTiles = hasGrowingTiles
    }

    mutating func append(_ bundle: AuditedBundle) throws {
        if bundle.tile == nil, hasGrowingTiles || !bundle.path.isPartial {
            report(bundle.path.holding(.hashes(level: 0)))
        }
        guard !bundle.path.isPartial else { return }
        if let root = bundle.root {
            try append([root], toLevel: 1)
        } else {
            try append(Self.roots([bundle.tile, Self.complete(bundle.hashes)]), toLevel: 1)
        }
    }

    private mutating func append(_ root: Set<Digest32>, toLevel level: Int) throws {
        if growing.count < level {
            growing.append([])
            full.append(0)
        }
        growing[level - 1].append(root)
        guard growing[level - 1].count == TilePath.fullWidth else { return }
        let above = try check(level)
        growing[level - 1] = []
        full[level - 1] += 1
        try append(above, toLevel: level + 1)
    }

    /// Checks the tile that grows on a level, and says what its root may be.
    private mutating func check(_ level: Int) throws -> Set<Digest32> {
        let allowed = growing[level - 1]
        guard
            let path = TilePath(
                .hashes(level: level),
                index: full[level - 1],
                width: allowed.count
            )
        else { return [] }
        let tile = try reader.hashes(at: path)
            .flatMap { try? HashTile(decoding: $0, width: path.width).hashes }
        let isRight = tile.map { tile in
            zip(tile, allowed).allSatisfy { hash, allowed in
                allowed.isEmpty || allowed.contains(hash)
            }
        }
        if isRight != true { report(path) }
        return Self.roots([tile, Self.complete(allowed.map(\.first))])
    }

    /// Checks the tiles that are not full when the log ends, where the reader has them.
    mutating func finish() throws {
        guard hasGrowingTiles else { return }
        for level in growing.indices where !growing[level].isEmpty {
            _ = try check(level + 1)
        }
    }

    private mutating func report(_ path: TilePath) {
        findings.append(AuditFinding(positions: path.covered, reason: .tileDiffers(path)))
    }

    private static func complete(_ hashes: [Digest32?]) -> [Digest32]? {
        let known = hashes.compactMap(\.self)
        return known.count == hashes.count ? known : nil
    }

    private static func roots(_ tiles: [[Digest32]?]) -> Set<Digest32> {
        Set(tiles.compactMap { $0.map { MerkleTree.root(ofLeafHashes: $0) } })
    }
}
