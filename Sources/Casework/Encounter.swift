/// Meeting a migrant at a place and time, identified or not.
package struct Encounter: Hashable, Codable, Sendable {
    package var id: EncounterID
    package var place: String
    package var direction: Direction
    package var travel: Travel
    /// ISO 3166-1 alpha-2, or `nil` when it is not known.
    package var nationality: String?
    package var ageBand: AgeBand
    package var sex: Sex
    /// How the agency came to meet the person; `nil` in encounters from before this was asked.
    package var discovery: Discovery?
    package var incidents: Set<Incident>
    /// What the officer saw and heard, in the officer's words; no name belongs here.
    package var account: String

    package init(
        id: EncounterID,
        place: String,
        direction: Direction,
        travel: Travel,
        nationality: String?,
        ageBand: AgeBand,
        sex: Sex,
        discovery: Discovery?,
        incidents: Set<Incident>,
        account: String
    ) {
        self.id = id
        self.place = place
        self.direction = direction
        self.travel = travel
        self.nationality = nationality
        self.ageBand = ageBand
        self.sex = sex
        self.discovery = discovery
        self.incidents = incidents
        self.account = account
    }
}

/// How an agency came to meet somebody, on which it hangs whether the encounter may stand in a list
/// from which the unseen are estimated.
///
/// Lists say something about those on none of them only as far as they were made independently: whom
/// another agency sent is on this agency's list *because* of being on the other's.
package enum Discovery: String, Codable, CaseIterable, Sendable {
    /// The agency's own people found the person, or the person came of their own accord.
    case ownWork
    /// Another agency sent or brought the person, or told of them.
    case otherAgency
    /// Somebody who is no agency of the coalition brought the person: a neighbour, a parish, a driver.
    case otherPerson
    case notKnown
}

/// Which way the person was travelling.
package enum Direction: String, Codable, CaseIterable, Sendable {
    case northbound, southbound, staying, unknown
}

/// How the person was travelling.
package enum Travel: String, Codable, CaseIterable, Sendable {
    case onFoot, raft, freightTrain, bus, privateVehicle, lorry, boat, plane, other, unknown
}

/// Sex as recorded.
package enum Sex: String, Codable, CaseIterable, Sendable {
    case female, male, other, unknown
}

/// What happened on the way, as the source document counts it and as officers are asked to.
package enum Incident: String, Codable, CaseIterable, Sendable {
    case injuredOnTrain, robbery, rape, otherSexualViolence, assault, kidnapping, extortion
    case extortionByOfficial, separatedFromFamily, deathOfCompanion, lackOfFoodOrWater
}
