import Casework
import Ledger

/// How the record is shown: the answer first, then what it rests on, then the entries.
enum RecordView {
    typealias Overview = RecordPage.Overview

    static func page(_ model: Overview, _ screen: Screen) -> HTML {
        let words = screen.words
        return Layout.page(words("record.title"), in: screen.frame, isWide: true) {
            h1 { words("record.title") }
            headline(model, words)
            findings(model, words)
            RecordReview.list(model.reviews, words)
            VouchingView.part(model.vouching, isDemo: screen.frame.settings.isDemo, words)
            screen.form().form("/record/check", submit: words("record.check")) { HTML() }
            div(.class("two")) {
                card(words("record.checkpoint")) { checkpoint(model, words) }
                card(words("record.meaning")) {
                    meaning(model.agency, isVouchedFor: model.vouching.state != .alone, words)
                }
            }
            entries(model, words)
        }
    }

    private static func headline(_ model: Overview, _ words: Words) -> HTML {
        let tone: Tone =
            switch model.state {
            case .sound: .good
            case .unsound: .alarm
            case .unchecked: .info
            case .failed: .caution
            }
        return notice(tone) {
            h2 { words("record.state.\(model.state.rawValue)") }
            p { words("record.stateText.\(model.state.rawValue)") }
            if let checked = model.checked, let at = model.checkedAt {
                p {
                    words(
                        "record.checked",
                        [
                            "entries": words.number(checked.entries),
                            "checkpoints": words.number(checked.checkpoints),
                            "boxes": words.number(checked.boxes),
                        ]
                    )
                    " "
                    HTML.moment(at, words)
                }
            }
        }
    }

    private static func findings(_ model: Overview, _ words: Words) -> HTML {
        guard !model.findings.isEmpty else { return HTML() }
        return HTML {
            dataTable(
                words("record.findings", count: model.findingCount),
                ["where", "what", "do"].map { Column(words("record.column.\($0)")) },
                rows: model.findings.map { finding in
                    [
                        HTML(text: finding.place(words)),
                        HTML(text: finding.text(words)),
                        HTML(text: words("record.advice.\(finding.advice.rawValue)")),
                    ]
                }
            )
            if model.findingCount > model.findings.count {
                p(.class("muted")) {
                    words("record.moreFindings", ["count": words.number(model.findings.count)])
                }
            }
        }
    }

    private static func checkpoint(_ model: Overview, _ words: Words) -> HTML {
        HTML {
            summaryList([SummaryRow(words("record.size"), words.number(model.size))], words)
            p {
                words("record.keep")
                " "
                a(.href("/checkpoint")) { words("record.checkpointLink") }
            }
            details {
                summary { words("record.forPrograms") }
                summaryList(
                    [
                        SummaryRow(words("record.root"), code { model.root }),
                        SummaryRow(words("record.origin"), code { model.origin }),
                        SummaryRow(words("record.key"), code { model.publicKey }),
                    ],
                    words
                )
            }
        }
    }

    private static func meaning(_ agency: String, isVouchedFor: Bool, _ words: Words) -> HTML {
        HTML {
            p { words("record.checksIntro") }
            ul {
                for item in ["chain", "signature", "box", "entitled"] {
                    li { words("record.checks.\(item)") }
                }
            }
            p { words("record.orderIntro", ["agency": agency]) }
            ul {
                for item in ["grant", "opening", "answer"] {
                    li { words("record.order.\(item)") }
                }
            }
            p { words("record.limitsIntro") }
            ul {
                li { words("record.limits.\(isVouchedFor ? "witnessed" : "alone")") }
                li { words("record.limits.truth") }
            }
        }
    }

    private static func entries(_ model: Overview, _ words: Words) -> HTML {
        HTML {
            dataTable(
                words(model.isNewest ? "record.newest" : "record.earlier"),
                [
                    Column(words("record.column.number")), Column(words("record.column.kind")),
                    Column(words("record.actor")),
                    Column(words("record.sequence"), isNumber: true),
                    Column(words("record.proven")),
                ],
                rows: model.entries.map { $0.cells(words) }
            )
            p(.class("buttons")) {
                if !model.isNewest {
                    a(.class("button button--quiet"), .href("/record")) { words("record.toNewest") }
                }
                if let older = model.older {
                    a(.class("button button--quiet"), .href("/record?before=\(older)")) {
                        words("record.toOlder")
                    }
                }
            }
        }
    }
}
