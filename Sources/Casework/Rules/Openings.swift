/// Reads sections of a dossier, for one purpose.
///
/// The decision is only the *opened* entry: the text comes after it is durable.
package struct OpenSections: Command {
    package var dossier: DossierID
    package var sections: Set<Section>
    package var purpose: Purpose
    package var words: String

    package init(dossier: DossierID, sections: Set<Section>, purpose: Purpose, words: String) {
        self.dossier = dossier
        self.sections = sections
        self.purpose = purpose
        self.words = words
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Opening) {
        let opening = try opening(on: desk)
        let fact = Fact.sectionsOpened(opening)
        return (Decision("section.opened", [Placed(fact, in: .course(dossier))]), opening)
    }

    /// What would be opened, with every part that the agency holds now.
    ///
    /// - Throws: `Refusal.sectionNotHeld` if there is a section of which it holds nothing.
    package func opening(on desk: Desk) throws(Refusal) -> Opening {
        guard let record = desk.dossiers[dossier] else { throw .notFound }
        guard !sections.isEmpty else { throw .missing(field: "sections") }
        var parts: Set<CompartmentID> = []
        for section in sections {
            let held = record.parts(of: section, heldBy: desk.agency)
            guard !held.isEmpty else { throw .sectionNotHeld }
            parts.formUnion(held)
        }
        return Opening(
            dossier: dossier,
            sections: sections,
            parts: parts,
            purpose: purpose,
            words: try checked(words, "words", required: false, limit: 400)
        )
    }
}
