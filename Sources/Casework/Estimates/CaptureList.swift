/// What an agency's list for estimating the unseen is made of, so that anybody in the agency can make
/// it again.
package struct ListDefinition: Hashable, Codable, Sendable {
    package var name: String
    package var window: Window
    /// Words that the place of an encounter must contain; empty for everywhere.
    package var place: String
    /// What the last concluded screening must have come to; empty for every encounter, screened or
    /// not.
    package var findings: Set<ElementState>
    /// Whom the list means to hold, in words that another agency can follow.
    package var meaning: String

    package init(
        name: String,
        window: Window,
        place: String,
        findings: Set<ElementState>,
        meaning: String
    ) {
        self.name = name
        self.window = window
        self.place = place
        self.findings = findings
        self.meaning = meaning
    }
}

/// How many people a list holds, and how many it leaves out because of how they came about.
///
/// A person whose encounters members found to be of one person counts once; without that, each
/// encounter counts as one person.
package struct CaptureCount: Hashable, Codable, Sendable {
    /// People whom the agency met by its own work.
    package var people = 0
    /// Left out because another agency sent them.
    package var sentByAgencies = 0
    /// Left out because somebody else brought them.
    package var broughtByOthers = 0
    /// Left out because it is not known, or was not asked, how they came.
    package var ofUnknownOrigin = 0
    /// Encounters beyond the first of somebody who is counted already.
    package var repeats = 0

    package init() {}

    /// All who fit the definition, however they came.
    package var all: Int { people + sentByAgencies + broughtByOthers + ofUnknownOrigin }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        people = try container.decode(Int.self, forKey: .people)
        sentByAgencies = try container.decode(Int.self, forKey: .sentByAgencies)
        broughtByOthers = try container.decode(Int.self, forKey: .broughtByOthers)
        ofUnknownOrigin = try container.decode(Int.self, forKey: .ofUnknownOrigin)
        // Lists from before encounters could be found to be of one person.
        repeats = try container.decodeIfPresent(Int.self, forKey: .repeats) ?? 0
    }
}

/// A list that an analyst drew from the agency's register, with what it held on that day.
package struct CaptureList: Hashable, Codable, Sendable {
    package var id: CaptureListID
    package var definition: ListDefinition
    package var count: CaptureCount

    package init(id: CaptureListID, definition: ListDefinition, count: CaptureCount) {
        self.id = id
        self.definition = definition
        self.count = count
    }
}

extension Desk {
    /// Counts the people whom a definition names.
    ///
    /// Only those of the agency's own work count as captures: whom another agency sent stands on both
    /// lists because of the sending, and would make the lists look more complete than they are. Of
    /// somebody met several times, one encounter by own work is enough.
    package func count(_ definition: ListDefinition) -> CaptureCount {
        let place = definition.place.trimmed.lowercased()
        let persons = persons
        var met: [Appearance: [Discovery?]] = [:]
        for record in encounters.values {
            guard let encounter = record.encounter, let stamp = record.stamp,
                definition.window.contains(stamp.at),
                place.isEmpty || encounter.place.lowercased().contains(place),
                fits(record, definition.findings)
            else { continue }
            met[persons.person(of: .encounter(encounter.id)), default: []]
                .append(encounter.discovery)
        }
        var count = CaptureCount()
        for discoveries in met.values {
            count.repeats += discoveries.count - 1
            if discoveries.contains(.ownWork) {
                count.people += 1
            } else if discoveries.contains(.otherAgency) {
                count.sentByAgencies += 1
            } else if discoveries.contains(.otherPerson) {
                count.broughtByOthers += 1
            } else {
                count.ofUnknownOrigin += 1
            }
        }
        return count
    }

    private func fits(_ record: EncounterRecord, _ findings: Set<ElementState>) -> Bool {
        guard !findings.isEmpty else { return true }
        let concluded = record.screenings.compactMap { screenings[$0]?.conclusion }
        return concluded.last.map { findings.contains($0.finding.palermo.conclusion) } ?? false
    }
}
