import Casework
import Coalition

/// Opening who two dossiers say their persons are, so that somebody can compare them.
///
/// The same door as everywhere: each dossier leaves its *opened* entry, and what was opened in this
/// sitting is read again on the entry that there is.
enum PairOpening {
    /// What is compared: who she is, and the telephone.
    static let sections: [Section] = [.identity, .whereabouts]

    /// What a member adds; the purpose is the comparison.
    struct Asked: Decodable, Sendable {
        var words: String?
    }

    static let open = Form(.openSection, on: PairPage.page(refused: .opening)) { fields, _ in
        Asked(words: fields.text("words", max: 400, lines: true, required: false))
    } perform: { (asked: Asked, visit) in
        let sight = await Sight(visit)
        let both = [try sight.asked("one", in: visit), try sight.asked("other", in: visit)]
        let held = try await visit.read(.openSection) { desk, _, _ in
            guard both.allSatisfy(desk.knows), both[0] != both[1] else { throw Refusal.notFound }
            return both.compactMap(\.dossier).map {
                (dossier: $0, sections: openable($0, on: desk))
            }
        }
        guard held.contains(where: { !$0.sections.isEmpty }) else { throw Refusal.sectionNotHeld }
        for (dossier, sections) in held where !sections.isEmpty {
            let command = OpenSections(
                dossier: dossier,
                sections: sections,
                purpose: .recognition,
                words: asked.words ?? ""
            )
            _ = try await visit.node.open(command, by: visit.member)
        }
        return Done()
    } next: { _, visit in
        "/same-person/\(try visit.word("one"))/\(try visit.word("other"))"
    }

    /// Which of the sections an agency can open.
    static func openable(_ dossier: DossierID, on desk: Desk) -> Set<Section> {
        let record = desk.dossiers[dossier]
        return Set(sections.filter { record?.parts(of: $0, heldBy: desk.agency).isEmpty == false })
    }

    /// The dossiers that can be opened and are not open yet.
    static func closed(
        _ both: [Appearance],
        _ opened: PairPage.Opened?,
        on desk: Desk
    ) -> [DossierID] {
        both.compactMap(\.dossier).filter { dossier in
            !openable(dossier, on: desk).isEmpty && opened?.dossiers.contains(dossier) != true
        }
    }

    static func view(
        _ model: PairPage.Model,
        _ screen: Screen,
        isRefused: Bool
    ) -> HTML {
        let words = screen.words
        let form = screen.form(isRefused: isRefused, labels: words.labels(["words"]))
        guard !model.closed.isEmpty, screen.permitted.contains(.openSection) else {
            return form.errorSummary
        }
        return card(words("samePerson.open")) {
            p { words("samePerson.openHow") }
            form.form(
                "/same-person/\(model.one.id)/\(model.other.id)/opening",
                submit: words("samePerson.openNow", count: model.closed.count)
            ) {
                form.area(
                    "words",
                    hint: words("dossiers.openWordsHint"),
                    max: 400,
                    rows: 2,
                    required: false
                )
            }
        }
    }
}
