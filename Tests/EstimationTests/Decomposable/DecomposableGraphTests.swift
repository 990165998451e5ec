import Testing

@testable import Estimation

@Suite
struct DecomposableGraphTests {
    @Test(arguments: [(3, 8), (4, 61), (5, 822), (6, 18_154)])
    func `there are as many graphs on some lists as counted elsewhere`(lists: Int, graphs: Int) {
        let all = DecomposableGraph.all(listCount: lists)
        #expect(all.count == graphs)
        #expect(Set(all).count == graphs)
    }

    @Test(arguments: [2, 7])
    func `there are none on too few or too many lists`(lists: Int) {
        #expect(DecomposableGraph.all(listCount: lists).isEmpty)
    }

    @Test(arguments: 1...5)
    func `just the graphs whose long cycles all have a chord are found`(lists: Int) {
        let pairs = Self.pairs(lists)
        for arcs in 0..<1 << pairs.count {
            let neighbours = Self.neighbours(lists, arcs)
            let found = DecomposableGraph(neighbours: neighbours)
            #expect((found != nil) == Self.everyLongCycleHasAChord(neighbours), "arcs \(arcs)")
        }
    }

    @Test(arguments: 3...5)
    func `the cliques are the greatest sets of joined lists, and the separators fit`(lists: Int) {
        for arcs in 0..<1 << Self.pairs(lists).count {
            let neighbours = Self.neighbours(lists, arcs)
            guard let graph = DecomposableGraph(neighbours: neighbours) else { continue }
            #expect(Set(graph.cliques) == Self.greatestCliques(neighbours), "arcs \(arcs)")
            var separators: [Int] = []
            for index in graph.cliques.indices.dropFirst() {
                let earlier = graph.cliques[..<index]
                let shared = graph.cliques[index] & earlier.reduce(0, |)
                #expect(earlier.contains { $0 & shared == shared }, "arcs \(arcs)")
                if shared != 0 { separators.append(shared) }
            }
            #expect(graph.separators == separators, "arcs \(arcs)")
            for (first, second) in Self.pairs(lists) {
                let joined = neighbours[first] >> second & 1 == 1
                #expect(graph.joins(first, second) == joined)
            }
        }
    }

    @Test
    func `a graph is named by its cliques, with lists counted from 1`() throws {
        let empty = try #require(DecomposableGraph(neighbours: [0, 0, 0]))
        #expect(empty.label == "1,2,3")
        let path = try #require(DecomposableGraph(neighbours: [0b10, 0b101, 0b10]))
        #expect(path.label == "12,23")
        #expect(path.separators == [0b010])
    }

    private static func pairs(_ lists: Int) -> [(Int, Int)] {
        (0..<lists).flatMap { first in (first + 1..<max(lists, first + 1)).map { (first, $0) } }
    }

    private static func neighbours(_ lists: Int, _ arcs: Int) -> [Int] {
        var neighbours = Array(repeating: 0, count: lists)
        for (index, (first, second)) in pairs(lists).enumerated() where arcs >> index & 1 == 1 {
            neighbours[first] |= 1 << second
            neighbours[second] |= 1 << first
        }
        return neighbours
    }

    /// By the definition: walks every cycle of 4 lists or more and looks for a chord.
    private static func everyLongCycleHasAChord(_ neighbours: [Int]) -> Bool {
        func walk(_ path: [Int]) -> Bool {
            guard let last = path.last else { return true }
            if path.count > 3, neighbours[last] >> path[0] & 1 == 1, !hasChord(path) {
                return false
            }
            return neighbours.indices.allSatisfy { next in
                path.contains(next) || neighbours[last] >> next & 1 == 0 || walk(path + [next])
            }
        }
        func hasChord(_ cycle: [Int]) -> Bool {
            cycle.indices.contains { first in
                cycle.indices.contains { second in
                    let apart = abs(first - second)
                    return apart > 1 && apart < cycle.count - 1
                        && neighbours[cycle[first]] >> cycle[second] & 1 == 1
                }
            }
        }
        return neighbours.indices.allSatisfy { walk([$0]) }
    }

    private static func greatestCliques(_ neighbours: [Int]) -> Set<Int> {
        let complete = (1..<1 << neighbours.count).filter { set in
            neighbours.indices.allSatisfy { list in
                set >> list & 1 == 0 || (set & ~(1 << list)) & ~neighbours[list] == 0
            }
        }
        return Set(complete.filter { set in !complete.contains { $0 != set && $0 & set == set } })
    }
}
