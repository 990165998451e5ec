import Casework
import Coalition

extension Site {
    /// Whether two encounters or dossiers are of the same person: who may be, two side by side, and
    /// what members decided.
    func addSamePerson(to routes: Routes) {
        add("same-person", SamePersonDesk.page, to: routes)
        add("same-person/:one", Questions.page, to: routes)
        add("same-person/:one/:other", PairPage.page(), to: routes)
        add("same-person/:one/:other", PairPage.decide, to: routes)
        add("same-person/:one/:other/opening", PairOpening.open, to: routes)
    }
}

/// What may be said of an encounter or a dossier without opening anything.
struct AppearanceLine: Encodable, Sendable {
    /// As a path has it.
    var id: String
    var path: String
    var isDossier: Bool
    var reference: String
    var at: Moment?
    /// Where the person was met, for whoever may see encounters.
    var place: String?
    /// The agency in charge of a dossier.
    var lead: String?
    var ageBand: AgeBand
    var sex: Sex
    var nationality: String?

    init(_ appearance: Appearance, _ desk: Desk, _ commons: Commons, _ sight: Sight) {
        id = appearance.description
        reference = appearance.reference
        at = desk.beginning(of: appearance)?.at
        switch appearance {
        case .encounter(let id):
            let met = desk.encounters[id]?.encounter
            path = "/encounters/\(id)"
            isDossier = false
            place = met?.place
            ageBand = met?.ageBand ?? .unknown
            sex = met?.sex ?? .unknown
            nationality = met?.nationality
        case .dossier(let id):
            let record = desk.dossiers[id]
            let met =
                sight.seesEncounters
                ? record?.encounter.flatMap { desk.encounters[$0]?.encounter } : nil
            path = "/dossiers/\(id)"
            isDossier = true
            place = met?.place
            lead = record?.lead.flatMap { commons.agencies[$0]?.name }
            ageBand = record?.ageBand ?? .unknown
            sex = record?.sex ?? .unknown
            nationality = met?.nationality
        }
    }

    /// What people call it: *Expediente 7Q2K-P4*.
    func name(_ words: Words) -> String {
        words(isDossier ? "dossiers.one" : "encounters.one", ["reference": reference])
    }
}

/// Which appearances a member may know of: whoever sees no encounters sees none here either.
struct Sight: Sendable {
    let seesEncounters: Bool

    init(_ visit: Visit) async {
        seesEncounters = await visit.node.answer(.seeEncounters, by: visit.member) == .permitted
    }

    func sees(_ appearance: Appearance) -> Bool { appearance.dossier != nil || seesEncounters }

    /// The appearance that the path names, if the member may know of it.
    ///
    /// - Throws: `Refusal.notFound` if it is none, or not for this member.
    func asked(_ name: String, in visit: Visit) throws(Refusal) -> Appearance {
        guard let appearance = Appearance(try visit.word(name)), sees(appearance) else {
            throw .notFound
        }
        return appearance
    }
}

/// Somebody who may be the same person, as pages and the API show it.
struct AlikeLine: Encodable, Sendable {
    var appearance: AppearanceLine
    var likeness: Likeness

    struct Likeness: Encodable, Sendable {
        var probability: Double
        var likelihood: Likelihood
        /// What is known of both, by trait, and whether it agrees.
        var agreements: [Trait: Agreement.Degree]

        init(_ resemblance: Resemblance) {
            probability = (resemblance.probability * 1000).rounded() / 1000
            likelihood = resemblance.likelihood
            agreements = Dictionary(
                resemblance.agreements.map { ($0.trait, $0.degree) }
            ) { first, _ in first }
        }

        enum CodingKeys: CodingKey { case probability, likelihood, agreements }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(probability, forKey: .probability)
            try container.encode(likelihood, forKey: .likelihood)
            let named = agreements.map { ($0.key.rawValue, $0.value) }
            try container.encode(
                Dictionary(named) { first, _ in first },
                forKey: .agreements
            )
        }
    }

    /// Everybody of whom a member has not yet decided whether they are the same person.
    static func all(
        for appearance: Appearance,
        _ visit: Visit,
        _ sight: Sight
    ) async throws -> [AlikeLine] {
        guard await visit.node.answer(.seeSamePerson, by: visit.member) == .permitted else {
            return []
        }
        let candidates = try await visit.node.candidates(for: appearance, by: visit.member)
        return try await visit.read(.seeSamePerson) { desk, commons, _ in
            candidates.filter { sight.sees($0.appearance) }.map {
                AlikeLine(
                    appearance: AppearanceLine($0.appearance, desk, commons, sight),
                    likeness: Likeness($0.resemblance)
                )
            }
        }
    }
}
