import Casework
import Coalition

extension Site {
    func addReferrals(to routes: Routes) {
        add("dossiers/:dossier/referral", Referrals.new, to: routes)
        add("dossiers/:dossier/referral", Referrals.send, to: routes)
        add("referrals", Referrals.list, to: routes)
        add("referrals/:referral", Referrals.one, to: routes)
        add("referrals/:referral/accept", Referrals.accept, to: routes)
        add("referrals/:referral/decline", Referrals.decline, to: routes)
    }
}

/// Asking another agency to serve a person: what came in, what was sent, and the answers.
enum Referrals {
    struct List: Encodable, Sendable {
        /// Whether others send referrals to this agency at all.
        var receives: Bool
        var received: [Row]
        var sent: [Row]
    }

    struct Row: Encodable, Sendable {
        var id: ReferralID
        var reference: String
        /// The other agency.
        var agency: String
        var ageBand: AgeBand
        var sex: Sex
        var urgency: Urgency
        var deadline: Moment
        var status: ReferralStatus
        var sentAt: Moment
    }

    static let list = Page(.seeReferrals) { visit in
        try await visit.read(.seeReferrals) { desk, commons, now in
            let rows = desk.referrals.values.compactMap { record in
                row(record, desk, commons, now).map { (record.referral?.to == desk.agency, $0) }
            }
            return List(
                receives: commons.agencies[desk.agency]?.kind.receivesReferrals ?? false,
                received: rows.filter(\.0).map(\.1).sorted(by: comesFirst),
                sent: rows.filter { !$0.0 }.map(\.1).sorted(by: comesFirst)
            )
        }
    } view: { model, screen in
        let words = screen.words
        let waiting = model.received.filter(\.status.isOpen)
        let answered = model.received.filter { !$0.status.isOpen }
        return Layout.page(words("referrals.title"), in: screen.frame, isWide: true) {
            h1 { words("referrals.title") }
            if model.receives {
                table("toAnswer", waiting, from: true, screen)
                if !answered.isEmpty {
                    table("answered", answered, from: true, screen)
                }
            }
            if !model.receives || !model.sent.isEmpty {
                table("sent", model.sent, from: false, screen)
            }
        }
    }

    private static func row(
        _ record: ReferralRecord,
        _ desk: Desk,
        _ commons: Commons,
        _ now: Moment
    ) -> Row? {
        guard let referral = record.referral, let sent = record.sent else { return nil }
        let other = referral.to == desk.agency ? referral.from : referral.to
        return Row(
            id: record.id,
            reference: record.id.reference,
            agency: commons.agencies[other]?.name ?? "",
            ageBand: referral.ageBand,
            sex: referral.sex,
            urgency: referral.urgency,
            deadline: referral.deadline,
            status: record.status(at: now),
            sentAt: sent.at
        )
    }

    /// Open ones before answered ones; the open by deadline, so that overdue ones lead, the
    /// answered by newest.
    private static func comesFirst(_ left: Row, _ right: Row) -> Bool {
        guard left.status.isOpen == right.status.isOpen else { return left.status.isOpen }
        return left.status.isOpen
            ? left.deadline < right.deadline : left.sentAt > right.sentAt
    }

    private static func table(
        _ name: String,
        _ rows: [Row],
        from: Bool,
        _ screen: Screen
    ) -> HTML {
        let words = screen.words
        guard !rows.isEmpty else {
            return HTML {
                h2 { words("referrals.list.\(name)") }
                p(.class("muted")) { words("referrals.none.\(name)") }
            }
        }
        return dataTable(
            words("referrals.list.\(name)"),
            ["reference", from ? "from" : "to", "person", "urgency", "deadline", "status"].map {
                Column(words("referrals.column.\($0)"))
            },
            rows: rows.map { cells($0, screen) }
        )
    }

    private static func cells(_ row: Row, _ screen: Screen) -> [HTML] {
        let words = screen.words
        return [
            a(.href("/referrals/\(row.id)")) { row.reference },
            HTML(text: row.agency),
            HTML(text: words.person(row.sex, row.ageBand)),
            div { row.urgency.tag(words) },
            row.status.isOpen
                ? HTML.deadline(row.deadline, now: screen.now, words)
                : HTML.moment(row.deadline, words),
            div { row.status.tag(words) },
        ]
    }
}
