/// How many records of one source a record of another may be linked with.
public enum Assignment: String, Codable, CaseIterable, Sendable {
    /// Any number on both sides: either source may hold a person twice.
    case manyToMany = "many-to-many"
    /// The first source is known to hold nobody twice: a record of the second is linked with at most one
    /// of the first.
    case oneToMany = "one-to-many"
    /// Neither source holds anyone twice: a record is linked with at most one of the other source.
    case oneToOne = "one-to-one"

    /// The links that are kept.
    ///
    /// The most probable link is taken first, and those it rules out fall away. Of equal probability, the one
    /// whose records have the fewest other links of that probability goes first, so that it does not
    /// take a partner that another record needs; then the one with the earlier rows. An optimal assignment
    /// was tried on the difficult sets of the benchmark and finds no more true pairs.
    ///
    /// - Parameter links: Links between two sources, whose left rows are of the first and right rows of
    ///   the second; in any order.
    /// - Returns: The links kept, by their rows.
    public func chosen(among links: [Link]) -> [Link] {
        var kept: [Link] = []
        if self == .manyToMany {
            kept = links
        } else {
            var takenLeft = Set<UInt32>()
            var takenRight = Set<UInt32>()
            for link in ordered(links) {
                if takenRight.contains(link.pair.right) { continue }
                if self == .oneToOne, takenLeft.contains(link.pair.left) { continue }
                takenLeft.insert(link.pair.left)
                takenRight.insert(link.pair.right)
                kept.append(link)
            }
        }
        return kept.sorted { ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right) }
    }

    private func ordered(_ links: [Link]) -> [Link] {
        struct Rival: Hashable {
            let row: UInt32
            let probability: Double
        }
        var rivals: [Rival: Int] = [:]
        for link in links {
            for row in [link.pair.left, link.pair.right] {
                rivals[Rival(row: row, probability: link.probability), default: 0] += 1
            }
        }
        return links.map { link in
            let count = [link.pair.left, link.pair.right].reduce(0) {
                $0 + (rivals[Rival(row: $1, probability: link.probability)] ?? 0)
            }
            return (link: link, rivals: count)
        }
        .sorted { one, other in
            if one.link.probability != other.link.probability {
                return one.link.probability > other.link.probability
            }
            return (one.rivals, one.link.pair.left, one.link.pair.right)
                < (other.rivals, other.link.pair.left, other.link.pair.right)
        }
        .map(\.link)
    }
}
