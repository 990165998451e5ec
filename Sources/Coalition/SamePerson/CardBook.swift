import Casework

/// The cards of an agency's persons, as they can be compared: folded beside the desk, and gone with it.
///
/// A dossier and the encounter it was opened for have one card between them. What was written last of
/// a trait stands; what it leaves out is filled from before.
struct CardBook: Sendable {
    private var cards: [Appearance: Card] = [:]
    private var dossiers: [EncounterID: DossierID] = [:]
    /// Whose card has or had a key; one that lost it is compared in vain.
    private var index: [UInt64: Set<Appearance>] = [:]
    /// Whose card changed, in the order in which it did.
    private var changes: [Appearance] = []

    /// Folds what a fact says of cards; most say nothing.
    mutating func apply(_ fact: Fact) {
        switch fact {
        case .cardKept(let appearance, let stored):
            // One that cannot be read is one that nobody is found by; the entry still stands.
            guard let card = Card(stored) else { return }
            keep(card, of: unit(of: appearance))
        case .dossierLinked(let dossier, let encounter, _):
            dossiers[encounter] = dossier
            guard let card = cards.removeValue(forKey: .encounter(encounter)) else { return }
            changes.append(.encounter(encounter))
            keep(card, of: .dossier(dossier))
        default:
            break
        }
    }

    private func unit(of appearance: Appearance) -> Appearance {
        appearance.encounter.flatMap { dossiers[$0] }.map { .dossier($0) } ?? appearance
    }

    private mutating func keep(_ card: Card, of unit: Appearance) {
        let card = cards[unit].map { card.completed(from: $0) } ?? card
        cards[unit] = card
        changes.append(unit)
        for key in card.keys { index[key, default: []].insert(unit) }
    }

    /// How alike two are; `nil` if one of them has no card.
    func resemblance(_ pair: AppearancePair) -> Resemblance? {
        guard let one = cards[unit(of: pair.first)], let other = cards[unit(of: pair.second)] else {
            return nil
        }
        return one.resemblance(to: other)
    }

    /// Everybody who is like one, as far as the book goes.
    struct Found: Sendable {
        /// How many changes of the book were looked at.
        fileprivate var through = 0
        fileprivate(set) var resemblances: [Appearance: Resemblance] = [:]
    }

    /// Looks for everybody of whom a member should be asked.
    ///
    /// - Parameters:
    ///   - appearance: whom to look for.
    ///   - known: what was found before, so that only what changed since is compared.
    /// - Returns: what is found now, to be handed in as `known` the next time.
    func find(likeThatOf appearance: Appearance, beyond known: Found?) -> Found {
        let unit = unit(of: appearance)
        guard let card = cards[unit] else { return Found(through: changes.count) }
        let keys = card.keys
        var found = Found(through: changes.count)
        var others: Set<Appearance>
        if let known, !changes[known.through...].contains(unit) {
            found.resemblances = known.resemblances
            others = Set(changes[known.through...])
        } else {
            others = keys.reduce(into: []) { $0.formUnion(index[$1] ?? []) }
        }
        others.remove(unit)
        for other in others {
            found.resemblances[other] = cards[other].flatMap { theirs in
                guard !theirs.keys.isDisjoint(with: keys) else { return nil }
                let resemblance = card.resemblance(to: theirs)
                return resemblance.probability >= Resemblance.asked ? resemblance : nil
            }
        }
        return found
    }
}
