import Linkage

/// What linking came to: the links that are kept, and the groups they make.
struct LinkOutcome {
    let table: RecordTable
    let reading: ReadingReport
    let run: LinkageRun
    let isOneToOne: Bool
    /// The links kept, with how their records compare, the most likely first.
    let links: [ScoredPair]
    let clusters: Clusters

    init(table: RecordTable, reading: ReadingReport, run: LinkageRun, isOneToOne: Bool) {
        self.table = table
        self.reading = reading
        self.run = run
        self.isOneToOne = isOneToOne
        var kept = run.scored.filter { $0.probability >= run.threshold }
        if isOneToOne, table.sources.count == 2 {
            let chosen = Set(Assignment.oneToOne.chosen(among: kept.map(\.link)).map(\.pair))
            kept = kept.filter { chosen.contains($0.pair) }
        }
        clusters = Clusters(links: kept.map(\.link), count: table.count, threshold: run.threshold)
        links = kept.sorted {
            ($1.probability, $0.pair.left, $0.pair.right)
                < ($0.probability, $1.pair.left, $1.pair.right)
        }
    }

    /// How many groups have several records.
    var groups: Int {
        var sizes = [Int](repeating: 0, count: clusters.count)
        for cluster in clusters.assignment { sizes[Int(cluster)] += 1 }
        return sizes.count { $0 > 1 }
    }
}
