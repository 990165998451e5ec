import Casework

/// The tables of lists and of histories, as the agency has them and as everybody may see them.
enum OverlapCounts {
    /// As the agency has them.
    static func exact(_ table: OverlapTable, _ words: Words) -> HTML {
        tables(
            table.lists.indices.map { index in
                let list = table.lists[index]
                return (list.name, list.making, words.number(table.people(onList: index)))
            },
            counts: table.counts.map(words.number),
            words
        )
    }

    /// As everybody may see them: to the nearest ten, and none below ten.
    static func published(_ estimate: PublishedEstimate, _ words: Words) -> HTML {
        func text(_ count: Int?) -> String {
            count.map(words.number) ?? words("estimates.belowTen")
        }
        return HTML {
            p { words("estimates.coarse") }
            tables(
                estimate.lists.map { ($0.name, $0.making, text($0.people)) },
                counts: estimate.counts.map(text),
                words
            )
        }
    }

    private static func tables(
        _ lists: [(name: String, making: ListMaking, people: String)],
        counts: [String],
        _ words: Words
    ) -> HTML {
        let people = Column(words("estimates.people"), isNumber: true)
        return HTML {
            dataTable(
                words("estimates.theLists"),
                [Column(words("estimates.list")), people, Column(words("estimates.made"))],
                rows: lists.map { list in
                    [
                        HTML(text: list.name), HTML(text: list.people),
                        HTML(text: words("listMaking.\(list.making.rawValue)")),
                    ]
                }
            )
            dataTable(
                words("estimates.overlaps"),
                [Column(words("estimates.justOn")), people],
                rows: OverlapTable.histories(of: lists.count).map { history in
                    let names = lists.indices.filter { history >> $0 & 1 == 1 }.map {
                        lists[$0].name
                    }
                    return [
                        HTML(text: words.joined(names)),
                        HTML(text: history < counts.count ? counts[history] : "—"),
                    ]
                }
            )
        }
    }
}
