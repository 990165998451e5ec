/// Which pairs are asked for.
public enum BlockingScope: String, Hashable, Codable, Sendable {
    /// Any two rows, of one source or of two.
    case everyPair
    /// Only rows of different sources, as when each source is known to have no duplicates.
    case acrossSources
}

extension RecordTable {
    /// Only pairs across, where there are several sources; else every pair.
    public var usualScope: BlockingScope { sources.count > 1 ? .acrossSources : .everyPair }

    /// How many pairs a scope has in all.
    public func pairCount(_ scope: BlockingScope) -> Double {
        let all = Double(count) * Double(count - 1) / 2
        switch scope {
        case .everyPair: return all
        case .acrossSources:
            return sources.reduce(all) { $0 - Double($1.count) * Double($1.count - 1) / 2 }
        }
    }

    /// For each row, where the rows begin with which it may be paired: after itself, or after its source.
    func partnersStart(of row: Int, _ scope: BlockingScope) -> Int {
        guard scope == .acrossSources else { return row + 1 }
        return sources.first { $0.contains(row) }?.upperBound ?? row + 1
    }
}
