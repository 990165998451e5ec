/// Why a policy cannot hold what it is there for when some witnesses are corrupt.
///
/// For *q* of *n* witnesses of which *f* may be corrupt, a policy holds if 2*q* > *n* + *f*, so that two
/// quorums share an honest witness and no two histories both get one, and *q* ≤ *n* - *f*, so that the
/// honest ones suffice when the others are silent.
public enum PolicyWeak: Error, Hashable, Sendable {
    /// The policy asks for no cosignature, so the log's operator alone decides what is believed.
    case noWitness
    /// The keys of one name are counted as if they were several witnesses.
    case operatorTwice(name: String)
    /// No quorum whatever would do: with *f* corrupt it takes 3*f* + 1 witnesses or more.
    ///
    /// Two agencies alone are a case of it. If both must cosign, the corrupt one stops the log by
    /// saying nothing; if one is enough, the corrupt one vouches for a second history.
    case tooFewWitnesses(count: Int, needed: Int)
    /// Two quorums may share so few witnesses that all of them can be corrupt, and sign two histories.
    case twoHistories(shared: Int)
    /// So few witnesses stop the log by silence that all of them can be corrupt.
    case silenced(by: Int)
}

extension WitnessPolicy {
    /// The number of corrupt witnesses under which the policy still holds, or `nil` if it asks for none
    /// or does not hold even when all are honest.
    public var tolerated: Int? {
        guard let rule = try? joinedRule() else { return nil }
        let most = min(rule.smallestOverlap, rule.smallestBlock) - 1
        return most < 0 ? nil : most
    }

    /// The number of operators whose witnesses the quorum counts.
    public var operatorCount: Int { (try? joinedRule())?.witnesses.count ?? 0 }

    /// The number of operators in the smallest quorum; 0 when no cosignature is asked for.
    public var smallestQuorum: Int { (try? joinedRule())?.smallest ?? 0 }

    /// Checks that the policy holds when some witnesses are corrupt.
    ///
    /// Witnesses whose keys have one name are one operator's. Groups in groups are computed as they
    /// are: what counts is the smallest overlap of two quorums, and the fewest witnesses that can
    /// stop every quorum.
    ///
    /// - Parameter f: How many may be corrupt, 0 or more.
    /// - Throws: ``PolicyWeak`` with the reason that it does not hold.
    public func check(corrupt f: Int) throws(PolicyWeak) {
        let rule = try joinedRule()
        let count = rule.witnesses.count
        let needed = 3 * f + 1
        guard count >= needed else { throw .tooFewWitnesses(count: count, needed: needed) }
        guard rule.smallestOverlap > f else { throw .twoHistories(shared: rule.smallestOverlap) }
        guard rule.smallestBlock > f else { throw .silenced(by: rule.smallestBlock) }
    }

    /// The rule with one leaf for each operator.
    private func joinedRule() throws(PolicyWeak) -> QuorumRule {
        guard let rule else { throw .noWitness }
        let operators = witnesses.map { Array($0.verifier.name.utf8) }
        let joined = rule.joining(operators)
        var known: Set<[UInt8]> = []
        for index in joined.witnesses where !known.insert(operators[index]).inserted {
            throw .operatorTwice(name: witnesses[index].verifier.name)
        }
        return joined
    }
}
