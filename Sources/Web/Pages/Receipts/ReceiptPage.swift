import Casework
import Coalition
import Ledger

/// A receipt on the screen, and on one sheet of paper.
///
/// It says what it proves and how to check it, and holds all of it as a QR code. Nothing on it tells
/// of a person.
enum ReceiptPage {
    static func show(_ model: Receipts.One, _ screen: Screen) -> HTML {
        let words = screen.words
        let heading = words("receipt.one", ["number": words.number(model.position)])
        return Layout.page(heading, in: screen.frame) {
            backLink(
                words("record.entry", ["number": words.number(model.position)]),
                "/record/entries/\(model.position)"
            )
            h1 { heading }
            switch model.state {
            case .pending: pending(model, words)
            case .damaged: notice(.alarm) { p { words("record.noProof") } }
            case .ready: sheet(model, words)
            }
        }
    }

    private static func pending(_ model: Receipts.One, _ words: Words) -> HTML {
        notice(.info) {
            h2 { words("receipt.pending") }
            if let since = model.stalledSince {
                p {
                    words("receipt.stalled")
                    " "
                    HTML.moment(since, words)
                }
            } else {
                p { words("receipt.pendingText", ["seconds": words.number(model.rhythm)]) }
            }
            p { a(.href("/receipts/\(model.position)")) { words("receipt.again") } }
        }
    }

    @HTMLBuilder
    private static func sheet(_ model: Receipts.One, _ words: Words) -> HTML {
        let file = model.file ?? ""
        let path = "/receipts/\(model.position)/file"
        p(.class("lede")) { words("receipt.lede") }
        p(.class("buttons")) {
            a(.class("button"), .href(path)) { words("receipt.save") }
            a(.class("button button--quiet"), .href("/check")) { words("receipt.toCheck") }
        }
        p(.class("hint on-screen")) { words("receipt.printHint") }
        div(.class("sheet")) {
            picture(file, words)
            div {
                summaryList(facts(model, words), words)
                list(
                    words("receipt.proves"),
                    ["entry", "kept", vouched(model)].map { words("receipt.proves.\($0)") }
                )
                list(
                    words("receipt.limits"),
                    ["who", "found"].map { words("receipt.limits.\($0)") }
                )
                list(
                    words("receipt.how"),
                    ["page", "scan", "trust"].map { words("receipt.how.\($0)") }
                )
            }
        }
    }

    private static func picture(_ file: String, _ words: Words) -> HTML {
        if let code = QRCode(file) { return code.picture(words("receipt.qr")) }
        return notice(.caution) {
            p {
                words(
                    "receipt.tooLong",
                    [
                        "bytes": words.number(file.utf8.count),
                        "limit": words.number(QRCode.maximumByteCount),
                    ]
                )
            }
        }
    }

    private static func vouched(_ model: Receipts.One) -> String {
        model.witnesses.isEmpty ? "logAlone" : "witnesses"
    }

    private static func facts(_ model: Receipts.One, _ words: Words) -> [SummaryRow] {
        var rows = [
            SummaryRow(words("check.entry"), words.number(model.position)),
            SummaryRow(
                words("check.hash"),
                code { model.leafHash?.description ?? "" }
            ),
            SummaryRow(words("check.log"), model.origin ?? ""),
            SummaryRow(words("receipt.covers"), model.size.map(words.number) ?? ""),
        ]
        if !model.witnesses.isEmpty {
            let list = ul {
                for witness in model.witnesses {
                    li { "\(witness.name) · \(words.dayAndTime(seconds: witness.time))" }
                }
            }
            rows.append(SummaryRow(words("check.witnesses"), list))
        }
        return rows
    }

    private static func list(_ heading: String, _ lines: [String]) -> HTML {
        section {
            h2 { heading }
            ul {
                for line in lines { li { line } }
            }
        }
    }
}

/// The way from a page to the receipts of what it shows.
func receiptsCard(_ receipts: [(key: String, position: UInt64)], _ words: Words) -> HTML {
    card(words("receipts.title")) {
        p { words("receipts.intro") }
        ul {
            for receipt in receipts {
                li {
                    a(.href("/receipts/\(receipt.position)")) { words(receipt.key) }
                }
            }
        }
    }
}
