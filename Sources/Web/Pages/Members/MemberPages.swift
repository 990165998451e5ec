import Casework
import Coalition

extension Site {
    func addMembers(to routes: Routes) {
        add("members", MemberList.page, to: routes)
        add("members/new", NewMemberPage.page, to: routes)
        add("members", NewMemberPage.enrol, to: routes)
        add("members/:member", OneMember.page, to: routes)
        add("members/:member/end", OneMember.end(of: self), to: routes)
        add("members/:member/retire", Retirement.ofMember, to: routes)
        add("members/:member/retire", Retirement.member(of: self), to: routes)
        add("agency/key", AgencyKeyPage.page, to: routes)
        add("agency/key", AgencyKeyPage.renew(of: self), to: routes)
        add("agencies/:agency", OneAgency.page, to: routes)
        add("agencies/:agency/retire", Retirement.agency(of: self), to: routes)
        add("agencies/new", NewAgencyPage.page, to: routes)
        add("agencies", NewAgencyPage.admit, to: routes)
    }
}

/// One member, their keys, and the end of the membership.
enum OneMember {
    struct One: Encodable, Sendable {
        var row: MemberList.Row
        var keys: [MemberKey]
    }

    static let page = Page(.seeMembers) { visit in
        let id = try visit.identifier("member", of: MemberCard.self)
        return try await visit.read(.seeMembers) { desk, commons, _ in
            guard let row = MemberList.row(id, desk, commons) else { throw Refusal.notFound }
            return One(row: row, keys: commons.keys(of: id).map(MemberKey.init))
        }
    } view: { (one: One, screen) in
        let (words, model) = (screen.words, one.row)
        return Layout.page(
            model.name,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("members.title"), "/members")
            h1 { model.name }
            summaryList(
                [
                    SummaryRow(words("field.signIn"), model.signIn),
                    SummaryRow(words("field.roles"), words.list(model.roles)),
                    SummaryRow(words("members.since"), HTML.moment(model.since, words)),
                    SummaryRow(
                        words("members.state"),
                        MemberList.state(hasEnded: model.hasLeft, words)
                    ),
                ],
                words
            )
            MemberKey.table(one.keys, words)
            if one.keys.contains(where: { $0.state == .retired }) {
                notice(.caution) {
                    p { words("memberKeys.retired") }
                    p { a(.href("/record")) { words("record.title") } }
                }
            }
            if !model.hasLeft, screen.permitted.contains(.retireKey) {
                p(.class("buttons")) {
                    a(.class("button button--quiet"), .href("/members/\(model.id)/retire")) {
                        words("retire.title.member")
                    }
                }
            }
            if !model.hasLeft, screen.permitted.contains(.endMembership) {
                ending(model, screen)
            }
        }
    }

    private static func ending(_ model: MemberList.Row, _ screen: Screen) -> HTML {
        let words = screen.words
        return card(words("members.end")) {
            p { words("members.endIntro") }
            screen.form().form(
                "/members/\(model.id)/end",
                submit: words("members.endSubmit"),
                confirm: words("members.endConfirm", ["name": model.name]),
                isDanger: true
            ) {
                screen.form(labels: ["sure": words("members.sure", ["name": model.name])])
                    .tick("sure")
            }
        }
    }

    /// What the API takes: the same yes that the form's box says.
    struct End: Decodable, Sendable {
        var sure: Bool
    }

    static func end(of site: Site) -> Form<End, Done> {
        Form(.endMembership, on: page) { fields, _ in
            guard fields.isChecked("sure") else {
                fields.reject("sure", "members.notSure")
                return nil
            }
            return End(sure: true)
        } perform: { input, visit in
            guard input.sure else { throw Refusal.missing(field: "sure") }
            let id = try visit.identifier("member", of: MemberCard.self)
            try await visit.node.endMembership(of: id, by: visit.member)
            await site.sessions.endAll { $0.id == id }
            return Done()
        } next: { _, _ in
            "/members"
        }
    }
}
