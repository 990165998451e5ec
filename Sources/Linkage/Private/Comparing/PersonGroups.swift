/// Groups of records, of several lists, that are one person each.
///
/// Links within a list are joined first: they are duplicates and count as one person. Then follow the
/// links between lists, the likest first; one that would put two persons of a list into one group is passed
/// over, since a likelier one stands against it. So a group has at most one person of each list.
struct PersonGroups {
    /// Two rows that are alike; rows are counted through all lists.
    struct Link {
        let left: Int
        let right: Int
        let likeness: Double
    }

    private var parents: [Int]
    /// The lists that a group is on, as a bit mask; of a group the entry of its root counts.
    private var lists: [Int]

    /// Groups the rows of lists that have so many rows each.
    init(lengths: [Int], links: [Link]) {
        parents = Array(0..<lengths.reduce(0, +))
        lists = lengths.indices.flatMap { repeatElement(1 << $0, count: lengths[$0]) }
        let isWithin = links.map { lists[$0.left] == lists[$0.right] }
        for (link, isWithin) in zip(links, isWithin) where isWithin {
            join(root(of: link.left), root(of: link.right))
        }
        let between = zip(links, isWithin).filter { !$1 }.map(\.0).sorted {
            ($1.likeness, $0.left, $0.right) < ($0.likeness, $1.left, $1.right)
        }
        for link in between {
            let (left, right) = (root(of: link.left), root(of: link.right))
            if lists[left] & lists[right] == 0 { join(left, right) }
        }
    }

    /// How many persons are on just which of so many lists: 2^K counts, the first of them 0.
    func counts(lists count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: 1 << count)
        for row in parents.indices where parents[row] == row { counts[lists[row]] += 1 }
        return counts
    }

    private mutating func join(_ left: Int, _ right: Int) {
        guard left != right else { return }
        // The earlier row stays the root, so that the groups depend on nothing but the links.
        parents[max(left, right)] = min(left, right)
        lists[min(left, right)] |= lists[max(left, right)]
    }

    private mutating func root(of row: Int) -> Int {
        var row = row
        while parents[row] != row {
            parents[row] = parents[parents[row]]
            row = parents[row]
        }
        return row
    }
}
