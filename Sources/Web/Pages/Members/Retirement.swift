import Casework
import Coalition

/// Retiring keys that were lost or stolen: a member's, or those of a whole agency.
enum Retirement {
    static let ofMember = Page(.retireKey) { visit in
        let id = try visit.identifier("member", of: MemberCard.self)
        return try await visit.read(.retireKey) { desk, commons, _ in
            guard let row = MemberList.row(id, desk, commons), !row.hasLeft else {
                throw Refusal.notFound
            }
            return row
        }
    } view: { (model: MemberList.Row, screen) in
        let title = screen.words("retire.title.member")
        return Layout.page(title, in: screen.frame, hasErrors: !screen.fields.errors.isEmpty) {
            backLink(model.name, "/members/\(model.id)")
            h1 { title }
            question("/members/\(model.id)/retire", model.name, "member", screen)
        }
    }

    /// What the API takes: from when on the keys are not to be trusted, in ISO 8601, and a yes.
    struct Retire: Decodable, Sendable {
        var since: Moment
        var sure: Bool
    }

    static func question(
        _ path: String,
        _ name: String,
        _ whose: String,
        _ screen: Screen
    ) -> HTML {
        let words = screen.words
        return HTML {
            p { words("retire.intro.\(whose)") }
            ul {
                for item in ["refused", "review", "anew"] {
                    li { words("retire.facts.\(item)") }
                }
            }
            screen.form().form(
                path,
                submit: words("retire.submit"),
                confirm: words("retire.confirm", ["name": name]),
                isDanger: true
            ) {
                screen.form().text("since", hint: words("retire.sinceHint"), kind: .dateTime)
                screen.form(labels: ["retired": words("retire.sure", ["name": name])])
                    .tick("retired")
            }
        }
    }

    static func read(_ fields: inout FormFields) -> Retire? {
        let since = fields.moment("since")
        if !fields.isChecked("retired") { fields.reject("retired", "members.notSure") }
        return since.map { Retire(since: $0, sure: true) }
    }

    static func member(of site: Site) -> Form<Retire, Done> {
        Form(.retireKey, on: ofMember) { fields, _ in
            read(&fields)
        } perform: { input, visit in
            guard input.sure else { throw Refusal.missing(field: "sure") }
            let id = try visit.identifier("member", of: MemberCard.self)
            try await visit.node.retireKey(of: id, since: input.since, by: visit.member)
            await site.sessions.endAll { $0.id == id }
            return Done()
        } next: { _, visit in
            "/members/\(try visit.identifier("member", of: MemberCard.self))"
        }
    }

    static func agency(of site: Site) -> Form<Retire, Done> {
        Form(.retireAgency, on: OneAgency.page) { fields, _ in
            read(&fields)
        } perform: { input, visit in
            guard input.sure else { throw Refusal.missing(field: "sure") }
            let id = try visit.identifier("agency", of: Agency.self)
            try await visit.node.retireAgency(id, since: input.since, by: visit.member)
            await site.sessions.endAll { $0.agency == id }
            return Done()
        } next: { _, _ in
            "/members"
        }
    }
}
