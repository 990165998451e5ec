/// Who is the same person as whom, as far as members decided.
///
/// A dossier and the encounter it was opened for are of one person from the start: together they are
/// one *unit*. Merging two units makes one person of everybody merged with either. Two units that were
/// kept apart and are one person all the same, by way of others, contradict each other: that is shown,
/// and stays until somebody settles it.
package struct Persons: Sendable {
    private let desk: Desk
    /// What was said of two units, oldest first.
    private let histories: [AppearancePair: [PairDecision]]
    /// The units of each person of several, by each of those units.
    private let groups: [Appearance: Set<Appearance>]

    init(_ desk: Desk) {
        self.desk = desk
        histories = Dictionary(grouping: desk.pairDecisions) { decision in
            AppearancePair(desk.unit(of: decision.pair.first), desk.unit(of: decision.pair.second))
        }
        groups = Self.groups(of: histories)
    }

    private static func groups(
        of histories: [AppearancePair: [PairDecision]]
    ) -> [Appearance: Set<Appearance>] {
        var neighbours: [Appearance: Set<Appearance>] = [:]
        for (pair, history) in histories where history.last?.verdict == .merged {
            neighbours[pair.first, default: []].insert(pair.second)
            neighbours[pair.second, default: []].insert(pair.first)
        }
        var groups: [Appearance: Set<Appearance>] = [:]
        for start in neighbours.keys where groups[start] == nil {
            var group: Set<Appearance> = [start]
            var waiting = [start]
            while let next = waiting.popLast() {
                let found = neighbours[next, default: []].subtracting(group)
                group.formUnion(found)
                waiting += found
            }
            for unit in group { groups[unit] = group }
        }
        return groups
    }

    // MARK: One person

    /// The dossier that an encounter led to, or the appearance itself.
    package func unit(of appearance: Appearance) -> Appearance { desk.unit(of: appearance) }

    /// The units that are of the same person as an appearance, its own among them.
    package func units(of appearance: Appearance) -> Set<Appearance> {
        let unit = desk.unit(of: appearance)
        return groups[unit] ?? [unit]
    }

    /// One of the units that are of the same person, always the same: what a person is counted by.
    package func person(of appearance: Appearance) -> Appearance {
        let unit = desk.unit(of: appearance)
        return groups[unit]?.min() ?? unit
    }

    /// Every appearance of the person, in log order.
    package func appearances(of appearance: Appearance) -> [Appearance] {
        let all = units(of: appearance).flatMap { unit in
            let encounter = unit.dossier.flatMap { desk.dossiers[$0]?.encounter }
            return [unit] + (encounter.map { [.encounter($0)] } ?? [])
        }
        return all.sorted {
            (desk.beginning(of: $0)?.position ?? 0, $0) < (
                desk.beginning(of: $1)?.position ?? 0, $1
            )
        }
    }

    /// The encounters of the person, in log order.
    package func encounters(of appearance: Appearance) -> [EncounterID] {
        appearances(of: appearance).compactMap(\.encounter)
    }

    /// The dossiers of the person, in log order.
    package func dossiers(of appearance: Appearance) -> [DossierID] {
        appearances(of: appearance).compactMap(\.dossier)
    }

    // MARK: Two appearances

    /// What was said of two appearances, or of the units they belong to, oldest first.
    package func history(of pair: AppearancePair) -> [PairDecision] {
        histories[units(in: pair)] ?? []
    }

    /// What stands of two appearances: that they are of one person, or of two; `nil` while nothing is
    /// decided of just these two.
    package func verdict(on pair: AppearancePair) -> PairVerdict? {
        let verdict = history(of: pair).last?.verdict
        return verdict == .undone ? nil : verdict
    }

    /// Whether two appearances are of one person, decided of just them or by way of others.
    package func isOnePerson(_ pair: AppearancePair) -> Bool {
        units(of: pair.first).contains(desk.unit(of: pair.second))
    }

    /// Why a merge should be thought over twice; empty for most.
    package func doubts(ofMerging pair: AppearancePair) -> Set<MergeDoubt> {
        guard !isOnePerson(pair) else { return [] }
        var doubts: Set<MergeDoubt> = []
        let (left, right) = (units(of: pair.first), units(of: pair.second))
        if left.count > 1, right.count > 1 { doubts.insert(.joinsGroups) }
        let own = units(in: pair)
        for one in left {
            for other in right {
                let between = AppearancePair(one, other)
                if between != own, verdict(on: between) == .keptApart {
                    doubts.insert(.contradicts)
                }
            }
        }
        return doubts
    }

    /// The pairs of units that somebody kept apart and that are one person by way of others.
    package var contradictions: [AppearancePair] {
        histories.filter { $0.value.last?.verdict == .keptApart && isOnePerson($0.key) }
            .sorted { $0.value[0].stamp < $1.value[0].stamp }
            .map(\.key)
    }

    /// Everything of which something is decided now, newest decision first.
    package var decided: [PairDecision] {
        histories.values.compactMap(\.last).filter { $0.verdict != .undone }
            .sorted { $0.stamp > $1.stamp }
    }

    private func units(in pair: AppearancePair) -> AppearancePair {
        AppearancePair(desk.unit(of: pair.first), desk.unit(of: pair.second))
    }
}

/// What speaks against merging at once.
package enum MergeDoubt: String, Codable, CaseIterable, Sendable {
    /// Both are persons of several files or encounters already: one wrong link would join two people
    /// who have much written of each.
    case joinsGroups
    /// Somebody kept apart two that would become one person.
    case contradicts
}

extension Desk {
    /// Who is the same person as whom; reckoned anew each time.
    package var persons: Persons { Persons(self) }

    /// Whether this agency knows an appearance.
    package func knows(_ appearance: Appearance) -> Bool {
        switch appearance {
        case .encounter(let id): encounters[id]?.encounter != nil
        case .dossier(let id): dossiers[id]?.lead != nil
        }
    }

    /// The dossier that an encounter led to, or the appearance itself.
    func unit(of appearance: Appearance) -> Appearance {
        guard let encounter = appearance.encounter,
            let dossier = encounters[encounter]?.dossier
        else { return appearance }
        return .dossier(dossier)
    }

    /// The entry with which an appearance began.
    package func beginning(of appearance: Appearance) -> Stamp? {
        switch appearance {
        case .encounter(let id): encounters[id]?.stamp
        case .dossier(let id): dossiers[id]?.course.first?.stamp
        }
    }
}
