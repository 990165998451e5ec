extension Clusters {
    /// The components taken apart where only bridges hold them together.
    static func refined(
        _ links: [Link],
        _ components: inout Components,
        count: Int,
        check: BridgeCheck
    ) -> (components: Components, cuts: [CutLink]) {
        var groups = Components(count: count)
        // Two rows with their link need no vote of others.
        var weighed: [(root: UInt32, link: Link)] = []
        for link in links {
            if components.size(of: link.pair.left) == 2 {
                groups.join(link.pair)
            } else {
                weighed.append((components.root(of: link.pair.left), link))
            }
        }
        weighed.sort {
            ($0.root, $0.link.pair.left, $0.link.pair.right)
                < ($1.root, $1.link.pair.left, $1.link.pair.right)
        }
        var start = 0
        while start < weighed.count {
            let end =
                weighed[start...].firstIndex { $0.root != weighed[start].root } ?? weighed.count
            join(weighed[start..<end].map(\.link), check: check, in: &groups)
            start = end
        }
        return (groups, cuts(weighed.map(\.link), &groups))
    }

    /// Joins the rows of one component as the votes say.
    private static func join(_ links: [Link], check: BridgeCheck, in groups: inout Components) {
        let rows = Set(links.flatMap { [$0.pair.left, $0.pair.right] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
        let local = links.compactMap { link in
            places[link.pair.left].flatMap { left in
                places[link.pair.right].map { (left, $0, link.probability) }
            }
        }
        let names = AverageLinkage.groups(count: rows.count, links: local, check: check)
        for (place, name) in names.enumerated() where place != name {
            groups.join(CandidatePair(left: rows[name], right: rows[place]))
        }
    }

    /// The links between different groups.
    private static func cuts(_ links: [Link], _ groups: inout Components) -> [CutLink] {
        var across: [CandidatePair: Int] = [:]
        var cut: [(link: Link, between: CandidatePair)] = []
        for link in links {
            let left = groups.root(of: link.pair.left)
            let right = groups.root(of: link.pair.right)
            guard left != right else { continue }
            let between = CandidatePair(left: min(left, right), right: max(left, right))
            across[between, default: 0] += 1
            cut.append((link, between))
        }
        return cut.map { link, between in
            CutLink(
                link: link,
                leftSize: groups.size(of: link.pair.left),
                rightSize: groups.size(of: link.pair.right),
                linksAcross: across[between] ?? 0
            )
        }
        .sorted {
            ($0.link.pair.left, $0.link.pair.right) < ($1.link.pair.left, $1.link.pair.right)
        }
    }
}
