/// A number about which much of the probability gathers.
public struct PosteriorMode: Hashable, Sendable {
    /// The number of all people where the hump is highest.
    public let people: Double
    /// The probability of the hump, from valley to valley.
    public let share: Double
}

extension Posterior {
    /// The humps of the law, from small numbers to great.
    ///
    /// More than one says that the data fit two accounts of the lists, which give two numbers, and that
    /// anything between may fit neither: median and mean then describe nobody's belief. A hump counts
    /// when it holds a twentieth of the probability or more and each valley beside it is at most nine
    /// tenths as high as it is; one that does not is part of the neighbour over the higher valley.
    public var modes: [PosteriorMode] {
        var humps = Humps(densities: densities, weights: weights)
        while humps.mergeLowest() {}
        return humps.humps.map { PosteriorMode(people: grid[$0.peak], share: $0.share) }
    }
}

/// The humps of a curve, and the valleys between them.
private struct Humps {
    var humps: [(peak: Int, height: Double, share: Double)] = []
    /// The height of the valley after each hump but the last.
    var valleys: [Double] = []

    init(densities: [Double], weights: [Double]) {
        var start = 0
        while start < densities.count {
            var end = start
            while end + 1 < densities.count, densities[end + 1] >= densities[end] { end += 1 }
            let peak = end
            while end + 1 < densities.count, densities[end + 1] < densities[end] { end += 1 }
            let share = weights[start...end].reduce(0, +)
            humps.append((peak, densities[peak], share))
            if end + 1 < densities.count { valleys.append(densities[end]) }
            start = end + 1
        }
    }

    /// Gives the lowest hump that does not count to its neighbour; `false` when all count.
    mutating func mergeLowest() -> Bool {
        let weak = humps.indices.filter { humps.count > 1 && !counts($0) }
        guard let index = weak.min(by: { humps[$0].height < humps[$1].height }) else {
            return false
        }
        let before = index > 0 ? valleys[index - 1] : -1
        let after = index < valleys.count ? valleys[index] : -1
        let left = before > after ? index - 1 : index
        let (one, other) = (humps[left], humps[left + 1])
        let higher = one.height >= other.height ? one : other
        humps[left] = (higher.peak, higher.height, one.share + other.share)
        humps.remove(at: left + 1)
        valleys.remove(at: left)
        return true
    }

    private func counts(_ index: Int) -> Bool {
        let before = index > 0 ? valleys[index - 1] : 0
        let after = index < valleys.count ? valleys[index] : 0
        return humps[index].share >= 0.05 && max(before, after) <= 0.9 * humps[index].height
    }
}
