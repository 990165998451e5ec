import Casework
import Coalition
import Estimation

/// A person decides to put an estimate before everybody, and writes why.
enum PublishingForm {
    static let page = Page(.publishEstimate) { visit in
        try await EstimatePage.model(visit)
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("estimates.publish"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.one"), "/estimation/estimates/\(model.id)")
            h1 { words("estimates.publish") }
            p(.class("lede")) { "\(model.population). \(words.days(model.window))" }
            if model.standing != .draft {
                notice(.info) { p { words("refusal.estimateAlreadyPublished") } }
            } else if let report = model.report, report.verdict == .refused {
                notice(.alarm) { p { words("refusal.estimateRefused") } }
            } else if model.report == nil {
                notice(.info) { p { words("refusal.estimateNotReady") } }
            } else {
                form(model, screen)
            }
        }
    }

    /// What a coordinator says.
    struct Said: Decodable, Sendable {
        var why: String
    }

    static let publish = Form(.publishEstimate, on: page) { fields, _ in
        fields.text("why", max: 2000, lines: true).map { Said(why: $0) }
    } perform: { (said: Said, visit) in
        let id = try visit.identifier("estimate", of: EstimateRun.self)
        try await visit.node.publish(id, why: said.why, by: visit.member)
        return Done()
    } next: { _, visit in
        "/estimates/\(try visit.word("estimate"))"
    }

    private static func form(_ model: EstimatePage.Model, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(labels: ["why": words("estimates.whyPublish")])
        return HTML {
            p { words("estimates.publishMeans") }
            ul {
                for key in ["read", "coarse", "stays", "misuse"] {
                    li { words("estimates.publish.\(key)") }
                }
            }
            form.form(
                "/estimation/estimates/\(model.id)/publication",
                submit: words("estimates.publishNow"),
                confirm: words("estimates.publishConfirm")
            ) {
                form.area("why", hint: words("estimates.whyPublishHint"), max: 2000, rows: 4)
            }
        }
    }
}

/// An agency takes back what it published, and says why.
enum WithdrawalForm {
    static let page = Page(.withdrawEstimate) { visit in
        try await EstimatePage.model(visit)
    } view: { model, screen in
        let words = screen.words
        let form = screen.form(labels: ["why": words("estimates.whyWithdraw")])
        return Layout.page(
            words("estimates.withdraw"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.one"), "/estimation/estimates/\(model.id)")
            h1 { words("estimates.withdraw") }
            p(.class("lede")) { "\(model.population). \(words.days(model.window))" }
            if model.standing == .published {
                p { words("estimates.withdrawMeans") }
                form.form(
                    "/estimation/estimates/\(model.id)/withdrawal",
                    submit: words("estimates.withdrawNow"),
                    isDanger: true
                ) {
                    form.area("why", hint: words("estimates.whyWithdrawHint"), max: 2000, rows: 4)
                }
            } else {
                notice(.info) {
                    p {
                        words(
                            model.standing == .draft
                                ? "estimates.standingMeans.draft"
                                : "refusal.estimateAlreadyWithdrawn"
                        )
                    }
                }
            }
        }
    }

    static let withdraw = Form(.withdrawEstimate, on: page) { fields, _ in
        fields.text("why", max: 2000, lines: true).map { PublishingForm.Said(why: $0) }
    } perform: { (said: PublishingForm.Said, visit) in
        let command = WithdrawEstimate(estimate: try visit.identifier("estimate"), why: said.why)
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/estimates/\(try visit.word("estimate"))"
    }
}
