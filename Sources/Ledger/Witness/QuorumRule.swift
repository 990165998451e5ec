/// A quorum of a policy as a tree: at the leaves its witnesses, each of them once.
///
/// C2SP tlog-policy lets a name be a member once at most, so no witness is under two branches. That
/// makes the smallest overlap of two quorums, and the fewest witnesses that can block all of them,
/// sums over the branches.
indirect enum QuorumRule: Hashable, Sendable {
    /// A witness, by its place among the policy's.
    case witness(Int)
    /// At least so many of the members.
    case group(threshold: Int, members: [QuorumRule])

    /// The places of the witnesses at the leaves.
    var witnesses: [Int] {
        switch self {
        case .witness(let index): [index]
        case .group(_, let members): members.flatMap(\.witnesses)
        }
    }

    func isSatisfied(by cosigners: Set<Int>) -> Bool {
        switch self {
        case .witness(let index): cosigners.contains(index)
        case .group(let threshold, let members):
            members.count { $0.isSatisfied(by: cosigners) } >= threshold
        }
    }

    /// The number of witnesses of the smallest set that satisfies the rule.
    var smallest: Int {
        switch self {
        case .witness: 1
        case .group(let threshold, let members):
            members.map(\.smallest).sorted().prefix(threshold).reduce(0, +)
        }
    }

    /// The fewest witnesses that any two sets which satisfy the rule have in common.
    ///
    /// Two choices of *k* out of *n* members must share 2*k* - *n* of them, and may share those that
    /// cost least; members in one choice only cost nothing.
    var smallestOverlap: Int {
        switch self {
        case .witness: 1
        case .group(let threshold, let members):
            members.map(\.smallestOverlap).sorted()
                .prefix(max(0, 2 * threshold - members.count)).reduce(0, +)
        }
    }

    /// The fewest witnesses whose silence leaves no set that satisfies the rule.
    var smallestBlock: Int {
        switch self {
        case .witness: 1
        case .group(let threshold, let members):
            members.map(\.smallestBlock).sorted()
                .prefix(members.count - threshold + 1).reduce(0, +)
        }
    }

    /// The rule with each branch whose leaves are all one operator's replaced by one of them, since
    /// an operator lies or falls silent with all of its keys.
    func joining(_ operators: [[UInt8]]) -> QuorumRule {
        guard case .group(let threshold, let members) = self else { return self }
        let leaves = witnesses
        if let first = leaves.first, Set(leaves.map { operators[$0] }).count == 1 {
            return .witness(first)
        }
        return .group(threshold: threshold, members: members.map { $0.joining(operators) })
    }
}
