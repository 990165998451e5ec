import Casework
import Coalition

/// What two dossiers say of who their persons are, line by line.
extension PairPage {
    struct Opened: Encodable, Sendable {
        /// The dossiers that are open in this sitting.
        var dossiers: [DossierID]
        /// The entries that the openings left.
        var entries: [UInt64]
        /// The lines that either dossier has, in the order of the page.
        var lines: [Line]

        /// What is open of two appearances in this sitting; `nil` when nothing is.
        static func read(
            _ one: Appearance,
            _ other: Appearance,
            _ visit: Visit
        ) async throws -> Opened? {
            guard await visit.node.answer(.openSection, by: visit.member) == .permitted else {
                return nil
            }
            let sides = [try await Side(one, visit), try await Side(other, visit)]
            let opened = sides.filter { !$0.entries.isEmpty }
            guard !opened.isEmpty else { return nil }
            let values = sides.map(\.values)
            return Opened(
                dossiers: opened.compactMap(\.dossier),
                entries: opened.flatMap(\.entries).sorted(),
                lines: NoteField.allCases.compactMap { field in
                    let (one, other) = (values[0][field] ?? [], values[1][field] ?? [])
                    return one.isEmpty && other.isEmpty
                        ? nil : Line(field: field, one: one, other: other)
                }
            )
        }
    }

    /// One line of both; what was written last comes first.
    struct Line: Encodable, Sendable {
        var field: NoteField
        var one: [String]
        var other: [String]
    }

    /// One dossier's lines as far as they are open; nothing of an encounter, which holds no names.
    private struct Side {
        var dossier: DossierID?
        var entries: Set<UInt64> = []
        var values: [NoteField: [String]] = [:]

        init(_ appearance: Appearance, _ visit: Visit) async throws {
            guard let dossier = appearance.dossier else { return }
            self.dossier = dossier
            for section in PairOpening.sections {
                // What cannot be read any more is for the dossier's own page to say.
                guard
                    let opened = try? await visit.node.readAgain(
                        section,
                        of: dossier,
                        by: visit.member
                    )
                else { continue }
                entries.insert(opened.entry)
                for (_, note) in (opened.notes[section] ?? []).reversed() {
                    for (field, value) in note.lines
                    where !values[field, default: []].contains(value) {
                        values[field, default: []].append(value)
                    }
                }
            }
        }
    }

    static func openedView(_ opened: Opened, _ model: Model, _ words: Words) -> HTML {
        HTML {
            dataTable(
                words("samePerson.opened"),
                columns(model, words),
                rows: opened.lines.map { line in
                    [HTML(text: words("care.field.\(line.field.rawValue)"))]
                        + [(line.one, model.one), (line.other, model.other)].map { values, side in
                            cell(values, of: side, opened, words)
                        }
                }
            )
            p(.class("hint")) {
                for entry in opened.entries {
                    a(.href("/record/entries/\(entry)")) {
                        words("samePerson.openingEntry", ["entry": String(entry)])
                    }
                    " "
                }
            }
        }
    }

    private static func cell(
        _ values: [String],
        of side: AppearanceLine,
        _ opened: Opened,
        _ words: Words
    ) -> HTML {
        guard !values.isEmpty else {
            let isOpen = opened.dossiers.contains { Appearance.dossier($0).description == side.id }
            return span(.class("muted")) {
                words(isOpen ? "samePerson.unwritten" : "samePerson.notOpen")
            }
        }
        return ul(.class("plain-list")) {
            for value in values { li { value } }
        }
    }
}
