extension RecordTable {
    /// The fields of ``PersonFields`` as columns, with the names that every agency's table then has.
    public static let personFields = [
        Field(name: "givenNames", kind: .givenNames), Field(name: "surnames", kind: .surnames),
        Field(name: "otherNames", kind: .fullName),
        Field(name: "birthDate", kind: .dateOfBirth), Field(name: "sex", kind: .sex),
        Field(name: "nationality", kind: .place), Field(name: "document", kind: .document),
        Field(name: "phone", kind: .phone),
    ]

    /// Makes a table of persons, prepared as the records of a file are.
    ///
    /// - Parameter people: Of each an identifier, and what is written of her.
    public init(people: [(identifier: String, fields: PersonFields)]) {
        let records = people.map { identifier, person in
            let values = [
                person.givenNames, person.surnames, person.otherNames, person.birthDate,
                person.sex, person.nationality, person.document, person.phone,
            ]
            return (identifier, values)
        }
        self.init(fields: Self.personFields, sources: [records])
    }
}
