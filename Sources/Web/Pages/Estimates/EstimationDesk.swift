import Casework
import Coalition

/// What an agency's analysts have drawn, entered and had reckoned, newest first.
enum EstimationDesk {
    struct Model: Encodable, Sendable {
        var lists: [ListLine]
        var tables: [TableLine]
    }

    struct ListLine: Encodable, Sendable {
        var id: CaptureListID
        var name: String
        var window: Window
        var people: Int
        var leftOut: Int
    }

    struct TableLine: Encodable, Sendable {
        var id: OverlapID
        var population: String
        var window: Window
        var lists: Int
        var observed: Int
        var estimates: [EstimateLine]
    }

    struct EstimateLine: Encodable, Sendable {
        var id: EstimateID
        var seed: Int
        var at: Moment
        var standing: Standing

        init(_ record: EstimateRecord, _ commons: Commons) {
            id = record.run.id
            seed = record.run.seed
            at = record.stamp.at
            standing = Standing(commons.estimates[record.run.id])
        }
    }

    /// Whether everybody can read an estimate.
    enum Standing: String, Encodable, Sendable {
        case draft, published, withdrawn

        init(_ record: PublishedRecord?) {
            self = record.map { $0.withdrawal == nil ? .published : .withdrawn } ?? .draft
        }

        var tone: Tone {
            switch self {
            case .draft: .plain
            case .published: .good
            case .withdrawn: .alarm
            }
        }

        func tag(_ words: Words) -> HTML {
            statusTag(tone, words("estimates.standing.\(rawValue)"))
        }
    }

    static let page = Page(.seeEstimates) { visit in
        try await visit.read(.seeEstimates) { desk, commons, _ in
            Model(
                lists: desk.lists.values.sorted { $0.stamp > $1.stamp }.prefix(100).map {
                    ListLine(
                        id: $0.list.id,
                        name: $0.list.definition.name,
                        window: $0.list.definition.window,
                        people: $0.list.count.people,
                        leftOut: $0.list.count.all - $0.list.count.people
                    )
                },
                tables: desk.overlaps.values.sorted { $0.stamp > $1.stamp }.prefix(100).map {
                    line($0.table, desk, commons)
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("estimates.desk"), in: screen.frame, isWide: true) {
            h1 { words("estimates.desk") }
            figuresTabs(screen.frame, screen.permitted)
            p(.class("lede")) { words("estimates.deskIntro") }
            card(words("estimates.tables")) { tables(model, screen) }
            card(words("estimates.lists")) { lists(model, screen) }
        }
    }

    private static func line(_ table: OverlapTable, _ desk: Desk, _ commons: Commons) -> TableLine {
        TableLine(
            id: table.id,
            population: table.population,
            window: table.window,
            lists: table.lists.count,
            observed: table.observed,
            estimates: runs(from: table.id, desk, commons)
        )
    }

    /// All that was reckoned from a table, newest first.
    static func runs(from table: OverlapID, _ desk: Desk, _ commons: Commons) -> [EstimateLine] {
        desk.estimates.values.filter { $0.run.table == table }.sorted { $0.stamp > $1.stamp }
            .map { EstimateLine($0, commons) }
    }

    private static func tables(_ model: Model, _ screen: Screen) -> HTML {
        let words = screen.words
        return HTML {
            p { words("estimates.tablesIntro") }
            if screen.permitted.contains(.enterOverlap) {
                p(.class("buttons")) {
                    a(.class("button"), .href("/estimation/tables/new")) {
                        words("estimates.newTable")
                    }
                    a(.class("button button--quiet"), .href("/estimation/tables/import")) {
                        words("estimates.import")
                    }
                }
            }
            if model.tables.isEmpty {
                p(.class("muted")) { words("estimates.noTables") }
            } else {
                dataTable(
                    words("estimates.tables"),
                    [
                        Column(words("field.population")), Column(words("estimates.window")),
                        Column(words("estimates.listCount"), isNumber: true),
                        Column(words("estimates.seen"), isNumber: true),
                        Column(words("estimates.runs")),
                    ],
                    rows: model.tables.map { line in
                        [
                            a(.href("/estimation/tables/\(line.id)")) { line.population },
                            HTML(text: words.days(line.window)),
                            HTML(text: words.number(line.lists)),
                            HTML(text: words.number(line.observed)),
                            runLinks(line.estimates, words),
                        ]
                    }
                )
            }
        }
    }

    /// Each run with whether it is published.
    static func runLinks(_ runs: [EstimateLine], _ words: Words) -> HTML {
        guard !runs.isEmpty else { return HTML(text: "—") }
        return ul(.class("plain-list")) {
            for run in runs {
                li {
                    a(.href("/estimation/estimates/\(run.id)")) { words.dayAndTime(run.at) }
                    " "
                    run.standing.tag(words)
                }
            }
        }
    }

    private static func lists(_ model: Model, _ screen: Screen) -> HTML {
        let words = screen.words
        return HTML {
            p { words("estimates.listsIntro") }
            if screen.permitted.contains(.drawList) {
                p(.class("buttons")) {
                    a(.class("button"), .href("/estimation/lists/new")) {
                        words("estimates.newList")
                    }
                }
            }
            if model.lists.isEmpty {
                p(.class("muted")) { words("estimates.noLists") }
            } else {
                dataTable(
                    words("estimates.lists"),
                    [
                        Column(words("field.listName")), Column(words("estimates.window")),
                        Column(words("estimates.people"), isNumber: true),
                        Column(words("estimates.leftOut"), isNumber: true),
                    ],
                    rows: model.lists.map { line in
                        [
                            a(.href("/estimation/lists/\(line.id)")) { line.name },
                            HTML(text: words.days(line.window)),
                            HTML(text: words.number(line.people)),
                            HTML(text: words.number(line.leftOut)),
                        ]
                    }
                )
            }
        }
    }
}
