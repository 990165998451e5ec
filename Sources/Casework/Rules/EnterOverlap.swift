/// An analyst enters a table of how agencies' lists overlap.
package struct EnterOverlap: Command {
    package var population: String
    package var place: String
    package var window: Window
    package var definition: String
    package var lists: [ContributedList]
    package var samePopulation: SamePopulation
    /// As `OverlapTable.counts` has them.
    package var counts: [Int]
    package var linkage: String
    package var linkedBy: String

    package init(
        population: String,
        place: String,
        window: Window,
        definition: String,
        lists: [ContributedList],
        samePopulation: SamePopulation,
        counts: [Int],
        linkage: String,
        linkedBy: String
    ) {
        self.population = population
        self.place = place
        self.window = window
        self.definition = definition
        self.lists = lists
        self.samePopulation = samePopulation
        self.counts = counts
        self.linkage = linkage
        self.linkedBy = linkedBy
    }

    /// The form's name for the field of a list's name.
    package static func listField(_ index: Int) -> String { "list-\(index + 1)" }

    /// The form's name for the field of a history's count.
    package static func historyField(_ history: Int) -> String { "history-\(history)" }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, OverlapID) {
        let table = OverlapTable(
            id: .random(),
            population: try checked(population, "population", limit: 300),
            place: try checked(place, "place", limit: 200),
            window: try window.checked(),
            definition: try checked(definition, "definition", limit: 2000),
            lists: try checkedLists(),
            samePopulation: samePopulation,
            counts: try checkedCounts(),
            linkage: try checked(linkage, "linkage", limit: 2000),
            linkedBy: try checked(linkedBy, "linkedBy", limit: 300),
            salt: OverlapID.random().bytes + OverlapID.random().bytes
        )
        return (
            Decision("overlap.entered", [Placed(.overlapEntered(table), in: setting.register)]),
            table.id
        )
    }

    private func checkedLists() throws(Refusal) -> [ContributedList] {
        guard OverlapTable.listCounts.contains(lists.count) else {
            throw .invalid(field: "lists")
        }
        var taken: Set<String> = []
        var result: [ContributedList] = []
        for (index, list) in lists.enumerated() {
            let field = Self.listField(index)
            let name = try checked(list.name, field, limit: 60)
            guard taken.insert(name.lowercased()).inserted else { throw .invalid(field: field) }
            result.append(ContributedList(name: name, making: list.making))
        }
        return result
    }

    private func checkedCounts() throws(Refusal) -> [Int] {
        guard counts.count == 1 << lists.count, counts[0] == 0 else {
            throw .invalid(field: "counts")
        }
        for history in counts.indices
        where !(0...OverlapTable.largestCount).contains(counts[history]) {
            throw .invalid(field: Self.historyField(history))
        }
        guard counts.contains(where: { $0 > 0 }) else { throw .overlapEmpty }
        return counts
    }
}
