import Casework
import Coalition

/// The sections of a dossier: reading one, and writing in one.
enum Sections {
    /// The section in the path.
    static func asked(in visit: Visit) throws(Refusal) -> Section {
        guard let section = Section(rawValue: try visit.word("section")) else { throw .notFound }
        return section
    }

    // MARK: The fields of a section

    /// The named lines of a section, in the order of the page.
    private static func lines(of section: Section) -> [NoteField] {
        NoteField.allCases.filter { $0.section == section }
    }

    static func fields(of section: Section, in form: FormView) -> HTML {
        HTML {
            for line in lines(of: section) {
                form.text(
                    line.rawValue,
                    hint: hint(line, form.words),
                    kind: line == .telephone ? .tel : .text,
                    required: false
                )
            }
            form.area(
                section.rawValue,
                hint: form.words("care.hint.\(section.rawValue)"),
                max: 15_000,
                rows: 4,
                required: false
            )
        }
    }

    private static func hint(_ line: NoteField, _ words: Words) -> String? {
        switch line {
        case .otherNames: words("care.hint.otherNames")
        case .birthDate: words("care.hint.birthDate")
        case .telephone: words("care.hint.telephone")
        case .givenNames, .familyNames, .documentNumber: nil
        }
    }

    static func labels(_ words: Words) -> [String: String] {
        let notes = Section.allCases.map { section in
            (
                section.rawValue,
                words("care.notes", ["section": words("section.\(section.rawValue)")])
            )
        }
        return words.labels(NoteField.allCases.map(\.rawValue))
            .merging(notes) { line, _ in line }
    }

    /// What was filled in of a section; empty where something was wrong, which the fields then say.
    static func note(_ section: Section, from fields: inout FormFields) -> SectionNote {
        var lines: [NoteField: String] = [:]
        for line in self.lines(of: section) {
            lines[line] = fields.text(line.rawValue, required: false)
        }
        let text = fields.text(section.rawValue, max: 15_000, lines: true, required: false)
        return SectionNote(section: section, lines: lines, text: text ?? "")
    }

    // MARK: Writing

    struct Writing: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var section: Section
        /// The agencies that hold this agency's own part of the section, besides itself.
        var readers: [String]
    }

    static let new = Page(.writeSection) { visit in
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        let section = try asked(in: visit)
        return try await visit.read(.writeSection) { desk, commons, _ in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            let own = record.parts.values.first {
                $0.section == section && $0.agency == desk.agency
            }
            let readers = own.flatMap { record.granted[$0.compartment] } ?? []
            return Writing(
                dossier: id,
                reference: id.reference,
                section: section,
                readers: commons.order.filter(readers.contains).compactMap {
                    commons.agencies[$0]?.name
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        let form = screen.form(labels: labels(words))
        let name = words("section.\(model.section.rawValue)")
        let heading = words("dossiers.writeIn", ["section": name])
        return Layout.page(
            heading,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(
                words("dossiers.one", ["reference": model.reference]),
                "/dossiers/\(model.dossier)"
            )
            h1 { heading }
            notice(.info) {
                p {
                    model.readers.isEmpty
                        ? words("dossiers.writeAlone")
                        : words(
                            "dossiers.writeShared",
                            ["agencies": model.readers.joined(separator: ", ")]
                        )
                }
                p { words("dossiers.writeAdds") }
            }
            form.form(
                "/dossiers/\(model.dossier)/sections/\(model.section.rawValue)/write",
                submit: words("dossiers.writeSave")
            ) {
                fields(of: model.section, in: form)
            }
        }
    }

    static let write = Form(.writeSection, on: new) { fields, visit in
        WriteSection(
            dossier: try visit.identifier("dossier"),
            note: note(try asked(in: visit), from: &fields)
        )
    } perform: { (command: WriteSection, visit) in
        var command = command
        command.dossier = try visit.identifier("dossier")
        command.note.section = try asked(in: visit)
        try await visit.node.perform(command, by: visit.member)
        let person = Appearance.dossier(command.dossier)
        let alike =
            command.note.lines.isEmpty
            ? [] : try await AlikeLine.all(for: person, visit, Sight(visit))
        return Written(alike: alike)
    } next: { written, visit in
        let dossier = try visit.identifier("dossier", of: DossierRecord.self)
        return Questions.next(.dossier(dossier), "/dossiers/\(dossier)", written.alike)
    }

    /// What was written, and who in the agency may be the same person by it.
    struct Written: Encodable, Sendable {
        var alike: [AlikeLine]
    }
}
