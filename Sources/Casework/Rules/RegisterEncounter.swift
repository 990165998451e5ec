/// An officer met somebody.
package struct RegisterEncounter: Command {
    package var place: String
    package var direction: Direction
    package var travel: Travel
    package var nationality: String?
    package var ageBand: AgeBand
    package var sex: Sex
    package var discovery: Discovery
    package var incidents: Set<Incident>
    package var account: String
    /// Lines by which the person may be found again: they are made into a card, and kept nowhere.
    package var recognition: [NoteField: String]?

    package init(
        place: String,
        direction: Direction,
        travel: Travel,
        nationality: String?,
        ageBand: AgeBand,
        sex: Sex,
        discovery: Discovery,
        incidents: Set<Incident>,
        account: String,
        recognition: [NoteField: String]? = nil
    ) {
        self.place = place
        self.direction = direction
        self.travel = travel
        self.nationality = nationality
        self.ageBand = ageBand
        self.sex = sex
        self.discovery = discovery
        self.incidents = incidents
        self.account = account
        self.recognition = recognition
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, EncounterID) {
        let country = nationality?.trimmed.uppercased()
        if let country, !country.isEmpty {
            guard country.utf8.count == 2,
                country.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
            else { throw .invalid(field: "nationality") }
        }
        let encounter = Encounter(
            id: .random(),
            place: try checked(place, "place", limit: 200),
            direction: direction,
            travel: travel,
            nationality: country?.isEmpty == true ? nil : country,
            ageBand: ageBand,
            sex: sex,
            discovery: discovery,
            incidents: incidents,
            account: try checked(account, "account", required: false)
        )
        var decision = Decision(
            "encounter.registered",
            [Placed(.encounterRegistered(encounter), in: setting.register)]
        )
        decision.keepCard(
            of: .encounter(encounter.id),
            PersonLines(
                lines: try recognitionLines(),
                sex: sex,
                nationality: encounter.nationality
            ),
            on: desk,
            in: setting
        )
        return (decision, encounter.id)
    }

    /// The lines that an encounter's card can be made of.
    package static let recognisedBy: [NoteField] = [
        .givenNames, .familyNames, .birthDate, .documentNumber,
    ]

    private func recognitionLines() throws(Refusal) -> [NoteField: String] {
        var lines: [NoteField: String] = [:]
        for (field, text) in recognition ?? [:] {
            guard Self.recognisedBy.contains(field) else {
                throw .invalid(field: field.rawValue)
            }
            lines[field] = try checked(text, field.rawValue, required: false, limit: 200)
        }
        return lines
    }
}
