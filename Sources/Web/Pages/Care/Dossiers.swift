import Casework
import Coalition

extension Site {
    func addDossiers(to routes: Routes) {
        add("encounters/:encounter/dossier", Dossiers.new, to: routes)
        add("encounters/:encounter/dossier", Dossiers.open, to: routes)
        add("dossiers", Dossiers.list, to: routes)
        add("dossiers/:dossier", Dossiers.one, to: routes)
        addOpening(to: routes)
        addOpenings(to: routes)
        add("dossiers/:dossier/sections/:section/write", Sections.new, to: routes)
        add("dossiers/:dossier/sections/:section/write", Sections.write, to: routes)
    }
}

/// People's files: which there are, and what the course of each tells, without names.
enum Dossiers {
    // MARK: The list

    struct List: Encodable, Sendable {
        var dossiers: [Row]
    }

    struct Row: Encodable, Sendable {
        var id: DossierID
        var reference: String
        var ageBand: AgeBand
        var sex: Sex
        var lead: String
        var openedAt: Moment?
        /// Of the newest referral that this agency sees.
        var referral: ReferralStatus?
    }

    static let list = Page(.seeDossiers) { visit in
        try await visit.read(.seeDossiers) { desk, commons, now in
            let records = desk.dossiers.values.sorted {
                ($0.course.first?.stamp.position ?? 0) > ($1.course.first?.stamp.position ?? 0)
            }
            return List(
                dossiers: records.prefix(200).map { record in
                    let newest = record.referrals.compactMap { desk.referrals[$0] }
                        .max { ($0.sent?.position ?? 0) < ($1.sent?.position ?? 0) }
                    return Row(
                        id: record.id,
                        reference: record.id.reference,
                        ageBand: record.ageBand,
                        sex: record.sex,
                        lead: record.lead.flatMap { commons.agencies[$0]?.name } ?? "",
                        openedAt: record.course.first?.stamp.at,
                        referral: newest?.status(at: now)
                    )
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("dossiers.title"), in: screen.frame, isWide: true) {
            h1 { words("dossiers.title") }
            p(.class("lede")) { words("dossiers.intro") }
            if model.dossiers.isEmpty {
                p(.class("muted")) { words("dossiers.none") }
            } else {
                dataTable(
                    words("dossiers.list"),
                    ["reference", "person", "lead", "opened", "referral"].map {
                        Column(words("dossiers.column.\($0)"))
                    },
                    rows: model.dossiers.map { cells($0, words) }
                )
            }
        }
    }

    private static func cells(_ row: Row, _ words: Words) -> [HTML] {
        [
            a(.href("/dossiers/\(row.id)")) { row.reference },
            HTML(text: words.person(row.sex, row.ageBand)),
            HTML(text: row.lead),
            row.openedAt.map { HTML.moment($0, words) } ?? HTML(),
            div { row.referral?.tag(words) ?? HTML(text: words("dossiers.noReferral")) },
        ]
    }
}
