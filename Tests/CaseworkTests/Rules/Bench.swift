import TestSupport

@testable import Casework

/// A coalition without seals: what a node does with decisions, done in the plainest way.
///
/// A compartment's key is here just the right to fold what is written in it.
struct Bench {
    /// One fact as it was written.
    struct Line {
        let compartment: CompartmentID
        let happening: Happening
    }

    let lead = AgencyID.random()
    let shelter = AgencyID.random()
    let social = AgencyID.random()
    let police = AgencyID.random()
    let commission = AgencyID.random()
    let commons: Commons
    private(set) var desks: [AgencyID: Desk] = [:]
    private(set) var keys: [AgencyID: [Compartment: CompartmentID]] = [:]
    private(set) var held: [ReferralID: [Grant]] = [:]
    private(set) var lines: [Line] = []
    private(set) var last: Decision?
    private var names: [CompartmentID: Compartment] = [:]
    private var entries: UInt64 = 0
    var now = Moment(milliseconds: 1_795_500_000_000)

    init() {
        var commons = Commons()
        let kinds: [(AgencyID, AgencyKind)] = [
            (lead, .immigration), (shelter, .shelter), (social, .socialServices), (police, .police),
            (commission, .commission),
        ]
        let all = CompartmentID.random()
        names[all] = .commons
        for (id, kind) in kinds {
            let agency = Agency(id: id, name: kind.rawValue, kind: kind, wrappingKey: [])
            let stamp = Stamp(position: 0, ordinal: 0, at: now, member: .random(), agency: id)
            commons.apply(.agencyJoined(agency), stamp: stamp)
            let register = CompartmentID.random()
            names[register] = .register(id)
            desks[id] = Desk(agency: id)
            keys[id] = [.commons: all, .register(id): register]
        }
        self.commons = commons
    }

    func desk(_ agency: AgencyID) -> Desk { desks[agency] ?? Desk(agency: agency) }

    /// What a rule may look at; without a `member` it is the one that every agency has.
    func setting(_ agency: AgencyID, member: MemberID? = nil) -> Setting {
        Setting(
            commons: commons,
            member: member ?? MemberID(bytes: agency.bytes) ?? .random(),
            agency: agency,
            now: now,
            compartments: (keys[agency] ?? [:]).filter { !$0.key.needsOpening },
            makeCard: Self.makeCard
        )
    }

    /// A card that says under which key it was made and how many lines it was made of.
    private static let makeCard: CardMaker = { lines, key in
        PersonCard(bytes: key.bytes + [UInt8(lines.lines.count)])
    }

    /// The cards that were kept of an appearance, in log order.
    func cards(of appearance: Appearance) -> [PersonCard] {
        lines.compactMap { line in
            guard case .cardKept(appearance, let card) = line.happening.fact else { return nil }
            return card
        }
    }

    /// Everything written that an agency can fold, in log order.
    func lines(for agency: AgencyID) -> [Line] {
        let held = Set((keys[agency] ?? [:]).filter { !$0.key.needsOpening }.values)
        return lines.filter { held.contains($0.compartment) }
    }

    /// The parts of a dossier's sections whose key an agency has.
    func parts(_ dossier: DossierID, of agency: AgencyID) -> Set<CompartmentID> {
        let sections = (keys[agency] ?? [:]).filter { compartment, _ in
            if case .section(dossier, _, _) = compartment { true } else { false }
        }
        return Set(sections.values)
    }

    @discardableResult
    mutating func perform<C: Command>(
        _ command: C,
        by agency: AgencyID,
        as member: MemberID? = nil
    ) throws(Refusal) -> C.Made {
        let (decision, made) = try command.decide(
            on: desk(agency),
            in: setting(agency, member: member)
        )
        try write(decision, by: agency, as: member)
        return made
    }

    /// Opens sections as a node does, with the flag that follows; says which patterns it has.
    @discardableResult
    mutating func open(
        _ dossier: DossierID,
        _ sections: Set<Section> = [.health],
        by agency: AgencyID,
        as member: MemberID? = nil
    ) throws -> Set<OpeningPattern> {
        let command = OpenSections(
            dossier: dossier,
            sections: sections,
            purpose: .care,
            words: ""
        )
        try perform(command, by: agency, as: member)
        let setting = setting(agency, member: member)
        guard let decision = desk(agency).flag(openingAt: entries - 1, in: setting) else {
            return []
        }
        try write(decision, by: agency, as: member)
        let flags = decision.facts.compactMap { placed in
            if case .openingFlagged(let flag) = placed.fact { flag } else { nil }
        }
        return flags.reduce(into: []) { $0.formUnion($1.patterns) }
    }

    private mutating func write(
        _ decision: Decision,
        by agency: AgencyID,
        as member: MemberID?
    ) throws(Refusal) {
        if let referral = decision.releases {
            guard let waiting = held[referral], !waiting.isEmpty else { throw .consentRefused }
            let isOver = waiting.contains { ($0.condition?.until ?? now) <= now }
            guard !isOver else { throw .consentExpired }
        }
        for (compartment, id) in decision.founded {
            names[id] = compartment
            give(id, to: agency)
        }
        for referral in decision.discards { held[referral] = nil }
        for grant in decision.grants {
            if let condition = grant.condition {
                held[condition.referral, default: []].append(grant)
            } else {
                give(grant.compartment, to: grant.to)
            }
        }
        if let referral = decision.releases {
            for grant in held.removeValue(forKey: referral) ?? [] {
                give(grant.compartment, to: grant.to)
            }
        }
        for (ordinal, placed) in decision.facts.enumerated() where placed.compartment != .open {
            guard let id = keys[agency]?[placed.compartment] else { throw .notFound }
            let stamp = Stamp(
                position: entries,
                ordinal: ordinal,
                at: now,
                member: setting(agency, member: member).member,
                agency: agency
            )
            let line = Line(
                compartment: id,
                happening: Happening(stamp: stamp, fact: placed.fact)
            )
            lines.append(line)
            guard !placed.compartment.needsOpening else { continue }
            for other in desks.keys where keys[other]?[placed.compartment] == id {
                desks[other]?.apply(placed.fact, stamp: stamp)
            }
        }
        entries += 1
        last = decision
    }

    private mutating func give(_ id: CompartmentID, to agency: AgencyID) {
        guard let compartment = names[id], keys[agency]?[compartment] == nil else { return }
        keys[agency]?[compartment] = id
        guard !compartment.needsOpening else { return }
        for line in lines where line.compartment == id {
            desks[agency]?.apply(line.happening.fact, stamp: line.happening.stamp)
        }
    }
}

// MARK: Steps of the path

extension Bench {
    mutating func meet(_ age: AgeBand = .from18to29) throws -> EncounterID {
        try perform(Self.meeting(age), by: lead)
    }

    static func meeting(_ age: AgeBand = .from18to29) -> RegisterEncounter {
        RegisterEncounter(
            place: "Tapachula",
            direction: .northbound,
            travel: .raft,
            nationality: "hn",
            ageBand: age,
            sex: .female,
            discovery: .ownWork,
            incidents: [.robbery],
            account: "Walks with a limp."
        )
    }

    static func consent(
        _ encounter: EncounterID,
        _ allowed: [AgencyID: Set<Section>],
        days: Int = 30,
        allowsNotice: Bool = true
    ) -> RecordConsent {
        RecordConsent(
            encounter: encounter,
            language: "spa",
            givenBy: .person,
            interpreter: .notNeeded,
            present: "",
            purpose: "shelter",
            allowed: allowed,
            days: days,
            allowsNotice: allowsNotice
        )
    }

    static let notes = [
        SectionNote(section: .identity, lines: [.givenNames: "Xochiquetzalli"]),
        SectionNote(section: .health, text: "Fever since Tuesday."),
        SectionNote(section: .legal, text: "No complaint yet."),
    ]

    static func referral(_ dossier: DossierID, to agency: AgencyID) -> SendReferral {
        SendReferral(
            dossier: dossier,
            to: agency,
            services: [.shelter],
            urgency: .urgent,
            hours: nil,
            languages: "spa",
            children: 0,
            needs: "A bed tonight."
        )
    }

    /// A dossier whose person lets the shelter open identity and health.
    mutating func opened() throws -> (encounter: EncounterID, dossier: DossierID) {
        let encounter = try meet()
        try perform(Self.consent(encounter, [shelter: [.identity, .health]]), by: lead)
        let command = OpenDossier(encounter: encounter, notes: Self.notes)
        return (encounter, try perform(command, by: lead))
    }

    /// A referral of that dossier, in the shelter's queue.
    mutating func referred() throws -> (
        encounter: EncounterID, dossier: DossierID, referral: ReferralID
    ) {
        let (encounter, dossier) = try opened()
        return (
            encounter, dossier, try perform(Self.referral(dossier, to: shelter), by: lead)
        )
    }

    func part(_ section: Section, of dossier: DossierID) -> CompartmentID? {
        desk(lead).dossiers[dossier]?.parts(of: section, heldBy: lead).first
    }
}
