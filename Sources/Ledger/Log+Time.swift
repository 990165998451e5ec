/// The published notes that an entry stands between.
public struct EntryBounds: Hashable, Sendable {
    /// The note that the entry cites, so that the entry is younger; `nil` when it cites none.
    public let cited: String?
    /// The first published note that covers the entry, so that the entry is older; `nil` while none
    /// does.
    public let covering: String?
}

extension Log {
    /// Finds the published notes that bound when an entry came into being.
    ///
    /// The notes are as they are stored: ``WitnessPolicy/judge(note:)`` says what they prove.
    ///
    /// - Parameters:
    ///   - position: The entry's place in the log, from 0.
    ///   - cited: The digest in the entry's ``Entry/checkpoint``.
    /// - Returns: What was found; a note that is not in the store is left out.
    /// - Throws: The store's own error.
    /// - Complexity: Reads O(log *n*) notes, and those that an entry may cite.
    public func bounds(position: UInt64, cited: Digest32) throws -> EntryBounds {
        // The first number whose note covers the entry; sizes never go down.
        var low: UInt64 = 0
        var high = storedCheckpoints
        while low < high {
            let middle = low + (high - low) / 2
            let note = try store.checkpoints(in: middle..<middle + 1).first
            if let note, note.size > position { high = middle } else { low = middle + 1 }
        }
        let covering = try store.checkpoints(in: low..<low + 1).first?.note
        guard cited != .zero else { return EntryBounds(cited: nil, covering: covering) }
        let earliest = low - min(low, Self.recentCheckpoints)
        let known = try store.checkpoints(in: earliest..<low)
            .last { .sha256(Array($0.note.utf8)) == cited }
        return EntryBounds(cited: known?.note, covering: covering)
    }
}
