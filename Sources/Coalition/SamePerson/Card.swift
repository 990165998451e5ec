import Casework
import Foundation
import Linkage

/// A card as it can be compared.
struct Card: Sendable {
    private let card: RecognitionCard

    private init(_ card: RecognitionCard) {
        self.card = card
    }

    /// A card as it was kept; `nil` if it is none.
    init?(_ stored: PersonCard) {
        guard
            let card = try? JSONDecoder().decode(RecognitionCard.self, from: Data(stored.bytes))
        else { return nil }
        self.init(card)
    }

    /// Makes the card that is kept of a person's lines, under the agency's key.
    static let make: CardMaker = { lines, key in
        guard let key = RecognitionKey(bytes: key.bytes) else { return nil }
        let card = RecognitionCard(PersonFields(lines), key: key)
        return (try? JSONEncoder().encode(card)).map { PersonCard(bytes: Array($0)) }
    }

    /// This card, with what it does not say filled from an older one.
    func completed(from older: Card) -> Card {
        Card(card.filled(from: older.card))
    }

    /// What cards that are worth comparing share at least one of.
    var keys: Set<UInt64> { card.keys }

    /// How alike two cards of one key are.
    func resemblance(to other: Card) -> Resemblance {
        let likeness = card.likeness(to: other.card)
        return Resemblance(
            probability: likeness.probability,
            agreements: CardField.allCases.compactMap { field in
                Agreement.Degree(likeness.agreement(of: field)).map {
                    Agreement(trait: Trait(field), degree: $0)
                }
            }
        )
    }
}

extension Trait {
    fileprivate init(_ field: CardField) {
        self =
            switch field {
            case .givenNames: .givenNames
            case .surnames: .surnames
            case .birthDate: .birthDate
            case .sex: .sex
            case .nationality: .nationality
            case .document: .document
            case .phone: .phone
            }
    }
}

extension Agreement.Degree {
    /// `nil` where one card says nothing.
    fileprivate init?(_ agreement: CardAgreement) {
        switch agreement {
        case .missing: return nil
        case .same, .sameTwice: self = .same
        case .alike: self = .alike
        case .partly, .otherYear, .sameYear, .nearYear: self = .partly
        case .different: self = .different
        }
    }
}

extension PersonFields {
    /// The lines as the library of linkage takes them.
    init(_ lines: PersonLines) {
        let text = lines.lines
        self.init(
            givenNames: text[.givenNames] ?? "",
            surnames: text[.familyNames] ?? "",
            otherNames: text[.otherNames] ?? "",
            birthDate: text[.birthDate] ?? "",
            sex: lines.sex == .unknown ? "" : lines.sex.rawValue,
            nationality: lines.nationality ?? "",
            document: text[.documentNumber] ?? "",
            phone: text[.telephone] ?? ""
        )
    }
}
