import Casework
import Coalition

/// The members of one's own agency, and for the founding agency also the agencies.
enum MemberList {
    struct List: Encodable, Sendable {
        var agency: String
        var members: [Row]
        /// All agencies; only for whoever can admit another.
        var agencies: [AgencyRow]
    }

    struct Row: Encodable, Sendable {
        var id: MemberID
        var name: String
        var signIn: String
        var roles: Set<Role>
        var since: Moment
        var hasLeft: Bool
    }

    struct AgencyRow: Encodable, Sendable {
        var id: AgencyID
        var name: String
        var kind: AgencyKind
        var members: Int
        var isRetired: Bool
    }

    static let page = Page(.seeMembers) { visit in
        let admits = await visit.node.answer(.admitAgency, by: visit.member) == .permitted
        return try await visit.read(.seeMembers) { desk, commons, _ in
            List(
                agency: commons.agencies[desk.agency]?.name ?? "",
                members: rows(desk, commons),
                agencies: admits ? agencies(commons) : []
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("members.title"), in: screen.frame, isWide: true) {
            h1 { words("members.of", ["agency": model.agency]) }
            p { words("members.intro") }
            if screen.permitted.contains(.enrolMember) {
                p(.class("buttons")) {
                    a(.class("button"), .href("/members/new")) { words("members.new") }
                    a(.class("button button--quiet"), .href("/agency/key")) {
                        words("agencyKey.title")
                    }
                }
            }
            members(model.members, words)
            if screen.permitted.contains(.admitAgency) {
                agencies(model.agencies, words)
            }
        }
    }

    private static func members(_ rows: [Row], _ words: Words) -> HTML {
        dataTable(
            words("members.list"),
            ["field.name", "field.signIn", "field.roles", "members.since", "members.state"].map {
                Column(words($0))
            },
            rows: rows.map { row in
                [
                    a(.href("/members/\(row.id)")) { row.name },
                    HTML(text: row.signIn),
                    HTML(text: words.list(row.roles)),
                    HTML(text: words.day(row.since)),
                    state(hasEnded: row.hasLeft, words),
                ]
            }
        )
    }

    private static func agencies(_ rows: [AgencyRow], _ words: Words) -> HTML {
        HTML {
            dataTable(
                words("agencies.list"),
                [
                    Column(words("field.agency")), Column(words("field.kind")),
                    Column(words("agencies.members"), isNumber: true),
                    Column(words("members.state")),
                ],
                rows: rows.map { row in
                    [
                        a(.href("/agencies/\(row.id)")) { row.name },
                        HTML(text: words("agencyKind.\(row.kind.rawValue)")),
                        HTML(text: words.number(row.members)),
                        state(hasEnded: row.isRetired, words),
                    ]
                }
            )
            p(.class("buttons")) {
                a(.class("button"), .href("/agencies/new")) { words("agencies.new") }
            }
        }
    }

    static func state(hasEnded: Bool, _ words: Words) -> HTML {
        hasEnded
            ? statusTag(.plain, words("members.left"))
            : statusTag(.good, words("members.active"))
    }

    /// Those who are here first, each group by name.
    private static func rows(_ desk: Desk, _ commons: Commons) -> [Row] {
        desk.members.keys.compactMap { row($0, desk, commons) }.sorted { left, right in
            left.hasLeft == right.hasLeft
                ? (left.name, left.id.description) < (right.name, right.id.description)
                : right.hasLeft
        }
    }

    static func row(_ id: MemberID, _ desk: Desk, _ commons: Commons) -> Row? {
        guard let known = desk.members[id], let card = commons.members[id],
            card.agency == desk.agency
        else { return nil }
        return Row(
            id: id,
            name: known.name,
            signIn: known.signIn,
            roles: card.roles,
            since: known.since,
            hasLeft: commons.left.contains(id)
        )
    }

    private static func agencies(_ commons: Commons) -> [AgencyRow] {
        commons.order.compactMap { commons.agencies[$0] }.map { agency in
            AgencyRow(
                id: agency.id,
                name: agency.name,
                kind: agency.kind,
                members: active(in: agency.id, commons),
                isRetired: commons.retired[agency.id] != nil
            )
        }
    }

    static func active(in agency: AgencyID, _ commons: Commons) -> Int {
        commons.members.values.count {
            $0.agency == agency && !commons.left.contains($0.id)
        }
    }
}
