import Hummingbird

/// Pages that need no session: what Enlace is, and how far everybody can use it.
extension Site {
    func addPublicPages(to router: Router<SiteContext>) {
        router.get("help") { request, _ in help(frame(request, "/help")) }
        router.get("accessibility") { request, _ in
            accessibility(frame(request, "/accessibility"))
        }
    }

    private func frame(_ request: Request, _ path: String) -> Frame {
        Frame(words: Words(Language.preferred(by: request)), path: path, settings: settings)
    }

    private func help(_ frame: Frame) -> HTML {
        let words = frame.words
        return Layout.page(words("help.title"), in: frame) {
            backLink(words("help.back"), "/")
            h1 { words("help.title") }
            p(.class("lede")) { words("help.what") }
            card(words("help.trust.title")) {
                lines(["sealed", "consent", "record", "person"].map { words("help.trust.\($0)") })
            }
            card(words("help.leave.title")) {
                p { words("help.leave.how") }
                p { words("help.leave.stays") }
                lines(["history", "address", "shared"].map { words("help.leave.\($0)") })
            }
            card(words("help.ask.title")) {
                lines(["account", "case", "wrong", "danger"].map { words("help.ask.\($0)") })
            }
            card(words("help.words.title")) {
                p { words("help.words.intro") }
                summaryList(
                    Self.glossary.map {
                        SummaryRow(words("help.word.\($0)"), words("help.meaning.\($0)"))
                    },
                    words
                )
            }
        }
    }

    private func accessibility(_ frame: Frame) -> HTML {
        let words = frame.words
        return Layout.page(words("accessibility.title"), in: frame) {
            backLink(words("help.back"), "/")
            h1 { words("accessibility.title") }
            p(.class("lede")) { words("accessibility.aim") }
            card(words("accessibility.does.title")) {
                lines(
                    ["script", "keyboard", "phone", "colour", "forms", "language"].map {
                        words("accessibility.does.\($0)")
                    }
                )
            }
            card(words("accessibility.tested.title")) {
                lines(["looked", "checked", "notYet"].map { words("accessibility.tested.\($0)") })
            }
            card(words("accessibility.report.title")) {
                p { words("accessibility.report.how") }
                p { words("accessibility.report.what") }
            }
        }
    }

    private func lines(_ texts: [String]) -> HTML {
        ul {
            for text in texts { li { text } }
        }
    }

    /// The words of the system that a reader meets, in the order in which they come up.
    private static let glossary = [
        "coalition", "agency", "member", "encounter", "screening", "finding", "consent", "dossier",
        "section", "referral", "grant", "opening", "entry", "record", "receipt", "witness",
    ]
}
