/// The number of people by exact Bayesian averaging over all decomposable graphs on 3 to 6 lists.
///
/// This is the method of Madigan and York (*Bayesian methods for estimation of the size of a closed
/// population*, Biometrika 84, 1997), which the R package dga made known. Nothing in it is random and
/// nothing can fail to exist, which makes it a good second opinion; but where few people are on two
/// lists, the priors speak louder than the data:
///
/// - Every graph is as likely as every other before the data.
/// - The probabilities of the histories have a hyper-Dirichlet law with δ in each of the 2^*K* cells. By
///   default δ = 2^−*K*, one person's worth of prior in all. See ``sensitivity()`` for what δ does.
/// - The number of all people *N* has the prior 1/*N*, which is proper with any overlap and has no scale.
///   dga's manual speaks of the logarithm of the number never seen; its program takes −ln *N*, as here,
///   so that our numbers can be laid beside its.
/// - At least one person was never seen, as dga's users suppose too. With δ below 1 the graph that joins
///   all lists gives the number 0 about 1/δ times the probability of the number 1, whatever the data:
///   a spike that the prior makes, not the lists.
public struct DecomposableAveraging: Sendable {
    /// The most people seen for whom the sums keep four digits and more.
    public static let greatestObserved = 1e8
    /// The most people never seen that are thought of.
    public static let greatestReach = 1e12

    /// The table.
    public let table: CaptureTable
    /// The prior count of each of the 2^*K* cells.
    public let delta: Double
    /// The fewest numbers that the law is evaluated at, where it has as many.
    public let points: Int
    /// The greatest number never seen that is thought of; `nil` when it grows until the law has died away.
    public let reach: Double?

    /// Takes a table and the priors.
    ///
    /// - Parameters:
    ///   - table: A table of 3 to 6 lists.
    ///   - delta: The prior count of each cell, above 0; 2^−*K* where it is not given.
    ///   - points: The fewest numbers that the law is evaluated at, 50 to 1 000 000; all where there are
    ///     fewer, and more where a table is so large that humps could fall between them.
    ///   - reach: The greatest number never seen that is thought of, 1 to ``greatestReach``. Where it is
    ///     not given, the range begins with 30 times those seen and doubles until the last of 200 cells,
    ///     which grow in proportion where numbers are great, has less than 10^−4 of the probability of the
    ///     most probable one.
    /// - Throws: ``AveragingRefused`` with the first thing that is wrong.
    public init(
        table: CaptureTable,
        delta: Double? = nil,
        points: Int = 1_000,
        reach: Double? = nil
    ) throws(AveragingRefused) {
        guard DecomposableGraph.listCounts.contains(table.listCount) else {
            throw .listCount(table.listCount)
        }
        guard table.observed <= Self.greatestObserved else { throw .observed(table.observed) }
        let delta = delta ?? Self.standardDelta(listCount: table.listCount)
        guard delta.isFinite, delta > 0 else { throw .delta(delta) }
        guard (50...1_000_000).contains(points) else { throw .points(points) }
        if let reach {
            guard (1...Self.greatestReach).contains(reach) else { throw .reach(reach) }
        }
        self.table = table
        self.delta = delta
        self.points = points
        self.reach = reach?.rounded(.down)
    }

    /// The prior count with which all cells together weigh as much as one person.
    ///
    /// - Parameter listCount: The number of lists *K*.
    /// - Returns: 2^−*K*.
    public static func standardDelta(listCount: Int) -> Double {
        1 / Double(1 << listCount)
    }

    /// Averages over all graphs.
    ///
    /// - Returns: What is then believed of the number of all people.
    public func posterior() -> Posterior {
        let graphs = DecomposableGraph.all(listCount: table.listCount)
        let search = searched(graphs)
        let cells = search.narrowed(to: points)
        let sums = GraphSums(CliqueScores(table, delta: delta, cells: cells), over: graphs)
        return Posterior(
            observed: table.observed,
            delta: delta,
            cells: cells,
            sums: sums,
            graphs: graphs,
            isOpen: search.isOpen
        )
    }

    /// The answers of other priors beside this one, from the smallest prior count to the greatest.
    ///
    /// The default divided by 4, as it is, and times 4: a table that says much moves little. And the
    /// values 1/2 and 1, which stand in the examples of dga's manual: they put 2^(*K*−1) or 2^*K* people
    /// of prior into the table, most of them into histories that nobody has. This favours the graph
    /// that joins all lists, under which the number never seen comes from the prior alone: of the five
    /// lists of the United Kingdom in 2013, with 2 744 people, they leave some 50 or 60 unseen, where the
    /// default says about 20 000. They are shown to warn, not to choose from.
    ///
    /// - Returns: A posterior for each different prior count.
    public func sensitivity() -> [Posterior] {
        let standard = Self.standardDelta(listCount: table.listCount)
        let deltas = Set([standard / 4, standard, standard * 4, 0.5, 1])
        return deltas.sorted().compactMap { delta in
            try? DecomposableAveraging(table: table, delta: delta, points: points, reach: reach)
                .posterior()
        }
    }
}
