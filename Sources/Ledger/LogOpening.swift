/// Opens a stored log for its writer, without reading all of it.
struct LogOpening {
    let store: any LogStore
    let origin: String
    let verifier: NoteVerifier
    /// Keys that the log had before.
    let former: [NoteVerifier]
    let known: [Checkpoint]

    struct Opened {
        let tree: TileTree
        let root: Digest32
        let actors: ActorHeads
        let published: SignedCheckpoint?
        /// The number of stored checkpoints.
        let checkpoints: UInt64
    }

    private struct Unsound: Error {
        let finding: AuditFinding

        init(_ positions: Range<UInt64>?, _ reason: AuditReason) {
            finding = AuditFinding(positions: positions, reason: reason)
        }
    }

    private static let pageSize: UInt64 = 1024

    /// Reads what the writer needs, and holds it against what was signed.
    ///
    /// - Throws: ``LogError/unsound(_:)`` with what a whole audit finds, or the store's own error.
    func open() throws -> Opened {
        let finding: AuditFinding
        do {
            return try read()
        } catch let unsound as Unsound {
            finding = unsound.finding
        } catch RecordAltered.entry(let position) {
            finding = AuditFinding(position: position, reason: .altered)
        } catch RecordAltered.tile(let path) {
            finding = AuditFinding(positions: path.covered, reason: .tileDiffers(path))
        } catch StoreError.unreadable(let position) {
            finding = AuditFinding(position: position, reason: .missing)
        }
        let report = LogAuditor(
            reader: StoreReader(store),
            origin: origin,
            policy: try WitnessPolicy(log: verifier).naming([verifier] + former),
            known: known
        )
        .audit()
        throw LogError.unsound(report.isSound ? report.with(finding) : report)
    }

    private func read() throws -> Opened {
        let head = try store.head()
        let published = try head.checkpoint.map(signed)
        let tree = try TileTree(store: store, size: head.size)
        let covered = try compare(tree, with: known + [published?.checkpoint].compactMap(\.self))
        var actors = try settledActors(tree)
        try checkSignatures(tree, from: covered)
        try follow(&actors, tree)
        return Opened(
            tree: tree,
            root: try tree.shape(at: tree.size).root,
            actors: actors,
            published: published,
            checkpoints: head.checkpoint.map { $0.number + 1 } ?? 0
        )
    }

    private func signed(_ stored: StoredCheckpoint) throws -> SignedCheckpoint {
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(
                verifying: stored.note,
                origin: origin,
                verifiers: [verifier] + former
            )
        } catch is NoteUnverified {
            throw Unsound(nil, .checkpointNotSigned(number: stored.number))
        } catch {
            throw Unsound(nil, .badCheckpoint(number: stored.number))
        }
        guard signed.checkpoint.size == stored.size else {
            throw Unsound(nil, .badCheckpoint(number: stored.number))
        }
        return signed
    }

    /// Holds the tree against signed checkpoints, and says how far the largest one covers it.
    private func compare(_ tree: TileTree, with checkpoints: [Checkpoint]) throws -> UInt64 {
        for checkpoint in checkpoints {
            guard checkpoint.size <= tree.size else {
                throw Unsound(tree.size..<checkpoint.size, .missing)
            }
            guard try tree.shape(at: checkpoint.size).root == checkpoint.root else {
                throw Unsound(0..<checkpoint.size, .rootDiffers(size: checkpoint.size))
            }
        }
        return checkpoints.map(\.size).max() ?? 0
    }

    /// The heads that the store keeps, each held against the entry that it names.
    ///
    /// When all of them are true, and their numbers add up to the size, none is missing and none is
    /// from an earlier day.
    private func settledActors(_ tree: TileTree) throws -> ActorHeads {
        let end = ActorHeads.lastFullTile(ofSize: tree.size)
        var heads: [ActorKey: ActorHead] = [:]
        var sum: UInt64 = 0
        for stored in try store.actors() {
            guard stored.position < end,
                let (entry, leafHash) = try entries(
                    in: stored.position..<stored.position + 1,
                    tree
                ).first,
                entry.actor == stored.key, entry.sequence == stored.sequence,
                case (let next, false) = sum.addingReportingOverflow(stored.sequence)
            else { throw Unsound(nil, .actorDiffers(stored.key)) }
            sum = next
            heads[stored.key] = ActorHead(
                sequence: stored.sequence,
                leafHash: leafHash,
                position: stored.position
            )
        }
        guard sum == end else { throw Unsound(nil, .actorsIncomplete) }
        return ActorHeads(settled: heads)
    }

    /// Checks the signatures of the entries that no checkpoint vouches for.
    private func checkSignatures(_ tree: TileTree, from covered: UInt64) throws {
        var next = covered
        while next < tree.size {
            let end = min(next + Self.pageSize, tree.size)
            let page = try entries(in: next..<end, tree)
            let unsigned = EveryCore.failures(among: page.count) { [origin] index in
                page[index].entry.verifySignature(origin: origin)
            }
            if let first = unsigned.first {
                let position = next + UInt64(first)
                throw Unsound(position..<position + 1, .badSignature)
            }
            next = end
        }
    }

    /// Brings the heads from the last full tile to the end of the log.
    private func follow(_ actors: inout ActorHeads, _ tree: TileTree) throws {
        let start = ActorHeads.lastFullTile(ofSize: tree.size)
        var changing = actors.changing()
        for (offset, page) in try entries(in: start..<tree.size, tree).enumerated() {
            let position = start + UInt64(offset)
            guard changing[page.entry.actor].isFollowed(by: page.entry) else {
                throw Unsound(position..<position + 1, .previousDiffers)
            }
            changing.follow(Appended(page.entry, leafHash: page.leafHash), at: position)
        }
        actors.settle(changing, upTo: tree.size)
    }

    /// Entries that are those of the tree.
    private func entries(
        in positions: Range<UInt64>,
        _ tree: TileTree
    ) throws -> [(entry: Entry, leafHash: Digest32)] {
        try tree.entries(in: positions).enumerated().map { offset, stored in
            do {
                return (try Entry(decoding: stored.bytes), MerkleTree.leafHash(stored.bytes))
            } catch let error as EntryMalformed {
                let position = positions.lowerBound + UInt64(offset)
                throw Unsound(position..<position + 1, .undecodable(error))
            }
        }
    }
}
