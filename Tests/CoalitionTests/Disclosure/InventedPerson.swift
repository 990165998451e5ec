import Casework
import TestSupport

/// Somebody who does not exist, with all that a dossier may say of a person.
struct InventedPerson: Hashable, Sendable {
    let givenNames: String
    let familyNames: String
    let birthDate: String
    let documentNumber: String
    let telephone: String
    let place: String

    var fullName: String { "\(givenNames) \(familyNames)" }

    /// All of it, as it was written.
    var secrets: [String] {
        [givenNames, familyNames, fullName, birthDate, documentNumber, telephone, place]
    }

    init(using generator: inout SplitMix64) {
        func draw(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
        func word(_ syllables: Int) -> String {
            let text = (0..<syllables).map { _ in
                "\(Self.heads[draw(0...11)])\(Self.tails[draw(0...9)])"
            }
            .joined()
            return text.prefix(1).uppercased() + text.dropFirst()
        }
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        givenNames = "\(word(3)) \(word(4))"
        familyNames = "\(word(4)) \(word(4))"
        birthDate = "\(draw(1950...2012))-\(twoDigits(draw(1...12)))-\(twoDigits(draw(1...28)))"
        documentNumber = "G\(draw(10_000_000...99_999_999))"
        telephone = "962\(draw(1_000_000...9_999_999))"
        place = "Paraje \(word(4))"
    }

    var identity: [NoteField: String] {
        [
            .givenNames: givenNames, .familyNames: familyNames, .birthDate: birthDate,
            .documentNumber: documentNumber,
        ]
    }

    func note(in section: Section) -> SectionNote {
        SectionNote(
            section: section,
            lines: section == .whereabouts ? [.telephone: telephone] : [:],
            text: "\(fullName), \(place)"
        )
    }

    private static let heads = ["b", "ch", "d", "f", "g", "l", "m", "ñ", "qu", "r", "tl", "x"]
    private static let tails = ["a", "e", "i", "o", "u", "án", "el", "ís", "or", "úm"]
}
