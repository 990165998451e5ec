/// The last entry of an actor, which the next one must follow.
struct ActorHead: Sendable {
    /// Its number; 0 when there is none.
    var sequence: UInt64 = 0
    /// Its leaf hash; zero when there is none.
    var leafHash = Digest32.zero
    /// Its place in the log.
    var position: UInt64 = 0

    /// Whether an entry is the actor's next.
    func isFollowed(by entry: Entry) -> Bool {
        // An actor can sign any number, the greatest too.
        entry.sequence == sequence &+ 1 && entry.previous == leafHash
    }
}

/// The last entry of every actor of a log.
///
/// The store has them as they were at the last full tile: to write one row more with every entry
/// would make a small append dearer, and the entries after that tile are read at opening anyway.
struct ActorHeads {
    private var heads: [ActorKey: ActorHead] = [:]
    /// The entries after the last full tile, in order.
    private var recent: [(actor: ActorKey, head: ActorHead)] = []

    /// Takes the heads as they were at the last full tile.
    init(settled: [ActorKey: ActorHead]) {
        heads = settled
    }

    func changing() -> Changing { Changing(heads: self) }

    /// Heads with entries that are about to become durable.
    struct Changing {
        fileprivate let heads: ActorHeads
        fileprivate var made: [(actor: ActorKey, head: ActorHead)] = []
        fileprivate var fresh: [ActorKey: ActorHead] = [:]

        fileprivate init(heads: ActorHeads) {
            self.heads = heads
        }

        /// The last entry of an actor, or that of one who has none.
        subscript(actor: ActorKey) -> ActorHead {
            fresh[actor] ?? heads.heads[actor] ?? ActorHead()
        }

        mutating func follow(_ appended: Appended, at position: UInt64) {
            let head = ActorHead(
                sequence: appended.entry.sequence,
                leafHash: appended.leafHash,
                position: position
            )
            fresh[appended.entry.actor] = head
            made.append((appended.entry.actor, head))
        }

        /// What the store is told when the log has a size: the heads of those who acted since it was
        /// told the last time, as they were at the last full tile.
        func settled(upTo size: UInt64) -> [StoredActor] {
            let end = ActorHeads.lastFullTile(ofSize: size)
            var settled: [ActorKey: ActorHead] = [:]
            for (actor, head) in heads.recent + made where head.position < end {
                settled[actor] = head
            }
            return settled.map { actor, head in
                StoredActor(key: actor, position: head.position, sequence: head.sequence)
            }
        }
    }

    /// Takes over what has become durable.
    mutating func settle(_ changing: Changing, upTo size: UInt64) {
        heads.merge(changing.fresh) { _, new in new }
        recent += changing.made
        let end = Self.lastFullTile(ofSize: size)
        if let first = recent.first, first.head.position < end {
            recent.removeAll { $0.head.position < end }
        }
    }

    /// The position after the last full tile of entries.
    static func lastFullTile(ofSize size: UInt64) -> UInt64 {
        size & ~UInt64(TilePath.fullWidth - 1)
    }
}
