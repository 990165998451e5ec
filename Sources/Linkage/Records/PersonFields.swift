/// What is written of one person in a file, as people write it: the fields by which she is found again.
///
/// Every value is optional; an empty text is *not known*. Values are prepared as those of a table are:
/// any script, accents, order and ways of writing a date will do.
public struct PersonFields: Hashable, Codable, Sendable {
    /// One or more given names, separated by spaces.
    public var givenNames: String
    /// One or more surnames with their particles, separated by spaces.
    public var surnames: String
    /// Other names she goes by: nicknames, names in another script, a name used before.
    public var otherNames: String
    /// A whole date, or a year, or a year and a month.
    public var birthDate: String
    /// As the file writes it: *F*, *mujer*, *female*.
    public var sex: String
    /// A country by its name or code.
    public var nationality: String
    /// The number of an identity document.
    public var document: String
    /// A telephone number, with or without the country's code.
    public var phone: String

    /// Makes a person's fields; what is left out is not known.
    public init(
        givenNames: String = "",
        surnames: String = "",
        otherNames: String = "",
        birthDate: String = "",
        sex: String = "",
        nationality: String = "",
        document: String = "",
        phone: String = ""
    ) {
        self.givenNames = givenNames
        self.surnames = surnames
        self.otherNames = otherNames
        self.birthDate = birthDate
        self.sex = sex
        self.nationality = nationality
        self.document = document
        self.phone = phone
    }
}
