/// Notice of an unusual opening, for the agency that leads the dossier and for the commission.
///
/// Whom the dossier is about, or even which it is, is not in it: the commission reads it too. The
/// course of each dossier concerned names the flag.
package struct OpeningFlag: Hashable, Codable, Sendable {
    package var id: FlagID
    package var patterns: Set<OpeningPattern>
    /// The entries of the openings that make the patterns, the newest included.
    package var entries: Set<UInt64>

    package init(id: FlagID, patterns: Set<OpeningPattern>, entries: Set<UInt64>) {
        self.id = id
        self.patterns = patterns
        self.entries = entries
    }
}

/// A flag, whose opening it is about, and what was said of it.
package struct FlagRecord: Hashable, Sendable {
    package let id: FlagID
    package var flag: OpeningFlag?
    /// Of the flag's entry, which the opener's own key signs in the same commit as the opening.
    package var stamp: Stamp?
    package var reviews: [Happening] = []

    init(id: FlagID) {
        self.id = id
    }

    mutating func apply(_ fact: Fact, _ stamp: Stamp) {
        switch fact {
        case .openingFlagged(let flag):
            self.flag = flag
            self.stamp = stamp
        case .flagReviewed:
            reviews.insert(inOrder: Happening(stamp: stamp, fact: fact))
        default:
            break
        }
    }

    /// Whether a member of an agency has said what they found.
    package func isReviewed(by agency: AgencyID) -> Bool {
        reviews.contains { $0.stamp.agency == agency }
    }
}
