import Casework
import Ledger
import Vault

/// How many boxes an entry is seen to commit to, by its kind alone.
///
/// Anybody can count an entry's commitments. Without more, the count would tell how many sections of
/// a new dossier were written in, or that a person who refused let an anonymous notice go, or whether a name was heard at the border.
/// So entries
/// about persons, of kinds that hold now more and now fewer boxes, are filled up with boxes that hold
/// nothing and that nobody has the key of. To whoever reads the public log they are commitments like
/// all others; whoever has the vault itself sees that their compartments stand in no list of keys.
enum Cover {
    /// A card of a person, and the key of the agency's cards, which comes with the first.
    private static let card = 2

    private static let sizes = [
        // The encounter, the person's card, and the key of the agency's cards with the first of them.
        "encounter.registered": 1 + card,
        // The beginning and its link, two boxes for each section, and the card.
        "dossier.opened": 2 + 2 * Section.allCases.count + card,
        // What was written and that it was, and the card.
        "section.written": 2 + card,
        // The consent, the notice and its mark, or the promises that are made anew; seldom more.
        "consent.recorded": 4,
        "consent.refused": 4,
        // The flag, and a line in the course of each dossier concerned.
        "opening.flagged": 1 + OpeningPattern.dossiersInAnHour,
    ]

    /// How many empty boxes to add to `count` that say something: up to the size of the kind, or to a
    /// multiple of it.
    static func needed(_ kind: EntryKind, over count: Int) -> Int {
        guard let size = sizes[kind.name] else { return 0 }
        return (size - count % size) % size
    }
}
