import Casework
import Vault

/// What one member has opened since they signed in.
///
/// Kept in memory beside the agency's keys, and gone with them: when the member signs out, when the
/// session ends by itself, when the node stops.
struct Sitting {
    /// For how long an entry stands for reading the same sections for the same purpose: half a shift,
    /// so that who reads a file in the morning and again in the evening leaves two entries.
    static let hours = 4

    private var openings: [Standing] = []
    /// The end of the queue of openings: one at a time, so that two at once leave one entry.
    var turn: Task<Void, Never>?

    /// An opening whose entry is durable.
    struct Standing: Sendable {
        let opening: Opening
        let entry: UInt64
        let at: Moment
        let receipt: OpeningReceipt

        /// When the sections have to be opened anew.
        var until: Moment { at.adding(hours: Sitting.hours) }
    }

    /// Notes an opening; those that have run out are forgotten.
    mutating func note(_ standing: Standing) {
        openings.removeAll { $0.until <= standing.at }
        openings.append(standing)
    }

    /// The newest opening that stands for this one too.
    ///
    /// The same parts and the same purpose. What was said with it must be the same, or nothing: words
    /// that a member adds are never left out of the record.
    func standing(for opening: Opening, at now: Moment) -> Standing? {
        openings.last {
            $0.opening.purpose == opening.purpose && covers($0, opening, now)
                && (opening.words.isEmpty || opening.words == $0.opening.words)
        }
    }

    /// The newest opening, for whichever purpose, under which a section can still be read.
    func standing(toRead parts: Set<CompartmentID>, of dossier: DossierID, at now: Moment)
        -> Standing?
    {
        openings.last {
            $0.opening.dossier == dossier && $0.opening.parts.isSuperset(of: parts)
                && now < $0.until
        }
    }

    private func covers(_ standing: Standing, _ opening: Opening, _ now: Moment) -> Bool {
        standing.opening.dossier == opening.dossier && now < standing.until
            && standing.opening.parts.isSuperset(of: opening.parts)
    }
}
