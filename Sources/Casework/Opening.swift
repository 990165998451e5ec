/// The reading of sections of one dossier by one member, for one purpose.
package struct Opening: Hashable, Codable, Sendable {
    package var dossier: DossierID
    package var sections: Set<Section>
    /// Every part of those sections whose key the member's agency held.
    package var parts: Set<CompartmentID>
    package var purpose: Purpose
    package var words: String

    package init(
        dossier: DossierID,
        sections: Set<Section>,
        parts: Set<CompartmentID>,
        purpose: Purpose,
        words: String
    ) {
        self.dossier = dossier
        self.sections = sections
        self.parts = parts
        self.purpose = purpose
        self.words = words
    }
}

/// What a section is opened for; the reader says it before, and it stays in the record.
package enum Purpose: String, Codable, CaseIterable, Sendable {
    case care, safety, legalHelp, continuing, supervision
    /// To see whether two dossiers are of the same person.
    case recognition
}
