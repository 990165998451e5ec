/// What is doubtful about a model that was learned, in words; nothing when nothing is.
public struct ModelQuality: Hashable, Codable, Sendable {
    /// Something a person should know before trusting the links.
    public enum Doubt: Hashable, Codable, Sendable {
        /// Fewer pairs of one person are expected than parameters can be learned from; what the
        /// program brings along counts more than the table.
        case fewMatches(expected: Int)
        /// Many candidates are neither likely one person nor likely two.
        case notSeparated(share: Double)
        /// So many pairs of one person are expected that either the file repeats nearly everybody or
        /// the model is wrong.
        case manyMatches(perRecord: Double)
        /// Learning had not settled when it was stopped.
        case notSettled
        /// A feature speaks against one person when it agrees.
        case upsideDown(feature: String)
        /// The fields cannot tell a relative or namesake from the same person.
        case cannotTell(PairClass)
    }

    /// What is doubtful, the weightiest first.
    public internal(set) var doubts: [Doubt]

    init(doubts: [Doubt] = []) {
        self.doubts = doubts
    }

    /// Whether nothing is.
    public var isGood: Bool { doubts.isEmpty }
}
