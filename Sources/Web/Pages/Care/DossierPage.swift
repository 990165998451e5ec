import Casework
import Coalition

/// One dossier: who leads it, who holds which key, and its course.
extension Dossiers {
    struct One: Encodable, Sendable {
        var id: DossierID
        var reference: String
        var ageBand: AgeBand
        var sex: Sex
        var lead: String
        var openedAt: Moment?
        /// The end of the consent; known to the lead agency only.
        var consentUntil: Moment?
        /// Whether this agency holds the consent that a referral is sent on.
        var canRefer: Bool
        var sections: [SectionLine]
        var course: [CourseStep]
        /// Whose it is, beyond this dossier.
        var person: PersonHere?
    }

    struct SectionLine: Encodable, Sendable {
        var section: Section
        /// The agencies that hold a key of it.
        var holders: [String]
        var isHeld: Bool
        var writtenAt: Moment?
    }

    static let one = Page(.seeDossiers) { visit in
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        var one = try await visit.read(.seeDossiers) { desk, commons, now in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            let consent = record.encounter.flatMap { desk.latestConsent(for: $0) }
            return One(
                id: id,
                reference: id.reference,
                ageBand: record.ageBand,
                sex: record.sex,
                lead: record.lead.flatMap { commons.agencies[$0]?.name } ?? "",
                openedAt: record.course.first?.stamp.at,
                consentUntil: consent.flatMap { $0.isRefusal ? nil : $0.until },
                canRefer: record.encounter != nil,
                sections: Section.allCases.map { line($0, record, desk, commons) },
                course: CourseTeller(desk: desk, commons: commons, now: now).steps(of: id)
            )
        }
        one.person = try await PersonHere.read(.dossier(id), visit)
        return one
    } view: { model, screen in
        let words = screen.words
        let heading = words("dossiers.one", ["reference": model.reference])
        return Layout.page(heading, in: screen.frame, isWide: true) {
            backLink(words("dossiers.title"), "/dossiers")
            h1 { heading }
            model.person?.notices(.dossier(model.id), words)
            card(words("dossiers.facts")) { facts(model, screen) }
            p(.class("buttons")) {
                if model.canRefer, screen.permitted.contains(.sendReferral) {
                    a(.class("button"), .href("/dossiers/\(model.id)/referral")) {
                        words("dossiers.refer")
                    }
                }
                a(.class("button button--quiet"), .href("/dossiers/\(model.id)/openings")) {
                    words("openings.title")
                }
            }
            dataTable(
                words("dossiers.sections"),
                columns(model, screen).map { Column(words("dossiers.column.\($0)")) },
                rows: model.sections.map { cells($0, model, screen) }
            )
            model.person?.card(.dossier(model.id), screen)
            card(words("dossiers.course")) { CourseStep.view(model.course, words) }
        }
    }

    private static func line(
        _ section: Section,
        _ record: DossierRecord,
        _ desk: Desk,
        _ commons: Commons
    ) -> SectionLine {
        let written = record.course.last { happening in
            guard case .sectionWritten(let part) = happening.fact else { return false }
            return part.section == section
        }
        let holders = record.holders(of: section)
        return SectionLine(
            section: section,
            holders: commons.order.filter(holders.contains).compactMap {
                commons.agencies[$0]?.name
            },
            isHeld: !record.parts(of: section, heldBy: desk.agency).isEmpty,
            writtenAt: written?.stamp.at
        )
    }

    private static func facts(_ model: One, _ screen: Screen) -> HTML {
        let words = screen.words
        var rows = [
            SummaryRow(words("dossiers.column.person"), words.person(model.sex, model.ageBand)),
            SummaryRow(words("dossiers.column.lead"), model.lead),
            SummaryRow(
                words("dossiers.column.opened"),
                model.openedAt.map { HTML.moment($0, words) } ?? HTML()
            ),
        ]
        if let until = model.consentUntil {
            rows.append(
                SummaryRow(
                    words("dossiers.consent"),
                    HTML.deadline(until, now: screen.now, words)
                )
            )
        }
        return summaryList(rows, words)
    }

    /// The columns; what can be done is left out where nothing can.
    private static func columns(_ model: One, _ screen: Screen) -> [String] {
        let canAct =
            screen.permitted.contains(.writeSection)
            || model.sections.contains { canOpen($0, screen) }
        return ["section", "holders", "key"] + (canAct ? ["do"] : [])
    }

    private static func canOpen(_ line: SectionLine, _ screen: Screen) -> Bool {
        line.isHeld && screen.permitted.contains(.openSection)
    }

    private static func cells(_ line: SectionLine, _ model: One, _ screen: Screen) -> [HTML] {
        let words = screen.words
        let base = "/dossiers/\(model.id)/sections/\(line.section.rawValue)"
        let name = words("section.\(line.section.rawValue)")
        return [
            HTML(text: name),
            holders(line, words),
            div { key(line, words) },
            div(.class("buttons")) {
                if canOpen(line, screen) {
                    action(words("dossiers.open"), name, base)
                }
                if screen.permitted.contains(.writeSection) {
                    action(words("dossiers.write"), name, "\(base)/write")
                }
            },
        ]
    }

    /// The agencies one under another: a name may hold a comma.
    private static func holders(_ line: SectionLine, _ words: Words) -> HTML {
        guard !line.holders.isEmpty else {
            return span(.class("muted")) { words("dossiers.holdersNone") }
        }
        return ul(.class("plain-list")) {
            for name in line.holders { li { name } }
        }
    }

    private static func key(_ line: SectionLine, _ words: Words) -> HTML {
        guard line.writtenAt != nil else {
            return statusTag(.plain, words("dossiers.key.unwritten"))
        }
        return line.isHeld
            ? statusTag(.good, words("dossiers.key.held"))
            : statusTag(.plain, words("dossiers.key.closed"))
    }

    /// A button that also says, to those who cannot see its row, what it is for.
    private static func action(_ text: String, _ subject: String, _ path: String) -> HTML {
        a(.class("button button--quiet"), .href(path)) {
            HTML {
                text
                span(.class("hidden")) { " \(subject)" }
            }
        }
    }
}
