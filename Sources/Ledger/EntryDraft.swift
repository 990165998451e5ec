/// An entry to be made: what the log does not fill in by itself.
public struct EntryDraft: Sendable {
    /// The random name of the entry.
    public var id: EntryID
    /// What sort of thing it says.
    public var kind: EntryKind
    /// What was sealed elsewhere: 0 to 255 values that reveal nothing of it.
    public var commitments: [Digest32]
    /// Who acts.
    public var signer: any EntrySigner
    /// What is to become durable together with the entry.
    public var companions: [ShelfChange]

    /// Creates a draft.
    ///
    /// - Parameters:
    ///   - id: The name of the entry, new and random.
    ///   - kind: What sort of thing it says.
    ///   - commitments: 0 to 255 values.
    ///   - signer: Who acts.
    ///   - companions: What is to become durable together with the entry.
    public init(
        id: EntryID = .random(),
        kind: EntryKind,
        commitments: [Digest32],
        signer: any EntrySigner,
        companions: [ShelfChange] = []
    ) {
        self.id = id
        self.kind = kind
        self.commitments = commitments
        self.signer = signer
        self.companions = companions
    }
}

/// An entry that its actor made and signed elsewhere, ready for a log.
public struct SignedEntry: Sendable {
    /// The entry.
    public var entry: Entry
    /// What is to become durable together with the entry.
    public var companions: [ShelfChange]

    /// Readies an entry.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - companions: What is to become durable together with it.
    public init(_ entry: Entry, companions: [ShelfChange] = []) {
        self.entry = entry
        self.companions = companions
    }
}
