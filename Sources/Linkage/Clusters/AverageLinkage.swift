/// Joins the rows of one component to groups by the votes of a ``BridgeCheck``.
struct AverageLinkage {
    private let check: BridgeCheck
    /// For each group, the sum of what the links to another vote above a missing pair.
    private var sums: [[Int: Double]]
    private var sizes: [Int]
    /// Raised whenever a group changes, so that older entries of the heap are known to be stale.
    private var versions: [Int]
    private var heap: [Entry] = []

    /// Two groups and the mean of their votes when they were entered.
    private struct Entry {
        let mean: Double
        let one: Int
        let other: Int
        let versions: (Int, Int)

        /// The higher mean goes first, and of equal ones the groups with the earlier rows.
        func goesBefore(_ entry: Entry) -> Bool {
            mean != entry.mean
                ? mean > entry.mean : (one, other) < (entry.one, entry.other)
        }
    }

    /// The groups of `count` rows, numbered from 0, that the links join; a group is named for its first row.
    static func groups(count: Int, links: [(Int, Int, Double)], check: BridgeCheck) -> [Int] {
        var linkage = AverageLinkage(count: count, check: check)
        for (left, right, probability) in links {
            let sum = check.vote(probability) - check.missing
            linkage.sums[left][right] = sum
            linkage.sums[right][left] = sum
        }
        return linkage.joined()
    }

    private init(count: Int, check: BridgeCheck) {
        self.check = check
        sums = [[Int: Double]](repeating: [:], count: count)
        sizes = [Int](repeating: 1, count: count)
        versions = [Int](repeating: 0, count: count)
    }

    private mutating func joined() -> [Int] {
        var names = Array(sums.indices)
        for one in sums.indices {
            for other in sums[one].keys where other > one { enter(one, other) }
        }
        while let entry = pop() {
            let (one, other) = (entry.one, entry.other)
            guard entry.versions == (versions[one], versions[other]) else { continue }
            names[other] = one
            join(one, other)
        }
        // A group's name is always below those of the groups that joined it.
        for row in names.indices { names[row] = names[names[row]] }
        return names
    }

    /// Makes the second of two groups a part of the first.
    private mutating func join(_ one: Int, _ other: Int) {
        sizes[one] += sizes[other]
        versions[one] += 1
        versions[other] += 1
        sums[one][other] = nil
        sums[other][one] = nil
        for (third, sum) in sums[other] {
            sums[third][other] = nil
            sums[third][one, default: 0] += sum
            sums[one][third, default: 0] += sum
        }
        sums[other] = [:]
        for third in sums[one].keys { enter(min(one, third), max(one, third)) }
    }

    /// Puts two groups on the heap if their pairs speak for joining them.
    private mutating func enter(_ one: Int, _ other: Int) {
        let pairs = Double(sizes[one] * sizes[other])
        let mean = (sums[one][other] ?? 0) / pairs + check.missing
        guard mean > 0 else { return }
        heap.append(
            Entry(mean: mean, one: one, other: other, versions: (versions[one], versions[other]))
        )
        var child = heap.count - 1
        while child > 0, heap[child].goesBefore(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Entry? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first }
        heap[0] = last
        var parent = 0
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].goesBefore(heap[best]) {
                best = child
            }
            if best == parent { return first }
            heap.swapAt(parent, best)
            parent = best
        }
    }
}
