import Casework
import Coalition
import Hummingbird
import Ledger

extension Site {
    /// Adds the list of who opened a dossier, and the sheet of it that can be handed out.
    func addOpenings(to routes: Routes) {
        add("dossiers/:dossier/openings", OpeningList.page, to: routes)
        add("dossiers/:dossier/openings/sheet", OpeningSheet.page, to: routes)
        routes.add(
            .get,
            "dossiers/:dossier/openings/sheet.json",
            .seeDossiers,
            page: { visit in
                let sheet = try await OpeningSheet.read(visit)
                return try JSON.response(sheet).saved(as: "\(sheet.fileName).json")
            },
            api: nil
        )
        routes.add(
            .get,
            "dossiers/:dossier/openings/sheet.csv",
            .seeDossiers,
            page: { visit in
                let sheet = try await OpeningSheet.read(visit)
                return CSV.response(sheet.table).saved(as: "\(sheet.fileName).csv")
            },
            api: nil
        )
    }
}

extension OpeningSheet {
    fileprivate var fileName: String { "openings-\(reference)-\(language.rawValue)" }

    static let page = Page(.seeDossiers) { visit in
        try await read(visit)
    } view: { (sheet: OpeningSheet, screen) in
        let words = Words(sheet.language)
        let path = screen.frame.path
        return Layout.page(words("openings.title"), in: screen.frame, isWide: true) {
            backLink(screen.words("openings.title"), String(path.dropLast("/sheet".count)))
            downloads(sheet.language, path, screen.words)
            article(.lang(sheet.language)) { content(sheet, words) }
        }
    }

    private static func downloads(_ language: Language, _ path: String, _ words: Words) -> HTML {
        HTML {
            p(.class("on-screen")) { words("openings.sheetHow") }
            p(.class("buttons")) {
                for other in Language.allCases where other != language {
                    a(
                        .class("button button--quiet"),
                        .lang(other),
                        .href("\(path)?lang=\(other.rawValue)")
                    ) { Words(other)("openings.inThisLanguage") }
                }
                for format in ["json", "csv"] {
                    a(
                        .class("button button--quiet"),
                        .href("\(path).\(format)?lang=\(language.rawValue)")
                    ) { words("openings.save.\(format)") }
                }
            }
        }
    }

    private static func content(_ sheet: OpeningSheet, _ words: Words) -> HTML {
        HTML {
            h1 { words("openings.title") }
            p(.class("lede")) { words("openings.sheetIntro") }
            summaryList(
                [
                    SummaryRow(words("openings.dossier"), sheet.reference),
                    SummaryRow(words("openings.madeAt"), HTML.moment(sheet.madeAt, words)),
                    SummaryRow(words("openings.madeBy"), sheet.madeBy),
                    SummaryRow(words("openings.record"), state(sheet.record, words)),
                ],
                words
            )
            if !sheet.isWhole { notice(.alarm) { p { words("openings.notWhole") } } }
            if sheet.openings.isEmpty {
                p { words("openings.none") }
            } else {
                dataTable(
                    words("openings.list"),
                    ["when", "agency", "sections", "purpose", "entry"].map {
                        Column(words("openings.column.\($0)"))
                    },
                    rows: sheet.openings.map { cells($0, words) }
                )
                p { words("openings.times") }
                p { words("openings.receipts") }
            }
            OpeningList.limits(words)
        }
    }

    private static func state(_ record: Record, _ words: Words) -> HTML {
        HTML {
            "\(words("openings.recordSize", ["size": words.number(record.size)])) "
            code { record.root }
        }
    }

    private static func cells(_ line: Line, _ words: Words) -> [HTML] {
        [
            OpeningList.when(line.at, line.proven, words),
            HTML(text: EntryWords.actor(line.agency, Set(line.roles), words)),
            HTML(text: words.sections(line.sections)),
            HTML(text: words("purpose.\(line.purpose.rawValue)")),
            div {
                p { a(.href("/receipts/\(line.entry)")) { words.number(line.entry) } }
                p(.class("hint")) { code { String((line.leafHash?.description ?? "").prefix(12)) } }
            },
        ]
    }
}
