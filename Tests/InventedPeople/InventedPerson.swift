/// A person who does not exist, as she would write everything herself.
package struct InventedPerson: Hashable, Sendable {
    package var origin: Origin
    package var isWoman: Bool
    /// One to three, in order; a name may be of several words (`María de los Ángeles`).
    package var givenNames: [String]
    /// One, or the father's and the mother's; a surname may be of several words (`de la Cruz`).
    package var surnames: [String]
    /// A husband's first surname, where she uses it at times.
    package var husbandSurname: String?
    /// Of a Chinese name: the syllables of the surname, then of the given name.
    var syllables: [ChineseNames.Syllable] = []
    package var birth: Birth
    package var place: String
    /// The district or state of the place.
    package var region: String
    /// Empty when there is none.
    package var phone: String
    /// The number of a document; empty when there is none.
    package var document: String

    /// A whole date of birth.
    package struct Birth: Hashable, Sendable {
        package var year: Int
        package var month: Int
        package var day: Int
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.origin == right.origin && left.givenNames == right.givenNames
            && left.surnames == right.surnames && left.birth == right.birth
            && left.place == right.place && left.phone == right.phone
            && left.document == right.document
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(givenNames)
        hasher.combine(surnames)
        hasher.combine(birth)
    }
}
