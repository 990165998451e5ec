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
        /// Other dossiers of the same person, older ones last; they have no rows of their own.
        var others: [Other]
        /// How many people in the agency may be the same person, undecided.
        var alike: Int
    }

    struct Other: Encodable, Sendable {
        var id: DossierID
        var reference: String
    }

    static let list = Page(.seeDossiers) { visit in
        let sight = await Sight(visit)
        let shown = try await visit.read(.seeDossiers) { desk, _, _ in
            desk.dossiersByPerson.prefix(200)
        }
        let alike = try await Self.alike(to: shown.map { .dossier($0[0]) }, visit, sight)
        return try await visit.read(.seeDossiers) { desk, commons, now in
            List(
                dossiers: shown.compactMap { dossiers in
                    guard let record = desk.dossiers[dossiers[0]] else { return nil }
                    let newest = dossiers.compactMap { desk.dossiers[$0] }.flatMap(\.referrals)
                        .compactMap { desk.referrals[$0] }
                        .max { ($0.sent?.position ?? 0) < ($1.sent?.position ?? 0) }
                    return Row(
                        id: record.id,
                        reference: record.id.reference,
                        ageBand: record.ageBand,
                        sex: record.sex,
                        lead: record.lead.flatMap { commons.agencies[$0]?.name } ?? "",
                        openedAt: record.course.first?.stamp.at,
                        referral: newest?.status(at: now),
                        others: dossiers.dropFirst().map { Other(id: $0, reference: $0.reference) },
                        alike: alike[.dossier(record.id)] ?? 0
                    )
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("dossiers.title"), in: screen.frame, isWide: true) {
            h1 { words("dossiers.title") }
            p(.class("lede")) { words("dossiers.intro") }
            SamePersonDesk.link(screen)
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

    /// How many may be the same person as each of some appearances, undecided.
    static func alike(
        to appearances: [Appearance],
        _ visit: Visit,
        _ sight: Sight
    ) async throws -> [Appearance: Int] {
        guard await visit.node.answer(.seeSamePerson, by: visit.member) == .permitted else {
            return [:]
        }
        return try await visit.node.candidates(for: appearances, by: visit.member)
            .mapValues { candidates in candidates.count { sight.sees($0.appearance) } }
    }

    private static func cells(_ row: Row, _ words: Words) -> [HTML] {
        [
            div {
                a(.href("/dossiers/\(row.id)")) { row.reference }
                for other in row.others {
                    " = "
                    a(.href("/dossiers/\(other.id)")) { other.reference }
                }
                if row.alike > 0 {
                    p(.class("hint")) {
                        a(.href("/same-person/\(Appearance.dossier(row.id))")) {
                            words("samePerson.mark", count: row.alike)
                        }
                    }
                }
            },
            HTML(text: words.person(row.sex, row.ageBand)),
            HTML(text: row.lead),
            row.openedAt.map { HTML.moment($0, words) } ?? HTML(),
            div { row.referral?.tag(words) ?? HTML(text: words("dossiers.noReferral")) },
        ]
    }
}

extension Desk {
    /// The dossiers of each person, newest first, and the persons by the newest of them.
    fileprivate var dossiersByPerson: [[DossierID]] {
        let persons = persons
        let newestFirst = dossiers.values.sorted {
            ($0.course.first?.stamp.position ?? 0) > ($1.course.first?.stamp.position ?? 0)
        }
        var places: [Appearance: Int] = [:]
        var all: [[DossierID]] = []
        for record in newestFirst {
            let person = persons.person(of: .dossier(record.id))
            if let place = places[person] {
                all[place].append(record.id)
            } else {
                places[person] = all.count
                all.append([record.id])
            }
        }
        return all
    }
}
