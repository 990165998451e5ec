/// How many pairs each set of passes proposed together.
struct PassCounts: Sendable {
    /// By the set's number, in which each pass has a bit.
    private var counts: [Int]
    private let passes: Int

    init(passes: Int) {
        self.passes = passes
        counts = [Int](repeating: 0, count: 1 << passes)
    }

    @inline(__always)
    mutating func add(_ set: UInt32) { counts[Int(set)] += 1 }

    mutating func merge(_ other: PassCounts) {
        for set in counts.indices { counts[set] += other.counts[set] }
    }

    /// Writes the numbers of pairs into a report.
    func fill(_ report: inout BlockingReport) {
        report.pairs = counts.reduce(0, +)
        for pass in 0..<passes {
            report.passes[pass].pairsAlone = counts[1 << pass]
            report.passes[pass].pairs = counts.indices.reduce(0) { sum, set in
                set >> pass & 1 == 1 ? sum + counts[set] : sum
            }
        }
    }
}
