/// What one agency wrote down of an invented person.
package struct InventedRecord: Sendable {
    /// Who it is in truth.
    package var person: Int
    package var origin: Origin
    package var source: Source
    /// As written; empty when missing, as in all others.
    package var givenNames: [String]
    package var surnames: [String]
    /// `1994-03-07`, or less of it: `1994-03`, `1994`.
    package var dateOfBirth: String
    /// `F` or `M`.
    package var sex: String
    /// ISO 3166-1, three letters.
    package var nationality: String
    package var place: String
    package var phone: String
    package var document: String

    /// Who wrote it down.
    package enum Source: String, CaseIterable, Sendable {
        /// A register with the person's papers on the desk.
        case register
        /// A border officer, by ear and in haste.
        case border
        /// A shelter's form, filled in with her over days.
        case shelter
        /// A complaint told by herself or by another person.
        case complaint
    }

    /// The columns of the difficult sets.
    package static let columns = [
        "id", "given_names", "surnames", "date_of_birth", "sex", "nationality", "place_of_birth",
        "phone", "document",
    ]

    /// The values in the order of `columns`.
    package func values(identifier: String) -> [String] {
        [
            identifier, givenNames.joined(separator: " "), surnames.joined(separator: " "),
            dateOfBirth, sex, nationality, place, phone, document,
        ]
    }

    /// The columns of the large sets, with two surnames apart.
    package static let largeColumns = [
        "id", "given_names", "surname_1", "surname_2", "date_of_birth", "sex", "place", "phone",
        "document",
    ]

    /// The values in the order of `largeColumns`.
    package func largeValues(identifier: String) -> [String] {
        [
            identifier, givenNames.joined(separator: " "), surnames.first ?? "",
            surnames.dropFirst().joined(separator: " "), dateOfBirth, sex, place, phone, document,
        ]
    }
}
