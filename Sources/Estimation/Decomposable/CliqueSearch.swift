/// The search by greatest cardinality, which tells whether a graph is chordal and finds its cliques.
///
/// Lists are visited one by one, next always one with the most visited neighbours, of several the first.
/// The graph is chordal just when the visited neighbours of each are joined to each other (Tarjan and
/// Yannakakis, SIAM Journal on Computing 13, 1984). A clique ends where the number of visited neighbours
/// does not grow, and these neighbours are the separator of the next one (Blair and Peyton, *An
/// introduction to chordal graphs and clique trees*, 1993, section 4).
enum CliqueSearch {
    /// Searches a graph.
    ///
    /// - Parameter neighbours: For each list, the mask of the lists joined to it.
    /// - Returns: The cliques and the separators that are not empty, or `nil` for a graph not chordal.
    static func run(_ neighbours: [Int]) -> (cliques: [Int], separators: [Int])? {
        var cliques: [Int] = []
        var separators: [Int] = []
        var visited = 0
        var clique = 0
        for _ in neighbours {
            let next = next(neighbours, visited)
            let before = neighbours[next] & visited
            guard isComplete(before, neighbours) else { return nil }
            if before != clique, clique != 0 {
                cliques.append(clique)
                if before != 0 { separators.append(before) }
            }
            clique = before | 1 << next
            visited |= 1 << next
        }
        cliques.append(clique)
        return (cliques, separators)
    }

    private static func next(_ neighbours: [Int], _ visited: Int) -> Int {
        var next = 0
        var most = -1
        for (list, mask) in neighbours.enumerated() where visited >> list & 1 == 0 {
            let count = (mask & visited).nonzeroBitCount
            if count > most { (next, most) = (list, count) }
        }
        return next
    }

    private static func isComplete(_ set: Int, _ neighbours: [Int]) -> Bool {
        neighbours.indices.allSatisfy { list in
            set >> list & 1 == 0 || (set & ~(1 << list)) & ~neighbours[list] == 0
        }
    }
}
