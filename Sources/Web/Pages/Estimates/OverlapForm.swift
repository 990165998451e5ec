import Casework
import Coalition

/// Entering a table of overlaps: the lists, and one row for each history.
enum OverlapForm {
    struct Model: Encodable, Sendable {
        /// How many lists the form has rows for.
        var lists: Int
    }

    static let page = Page(.enterOverlap) { visit in
        let asked = visit.query("lists").flatMap { Int($0) } ?? 3
        return Model(lists: OverlapTable.listCounts.contains(asked) ? asked : 3)
    } view: { model, screen in
        view(model, screen)
    }

    static let enter = Form(.enterOverlap, on: page) { fields, _ in
        let count = fields.integer("lists", in: OverlapTable.listCounts)
        let population = fields.text("population", max: 300)
        let place = fields.text("place")
        let window = fields.window()
        let definition = fields.text("definition", max: 2000, lines: true)
        let same = fields.choice("samePopulation", of: SamePopulation.self)
        let linkage = fields.text("linkage", max: 2000, lines: true)
        let linkedBy = fields.text("linkedBy", max: 300)
        guard let count else { return nil }
        let lists = readLists(count, &fields)
        let counts = readCounts(count, &fields)
        guard let population, let place, let window, let definition, let same, let linkage,
            let linkedBy, let lists, let counts
        else { return nil }
        return EnterOverlap(
            population: population,
            place: place,
            window: window,
            definition: definition,
            lists: lists,
            samePopulation: same,
            counts: counts,
            linkage: linkage,
            linkedBy: linkedBy
        )
    } perform: { (command: EnterOverlap, visit) in
        Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/estimation/tables/\(made.id)"
    }

    // MARK: Reading

    private static func readLists(_ count: Int, _ fields: inout FormFields) -> [ContributedList]? {
        var lists: [ContributedList] = []
        var taken: Set<String> = []
        for index in 0..<count {
            let field = EnterOverlap.listField(index)
            let name = fields.text(field, max: 60)
            let making = fields.choice(makingField(index), of: ListMaking.self)
            if let name, !taken.insert(name.lowercased()).inserted {
                fields.reject(field, "estimates.error.sameName")
            }
            guard let name, let making else { continue }
            lists.append(ContributedList(name: name, making: making))
        }
        return lists.count == count ? lists : nil
    }

    private static func readCounts(_ count: Int, _ fields: inout FormFields) -> [Int]? {
        let before = fields.errors.count
        var counts = [Int](repeating: 0, count: 1 << count)
        for history in OverlapTable.histories(of: count) {
            let people = fields.integer(
                EnterOverlap.historyField(history),
                in: 0...OverlapTable.largestCount,
                required: false
            )
            counts[history] = people ?? 0
        }
        guard fields.errors.count == before else { return nil }
        return counts
    }

    static func makingField(_ index: Int) -> String { "making-\(index + 1)" }

    // MARK: Showing

    static func view(_ model: Model, _ screen: Screen) -> HTML {
        let words = screen.words
        let sent = Int(screen.fields.raw("lists")) ?? model.lists
        let count = OverlapTable.listCounts.contains(sent) ? sent : model.lists
        let form = screen.form(labels: labels(count, screen))
        return Layout.page(
            words("estimates.newTable"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.desk"), "/estimation")
            h1 { words("estimates.newTable") }
            p { words("estimates.newTableIntro") }
            if screen.fields.raw("lists").isEmpty { chooseCount(count, words) }
            form.form("/estimation/tables", submit: words("estimates.saveTable")) {
                form.hidden("lists", String(count))
                card(words("estimates.about")) {
                    form.text("population", hint: words("estimates.populationHint"), max: 300)
                    form.text("place", hint: words("estimates.placeHint"))
                    form.window(words)
                    form.area(
                        "definition",
                        hint: words("estimates.definitionHint"),
                        max: 2000,
                        rows: 3
                    )
                    form.radios(
                        "samePopulation",
                        Option.all(SamePopulation.self, "samePopulation", words)
                    )
                }
                card(words("estimates.theLists")) {
                    p { words("estimates.theListsHint") }
                    for index in 0..<count {
                        form.text(EnterOverlap.listField(index), max: 60)
                        form.select(
                            makingField(index),
                            Option.all(ListMaking.self, "listMaking", words)
                        )
                    }
                }
                card(words("estimates.counts")) {
                    p { words("estimates.countsHint") }
                    div(.class("counts")) {
                        for history in OverlapTable.histories(of: count) {
                            form.text(
                                EnterOverlap.historyField(history),
                                kind: .number,
                                max: 8,
                                isShort: true
                            )
                        }
                    }
                }
                card(words("estimates.linking")) {
                    form.area("linkage", hint: words("estimates.linkageHint"), max: 2000, rows: 3)
                    form.text("linkedBy", hint: words("estimates.linkedByHint"), max: 300)
                }
            }
        }
    }

    /// How many lists there are has to be known before there are rows to fill in.
    private static func chooseCount(_ count: Int, _ words: Words) -> HTML {
        nav(.class("tabs"), .aria("label", words("estimates.howManyLists"))) {
            ul {
                for other in OverlapTable.listCounts {
                    li {
                        a(
                            .href("/estimation/tables/new?lists=\(other)"),
                            other == count ? .aria("current", "page") : nil
                        ) { words("estimates.listsInTable", count: other) }
                    }
                }
            }
        }
    }

    /// What stands over each field: lists by number and, once they have one, by name.
    private static func labels(_ count: Int, _ screen: Screen) -> [String: String] {
        let words = screen.words
        var labels = [
            "linkedBy": words("estimates.linkedBy"), "lists": words("estimates.howManyLists"),
        ]
        for index in 0..<count {
            let number = ["number": String(index + 1)]
            labels[EnterOverlap.listField(index)] = words("estimates.listNumber", number)
            labels[makingField(index)] = words("estimates.makingNumber", number)
        }
        for history in OverlapTable.histories(of: count) {
            let members = (0..<count).filter { history >> $0 & 1 == 1 }
            let numbers = words.joined(members.map { String($0 + 1) })
            let names = members.map { screen.fields.raw(EnterOverlap.listField($0)) }
            let label = words(
                members.count == 1 ? "estimates.onlyList" : "estimates.onLists",
                ["lists": numbers]
            )
            labels[EnterOverlap.historyField(history)] =
                names.contains("") ? label : "\(label) (\(words.joined(names)))"
        }
        return labels
    }
}

extension Words {
    /// Names one after the other, with *and* before the last.
    func joined(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        let others = names.dropLast().joined(separator: ", ")
        return self("estimates.and", ["others": others, "last": last])
    }
}
