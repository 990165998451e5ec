import Casework
import Coalition

/// Another agency as the founding agency sees it, and the end of all its keys.
enum OneAgency {
    struct One: Encodable, Sendable {
        var id: AgencyID
        var name: String
        var kind: AgencyKind
        var members: Int
        /// From when on its keys are not to be trusted, if they were retired.
        var retiredSince: Moment?
        var isFounder: Bool
    }

    static let page = Page(.retireAgency) { visit in
        let id = try visit.identifier("agency", of: Agency.self)
        return try await visit.read(.retireAgency) { _, commons, _ in
            guard let agency = commons.agencies[id] else { throw Refusal.notFound }
            return One(
                id: id,
                name: agency.name,
                kind: agency.kind,
                members: MemberList.active(in: id, commons),
                retiredSince: commons.retired[id],
                isFounder: commons.founder == id
            )
        }
    } view: { (model: One, screen) in
        let words = screen.words
        return Layout.page(
            model.name,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("members.title"), "/members")
            h1 { model.name }
            summaryList(
                [
                    SummaryRow(words("field.kind"), words("agencyKind.\(model.kind.rawValue)")),
                    SummaryRow(words("agencies.members"), words.number(model.members)),
                    SummaryRow(
                        words("members.state"),
                        MemberList.state(hasEnded: model.retiredSince != nil, words)
                    ),
                ],
                words
            )
            if let since = model.retiredSince {
                notice(.caution) {
                    p {
                        words("retire.agencySince")
                        " "
                        HTML.moment(since, words)
                    }
                }
            } else if !model.isFounder {
                h2 { words("retire.title.agency") }
                Retirement.question(
                    "/agencies/\(model.id)/retire",
                    model.name,
                    "agency",
                    screen
                )
            }
        }
    }
}
