/// How far clusters are the persons, cluster by cluster.
public struct ClusterAgreement: Hashable, Sendable {
    /// How many clusters are exactly all rows of one person.
    public let exact: Int
    /// How many clusters there are.
    public let clusters: Int
    /// How many persons there are.
    public let persons: Int

    /// Compares clusters with the persons.
    ///
    /// - Parameters:
    ///   - clusters: Each row's cluster.
    ///   - persons: Each row's person; as many.
    public init(clusters: [some Hashable], persons: [some Hashable]) {
        let found = Dictionary(grouping: clusters.indices) { clusters[$0] }
        let sizes = persons.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        exact = found.values.count { rows in
            let person = persons[rows[0]]
            return sizes[person] == rows.count && rows.allSatisfy { persons[$0] == person }
        }
        self.clusters = found.count
        self.persons = sizes.count
    }

    /// The harmonic mean of the shares of clusters that are a person and of persons that are a cluster; 1
    /// when there are neither.
    public var f1: Double {
        clusters + persons == 0 ? 1 : 2 * Double(exact) / Double(clusters + persons)
    }
}
