/// How many pairs are how alike, in steps of 1/256.
struct LikenessHistogram {
    static let steps = 256
    private(set) var counts = [Double](repeating: 0, count: steps + 1)

    /// Counts a pair, or as many as it stands for.
    mutating func add(_ likeness: Double, weight: Double = 1) {
        counts[Self.step(of: likeness)] += weight
    }

    /// Counts all that another counted.
    mutating func add(_ other: LikenessHistogram) {
        for step in counts.indices { counts[step] += other.counts[step] }
    }

    /// Lets each pair stand for so many.
    mutating func scale(by factor: Double) {
        for step in counts.indices { counts[step] *= factor }
    }

    /// The least likeness that at most such a share of all pairs reaches.
    func likeness(reachedBy share: Double) -> Double {
        let most = share * counts.reduce(0, +)
        var (sum, step) = (0.0, Self.steps)
        while step > 0, sum + counts[step] <= most {
            sum += counts[step]
            step -= 1
        }
        return Self.likeness(ofStep: min(step + 1, Self.steps))
    }

    /// The step in which a likeness falls.
    static func step(of likeness: Double) -> Int {
        min(max(Int(likeness * Double(steps)), 0), steps)
    }

    /// The least likeness of a step.
    static func likeness(ofStep step: Int) -> Double { Double(step) / Double(steps) }
}
