/// Opens a person's file, with what is known so far, each section under a key of its own.
package struct OpenDossier: Command {
    package var encounter: EncounterID
    package var notes: [SectionNote]

    package init(encounter: EncounterID, notes: [SectionNote]) {
        self.encounter = encounter
        self.notes = notes
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, DossierID) {
        guard let record = desk.encounters[encounter], let met = record.encounter else {
            throw .notFound
        }
        guard record.dossier == nil else { throw .dossierAlreadyOpen }
        let consent = try desk.consentInForce(for: encounter, at: setting.now)

        let dossier = DossierID.random()
        var decision = Decision(
            "dossier.opened",
            [
                Placed(
                    .dossierOpened(
                        dossier,
                        lead: setting.agency,
                        ageBand: met.ageBand,
                        sex: met.sex
                    ),
                    in: .course(dossier)
                ),
                Placed(
                    .dossierLinked(dossier, encounter: encounter, consent: consent.id),
                    in: setting.register
                ),
            ],
            founded: [.course(dossier): .random()]
        )
        let written = try notes.checked()
        guard !written.isEmpty else { throw .sectionEmpty }
        for note in written.sorted(by: { $0.section < $1.section }) {
            decision.found(note, dossier: dossier, agency: setting.agency)
        }
        decision.keepCard(
            of: .dossier(dossier),
            PersonLines(notes: written, sex: met.sex, nationality: met.nationality),
            on: desk,
            in: setting
        )
        return (decision, dossier)
    }
}

/// Writes more in a section: in this agency's part of it, which begins if there is none.
package struct WriteSection: Command {
    package var dossier: DossierID
    package var note: SectionNote

    package init(dossier: DossierID, note: SectionNote) {
        self.dossier = dossier
        self.note = note
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let record = desk.dossiers[dossier] else { throw .notFound }
        guard let note = try [note].checked().first else { throw .sectionEmpty }
        var decision = Decision("section.written", [])
        let own = record.parts.values.first {
            $0.section == note.section && $0.agency == setting.agency
        }
        if let own {
            decision.write(note, part: own)
        } else {
            decision.found(note, dossier: dossier, agency: setting.agency)
        }
        let met = record.encounter.flatMap { desk.encounters[$0]?.encounter }
        decision.keepCard(
            of: .dossier(dossier),
            PersonLines(notes: [note], sex: record.sex, nationality: met?.nationality),
            on: desk,
            in: setting
        )
        return (decision, ())
    }
}

extension PersonLines {
    /// The named lines of some notes.
    fileprivate init(notes: [SectionNote], sex: Sex, nationality: String?) {
        self.init(
            lines: notes.reduce(into: [:]) { lines, note in
                lines.merge(note.lines) { first, _ in first }
            },
            sex: sex,
            nationality: nationality
        )
    }
}

extension [SectionNote] {
    /// The notes that say something, each text within its limit.
    fileprivate func checked() throws(Refusal) -> [SectionNote] {
        var notes: [SectionNote] = []
        for note in self {
            var lines: [NoteField: String] = [:]
            for (field, text) in note.lines {
                guard field.section == note.section else { throw .invalid(field: field.rawValue) }
                lines[field] = try Casework.checked(
                    text,
                    field.rawValue,
                    required: false,
                    limit: 200
                )
            }
            let text = try Casework.checked(
                note.text,
                note.section.rawValue,
                required: false,
                limit: 15_000
            )
            let clean = SectionNote(section: note.section, lines: lines, text: text)
            if !clean.isEmpty { notes.append(clean) }
        }
        return notes
    }
}

extension Decision {
    /// Adds a note in a part that exists.
    fileprivate mutating func write(_ note: SectionNote, part: SectionPart) {
        facts.append(Placed(.sectionWritten(part), in: .course(part.dossier)))
        facts.append(
            Placed(.noted(note), in: .section(part.dossier, part.section, part.agency))
        )
    }

    /// Adds a note in a part that begins with it.
    fileprivate mutating func found(_ note: SectionNote, dossier: DossierID, agency: AgencyID) {
        let compartment = Compartment.section(dossier, note.section, agency)
        let identifier = founded[compartment] ?? .random()
        founded[compartment] = identifier
        let part = SectionPart(
            dossier: dossier,
            section: note.section,
            agency: agency,
            compartment: identifier
        )
        write(note, part: part)
    }
}
