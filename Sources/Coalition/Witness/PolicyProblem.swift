package import Ledger

/// Why a node cannot work with the policy in its folder.
package enum PolicyProblem: Error, Hashable, Sendable {
    /// The file is not of the form of a policy.
    case malformed(PolicyMalformed)
    /// The policy does not name this log's key.
    case otherLog
    /// The policy does not hold with so many corrupt witnesses.
    case weak(PolicyWeak, corrupt: Int)
    /// The witnesses that have an address cannot make a quorum.
    case noAddress(names: [String])
    /// A witness's address is none of http or https.
    case badAddress(name: String)
}

extension Folder {
    /// The policy, if a node can work with it.
    ///
    /// - Parameter corrupt: how many witnesses may be corrupt; without it one, if the policy asks for
    ///   witnesses at all.
    /// - Returns: the policy of the file, or one that asks for no witness when there is none.
    /// - Throws: `PolicyProblem`, or `FolderProblem`.
    package func usablePolicy(corrupt: Int?) throws -> WitnessPolicy {
        let policy: WitnessPolicy
        do {
            policy = try self.policy()
        } catch let error as PolicyMalformed {
            throw PolicyProblem.malformed(error)
        }
        let verifier = try verifier()
        guard policy.logs.contains(where: { $0.verifier == verifier }) else {
            throw PolicyProblem.otherLog
        }
        guard policy.quorum != nil || corrupt ?? 0 > 0 else { return policy }
        let corrupt = corrupt ?? 1
        do {
            try policy.check(corrupt: corrupt)
        } catch {
            throw PolicyProblem.weak(error, corrupt: corrupt)
        }
        for witness in policy.witnesses {
            guard let url = witness.url else { continue }
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw PolicyProblem.badAddress(name: witness.name)
            }
        }
        guard policy.isQuorum(policy.witnesses.filter { $0.url != nil }) else {
            throw PolicyProblem.noAddress(
                names: policy.counted.filter { $0.url == nil }.map(\.name)
            )
        }
        return policy
    }
}
