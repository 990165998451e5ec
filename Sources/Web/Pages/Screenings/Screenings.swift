import Casework
import Coalition

extension Site {
    func addScreenings(to routes: Routes) {
        add("encounters/:encounter/screening", Screenings.choose, to: routes)
        add("encounters/:encounter/screening", Screenings.start, to: routes)
        add("screenings/:screening", Screenings.questions, to: routes)
        add("screenings/:screening", Screenings.answer, to: routes)
        add("screenings/:screening/finding", Screenings.finding, to: routes)
        add("screenings/:screening/finding", Screenings.conclude, to: routes)
    }
}

/// Screenings: which indicators to ask, the questions, what the answers show, and what a person
/// concludes.
enum Screenings {
    /// The way from a screening's pages back to its encounter.
    static func backToEncounter(_ id: EncounterID, _ words: Words) -> HTML {
        backLink(words("encounters.one", ["reference": id.reference]), "/encounters/\(id)")
    }
}
