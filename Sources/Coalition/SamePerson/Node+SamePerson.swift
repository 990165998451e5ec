package import Casework

extension Node {
    /// Who else may be the person that an appearance is of, most likely first.
    ///
    /// Left out are those of whom it was decided, and whoever refused: their names are compared with
    /// nobody's. Of a person with several dossiers or encounters the most alike stands for all.
    ///
    /// - Throws: `Policy.Reason` if the member may not ask, `Refusal.notFound` if the agency knows no
    ///   such appearance.
    package func candidates(
        for appearance: Appearance,
        by member: Member
    ) async throws -> [Candidate] {
        try await candidates(for: [appearance], by: member)[appearance] ?? []
    }

    /// The same for several appearances, for lists; those for whom there is nobody are left out.
    package func candidates(
        for appearances: [Appearance],
        by member: Member
    ) async throws -> [Appearance: [Candidate]] {
        try requirePermission(.seeSamePerson, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        guard appearances.allSatisfy(office.desk.knows) else { throw Refusal.notFound }
        let found = await Self.find(appearances, in: office.cards, beyond: office.found)
        offices[member.agency]?.found.merge(found) { _, new in new }
        // Others may have decided while it was looked for.
        guard let desk = offices[member.agency]?.desk else { throw Policy.Reason.notSignedIn }
        let persons = desk.persons
        return found.reduce(into: [:]) { all, found in
            let candidates = desk.candidates(found.value.resemblances, for: found.key, persons)
            if !candidates.isEmpty { all[found.key] = candidates }
        }
    }

    /// How alike the cards of two appearances are; `nil` if one has none, or refused.
    ///
    /// - Throws: `Policy.Reason` if the member may not ask.
    package func resemblance(_ pair: AppearancePair, by member: Member) throws -> Resemblance? {
        try requirePermission(.seeSamePerson, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        guard !office.desk.hasRefused(pair.first), !office.desk.hasRefused(pair.second) else {
            return nil
        }
        return office.cards.resemblance(pair)
    }

    /// Compares away from the actor: a large register takes a while.
    private nonisolated static func find(
        _ appearances: [Appearance],
        in book: CardBook,
        beyond known: [Appearance: CardBook.Found]
    ) async -> [Appearance: CardBook.Found] {
        appearances.reduce(into: [:]) { found, appearance in
            found[appearance] = book.find(likeThatOf: appearance, beyond: known[appearance])
        }
    }
}

extension Desk {
    /// Whether the person said no to everything when last asked.
    func hasRefused(_ appearance: Appearance) -> Bool {
        let encounter =
            appearance.encounter ?? appearance.dossier.flatMap { dossiers[$0]?.encounter }
        return encounter.flatMap { latestConsent(for: $0) }?.isRefusal ?? false
    }

    /// The candidates among those who are like one: one for each other person.
    fileprivate func candidates(
        _ alike: [Appearance: Resemblance],
        for appearance: Appearance,
        _ persons: Persons
    ) -> [Candidate] {
        guard !hasRefused(appearance) else { return [] }
        var best: [Appearance: Candidate] = [:]
        for (other, resemblance) in alike {
            let pair = AppearancePair(appearance, other)
            guard persons.verdict(on: pair) == nil, !persons.isOnePerson(pair), knows(other),
                !hasRefused(other)
            else { continue }
            let person = persons.person(of: other)
            let candidate = Candidate(appearance: other, resemblance: resemblance)
            if let known = best[person], known.isBefore(candidate) { continue }
            best[person] = candidate
        }
        return best.values.sorted { $0.isBefore($1) }
    }
}

extension Candidate {
    /// The likelier one first, and of two alike always the same.
    fileprivate func isBefore(_ other: Candidate) -> Bool {
        resemblance.probability != other.resemblance.probability
            ? resemblance.probability > other.resemblance.probability
            : appearance < other.appearance
    }
}
