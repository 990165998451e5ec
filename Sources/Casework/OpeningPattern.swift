/// A way of opening dossiers that somebody other than the opener should look at.
///
/// A pattern accuses nobody: it asks for a look.
package enum OpeningPattern: String, Codable, CaseIterable, Sendable {
    /// Many dossiers within an hour.
    case manyDossiers
    /// Nothing that the member did before has to do with the dossier.
    case noTie
    /// In the hours of night, and not because the person has just arrived.
    case atNight
    /// One dossier again and again, and nothing written in it.
    case repeated
}

extension OpeningPattern {
    /// A file is read in ten minutes or so: eight within an hour are more than one can read, and what
    /// copying looks like.
    package static let dossiersInAnHour = 8

    /// Night by the clocks of the border, from ten in the evening to five in the morning, when offices
    /// are empty and shelters take in those who arrive.
    package static let night = (from: 22, to: 5)

    /// Whoever arrives at night is met, referred and cared for within one shift, which is no pattern.
    package static let arrivalHours = 8

    /// Five readings within two weeks without a line written: whoever cares for a person leaves notes.
    package static let readings = 5
    package static let readingDays = 14

    /// The same pattern of one member in one dossier is flagged again on the next day, not at each
    /// opening, so that flags stay few enough to be read.
    package static let quietHours = 24

    /// Whether the clocks of central Mexico show an hour of night.
    static func isNight(_ moment: Moment) -> Bool {
        let hour = moment.adding(hours: Moment.localHoursFromUTC).civil.hour
        return hour >= night.from || hour < night.to
    }
}
