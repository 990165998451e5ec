/// What two records of a pair can be to each other.
///
/// Fellegi and Sunter (1969) know two classes, the same person and not. Among the candidates most of
/// the second resemble each other for a reason, and a model without these reasons takes a large
/// family for one person; so each reason is a class of its own. Those of one community agree more than
/// others in everything that goes by community, and they are by far the most of those who do.
public enum PairClass: String, Codable, CaseIterable, Sendable {
    /// One person.
    case same
    /// Two persons of one name who have nothing else in common.
    case namesake
    /// Two persons of one family or household: surnames, places and telephones agree more than by
    /// chance; given names, birth dates and documents do not.
    case relative
    /// Two persons of one place.
    case neighbour
    /// Two persons of one people, language or country: their names, places and sex go together.
    case community
    /// Two persons who agree by chance alone.
    case unrelated

    /// Whether pairs of the class may agree in a feature more than unrelated pairs do.
    ///
    /// The order of names is free in none: what is moved or exchanged is found only where names agree,
    /// so it would be taken for evidence of its own. It is shown, and weighs nothing.
    func isFree(in kind: Feature.Kind) -> Bool {
        switch self {
        case .unrelated: true
        case .same: kind != .nameOrder
        case .namesake: kind == .givenNames || kind == .surnames
        case .relative:
            switch kind {
            case .surnames, .phone, .place, .other, .remainder: true
            case .givenNames, .nameOrder, .dateOfBirth, .sex, .document: false
            }
        case .neighbour:
            switch kind {
            case .place, .other, .remainder: true
            case .givenNames, .surnames, .nameOrder, .dateOfBirth, .sex, .phone, .document: false
            }
        case .community:
            switch kind {
            case .givenNames, .surnames, .sex, .place, .other, .remainder: true
            case .nameOrder, .dateOfBirth, .phone, .document: false
            }
        }
    }

    /// Whether the features can tell the class from the same person and from unrelated ones.
    ///
    /// A class needs a feature in which it is like the one and another, telling enough, in which it
    /// is like the other; otherwise it would take the true pairs for its own.
    func isTold(by features: [Feature]) -> Bool {
        switch self {
        case .same, .unrelated: true
        case .community: features.contains { isFree(in: $0.kind) && $0.kind.isTelling }
        case .namesake, .relative, .neighbour:
            features.contains { isFree(in: $0.kind) }
                && features.contains { !isFree(in: $0.kind) && $0.kind.isTelling }
        }
    }
}

extension Feature.Kind {
    /// Whether agreement says much: half of all people are of one sex.
    var isTelling: Bool { self != .sex && self != .nameOrder }
}
