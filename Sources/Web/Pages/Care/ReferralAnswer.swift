import Casework
import Coalition

/// Saying yes or no to a referral.
extension Referrals {
    enum Answer: Sendable {
        case accept, decline
    }

    static let accept = Form(.answerReferral, on: page(failed: .accept)) { fields, visit in
        AcceptReferral(
            referral: try visit.identifier("referral"),
            words: fields.text("message", max: 2000, lines: true, required: false) ?? ""
        )
    } perform: { (command: AcceptReferral, visit) in
        var command = command
        command.referral = try visit.identifier("referral")
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/referrals/\(try visit.word("referral"))"
    }

    static let decline = Form(.answerReferral, on: page(failed: .decline)) { fields, visit in
        let reason = fields.choice("reason", of: DeclineReason.self)
        let words = fields.text("words", max: 2000, lines: true, required: false)
        guard let reason else { return nil }
        return DeclineReferral(
            referral: try visit.identifier("referral"),
            reason: reason,
            words: words ?? ""
        )
    } perform: { (command: DeclineReferral, visit) in
        var command = command
        command.referral = try visit.identifier("referral")
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/referrals/\(try visit.word("referral"))"
    }

    static func answerForms(_ model: One, _ screen: Screen, failed: Answer?) -> HTML {
        let words = screen.words
        let base = "/referrals/\(model.referral.id)"
        let yes = form(screen, words.labels(["message"]), isFailed: failed == .accept)
        let no = form(screen, words.labels(["reason", "words"]), isFailed: failed == .decline)
        return div(.class("two")) {
            card(words("referrals.acceptTitle")) {
                p { words("referrals.acceptHow") }
                yes.form("\(base)/accept", submit: words("referrals.accept")) {
                    yes.area(
                        "message",
                        hint: words("referrals.messageHint"),
                        max: 2000,
                        rows: 3,
                        required: false
                    )
                }
            }
            card(words("referrals.declineTitle")) {
                p { words("referrals.declineHow") }
                no.form("\(base)/decline", submit: words("referrals.decline"), isDanger: true) {
                    no.radios("reason", Option.all(DeclineReason.self, "decline", words))
                    no.area(
                        "words",
                        hint: words("referrals.declineHint"),
                        max: 2000,
                        rows: 3,
                        required: false
                    )
                }
            }
        }
    }

    /// A form with what was sent if it is the one that was refused, and a fresh one otherwise.
    private static func form(
        _ screen: Screen,
        _ labels: [String: String],
        isFailed: Bool
    ) -> FormView {
        isFailed
            ? screen.form(labels: labels)
            : FormView(screen.words, token: screen.frame.member?.formToken, labels: labels)
    }
}
