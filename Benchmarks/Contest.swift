/// The rates of two contestants that were measured by turns, so that a busy moment of the machine
/// meets both alike.
struct Contest {
    /// What is measured, in things a second, one value a round.
    let ours: [Double]
    /// The peer or the limit in the same rounds.
    let peer: [Double]

    /// Runs both once without counting, and then by turns; every other round the peer goes first.
    init(
        rounds: Int,
        warming: Bool = true,
        ours: () throws -> Double,
        peer: () throws -> Double
    ) rethrows {
        if warming { _ = try (ours(), peer()) }
        var rates: (ours: [Double], peer: [Double]) = ([], [])
        for round in 0..<rounds {
            if round.isMultiple(of: 2) {
                rates.ours.append(try ours())
                rates.peer.append(try peer())
            } else {
                rates.peer.append(try peer())
                rates.ours.append(try ours())
            }
        }
        (self.ours, self.peer) = rates
    }

    /// The median of the rounds' own ratios, ours to the peer's: above 1 we are the faster.
    var ratio: Double { median(zip(ours, peer).map { $0 / $1 }) }
}

/// The middle value, or the mean of the middle two; 0 for none.
func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// How long some work took, in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(work)
    return duration.inSeconds
}

extension Duration {
    var inSeconds: Double { self / .seconds(1) }
}
