import Casework
import Coalition
import Telegram

extension Documents {
    /// The paragraphs with their drafts: side by side where there is room, else in turn.
    static func review(_ model: One, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = DraftForm(model, screen)
        var anchors: Set<Int> = []
        return section(.id("review"), .class("review")) {
            h2 { words("documents.review") }
            progress(model, words)
            legendOfKinds(model, words)
            for (index, paragraph) in model.telegram.paragraphs.enumerated() {
                let number = paragraph.number ?? index + 1
                let isFirst = anchors.insert(number).inserted
                let lines = model.drafts.filter { $0.paragraph == index + 1 }
                div(.class("passage"), isFirst ? .id("paragraph-\(number)") : nil) {
                    div(.class("passage-text")) {
                        h3 {
                            span(.class("muted")) { "¶ \(number)" }
                            if let heading = paragraph.heading {
                                span(.lang(.english)) { " \(heading)" }
                            }
                        }
                        p(.lang(.english)) {
                            MarkedParagraph(paragraph.text, words).html(lines.map(\.marked))
                        }
                    }
                    div(.class("passage-drafts")) {
                        for line in lines { form.card(line) }
                    }
                }
            }
        }
    }

    private static func progress(_ model: One, _ words: Words) -> HTML {
        if model.waiting == 0 {
            return notice(.good) {
                p {
                    words("documents.allDecided")
                    " "
                    a(.href("/directory")) { words("documents.seeDirectory") }
                }
            }
        }
        return p { words("documents.waiting", count: model.waiting) }
    }

    /// Which line under the words means which kind.
    private static func legendOfKinds(_ model: One, _ words: Words) -> HTML {
        ul(.class("legend"), .aria("label", words("documents.legend"))) {
            for kind in ListingKind.allCases where model.drafts.contains(where: { $0.kind == kind })
            {
                li {
                    Element("mark")(.class("mark mark--\(kind.rawValue)")) {
                        words("documents.kind.\(kind.rawValue)")
                    }
                }
            }
        }
    }
}

/// The drafts as cards, each a form of its own until it is decided.
struct DraftForm {
    private let model: Documents.One
    private let screen: Screen
    private let words: Words

    init(_ model: Documents.One, _ screen: Screen) {
        self.model = model
        self.screen = screen
        words = screen.words
    }

    /// The draft that a refused form was about.
    private var refused: String? {
        screen.fields.errors.isEmpty ? nil : screen.fields.raw("draft")
    }

    /// What was wrong with the form that came back.
    var errors: HTML {
        FormView(words, screen.fields, token: nil, labels: labels(refused ?? "")).errorSummary
    }

    func card(_ line: Documents.DraftLine) -> HTML {
        let state = line.outcome == nil ? "draft" : "draft draft--decided"
        return article(.class(state), .id("draft-\(line.slug)")) {
            p(.class("draft-head")) {
                a(.class("mark-number"), .href("#words-\(line.slug)")) {
                    span(.class("hidden")) { "\(words("documents.seeWords")) " }
                    String(line.number)
                }
                span(.class("draft-kind")) { words("documents.kind.\(line.kind.rawValue)") }
                if let outcome = line.outcome {
                    statusTag(
                        outcome == .rejected ? .plain : .good,
                        words("documents.outcome.\(outcome.rawValue)")
                    )
                }
            }
            p(.class("draft-title"), .lang(.english)) { line.title }
            if line.outcome == nil, !line.detail.isEmpty {
                p(.class("muted"), .lang(.english)) { line.detail }
            }
            if line.outcome == nil, screen.permitted.contains(.decideDraft) { decision(line) }
        }
    }

    private func decision(_ line: Documents.DraftLine) -> HTML {
        let view = view(line)
        let isLong = [.challenge, .remedy, .programme].contains(line.kind)
        return form(
            .method("post"),
            .action("/documents/\(model.id)/drafts/\(line.slug)"),
            .flag("novalidate", true)
        ) {
            if let token = screen.frame.member?.formToken {
                view.hidden(FormFields.tokenName, token.text)
            }
            view.hidden("draft", line.slug)
            details(.flag("open", refused == line.slug)) {
                summary { words("documents.edit") }
                if isLong {
                    view.area("title-\(line.slug)", max: 600, rows: 3)
                } else {
                    view.text("title-\(line.slug)", max: 600)
                }
                view.text("detail-\(line.slug)", max: 300, required: false)
            }
            p(.class("buttons")) {
                button(.class("button"), .name("verdict"), .value("accept")) {
                    words("documents.accept")
                    span(.class("hidden")) { " \(line.title)" }
                }
                button(.class("button button--quiet"), .name("verdict"), .value("reject")) {
                    words("documents.reject")
                    span(.class("hidden")) { " \(line.title)" }
                }
            }
        }
    }

    /// The fields of one draft: as drafted, or as they came back.
    private func view(_ line: Documents.DraftLine) -> FormView {
        let begun = FormFields([
            "title-\(line.slug)": [line.title],
            "detail-\(line.slug)": [line.detail],
        ])
        return FormView(
            words,
            refused == line.slug ? screen.fields : begun,
            token: nil,
            labels: labels(line.slug)
        )
    }

    private func labels(_ slug: String) -> [String: String] {
        [
            "title-\(slug)": words("documents.field.title"),
            "detail-\(slug)": words("documents.field.detail"),
        ]
    }
}
