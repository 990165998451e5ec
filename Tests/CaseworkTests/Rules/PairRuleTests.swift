import TestSupport
import Testing

@testable import Casework

struct PairRuleTests {
    private static func decide(
        _ bench: inout Bench,
        _ one: Appearance,
        _ other: Appearance,
        _ verdict: PairVerdict,
        isSure: Bool = false
    ) throws(Refusal) {
        let command = DecidePair(
            one: one,
            other: other,
            verdict: verdict,
            why: "She told us",
            isSure: isSure
        )
        try bench.perform(command, by: bench.lead)
    }

    /// Some encounters that nothing follows.
    private static func met(_ count: Int, _ bench: inout Bench) throws -> [Appearance] {
        var met: [Appearance] = []
        for _ in 0..<count { met.append(.encounter(try bench.meet())) }
        return met
    }

    private static func persons(_ bench: Bench) -> Persons { bench.desk(bench.lead).persons }

    @Test func `a decision is one fact of the agency's own register, with who said it and why`()
        throws
    {
        var bench = Bench()
        let met = try Self.met(2, &bench)
        try Self.decide(&bench, met[0], met[1], .merged)
        #expect(bench.last?.kind == "person.compared")
        #expect(bench.last?.facts.map(\.compartment) == [.register(bench.lead)])
        let made = try #require(bench.desk(bench.lead).pairDecisions.first)
        #expect(made.why == "She told us")
        #expect(made.stamp.agency == bench.lead)
        #expect(bench.desk(bench.shelter).pairDecisions.isEmpty)
    }

    @Test func `what was merged can be undone and merged again, and nothing is forgotten`() throws {
        var bench = Bench()
        let met = try Self.met(2, &bench)
        let pair = AppearancePair(met[0], met[1])
        for verdict in [PairVerdict.merged, .undone, .keptApart, .merged, .undone] {
            try Self.decide(&bench, met[1], met[0], verdict)
            let persons = Self.persons(bench)
            #expect(persons.isOnePerson(pair) == (verdict == .merged))
            #expect(persons.verdict(on: pair) == (verdict == .undone ? nil : verdict))
        }
        #expect(Self.persons(bench).history(of: pair).count == 5)
        #expect(Self.persons(bench).decided.isEmpty)
    }

    @Test func `nothing is said twice, undone before it is said, or said without a reason`() throws
    {
        var bench = Bench()
        let met = try Self.met(2, &bench)
        #expect(throws: Refusal.pairNotDecided) {
            try Self.decide(&bench, met[0], met[1], .undone)
        }
        try Self.decide(&bench, met[0], met[1], .merged)
        #expect(throws: Refusal.pairAlreadyDecided) {
            try Self.decide(&bench, met[1], met[0], .merged)
        }
        let silent = DecidePair(
            one: met[0],
            other: met[1],
            verdict: .undone,
            why: " ",
            isSure: false
        )
        #expect(throws: Refusal.missing(field: "why")) {
            try bench.perform(silent, by: bench.lead)
        }
    }

    @Test func `what the agency does not know, and a thing with itself, cannot be decided of`()
        throws
    {
        var bench = Bench()
        let (encounter, dossier) = try bench.opened()
        let other = try Self.met(1, &bench)[0]
        let cases: [(Appearance, Appearance)] = [
            (other, other), (.encounter(encounter), .dossier(dossier)),
            (other, .encounter(.random())), (.dossier(.random()), other),
        ]
        for (one, two) in cases {
            #expect(throws: Refusal.notFound) { try Self.decide(&bench, one, two, .merged) }
        }
        let command = DecidePair(
            one: .dossier(dossier),
            other: other,
            verdict: .merged,
            why: "Why",
            isSure: false
        )
        #expect(throws: Refusal.notFound) { try bench.perform(command, by: bench.shelter) }
    }

    @Test func `a dossier and the encounter it was opened for are decided of as one`() throws {
        var bench = Bench()
        let met = try Self.met(1, &bench)[0]
        let (encounter, dossier) = try bench.opened()
        try Self.decide(&bench, .encounter(encounter), met, .merged)
        let pair = AppearancePair(.dossier(dossier), met)
        #expect(Self.persons(bench).verdict(on: pair) == .merged)
        #expect(
            Set(Self.persons(bench).appearances(of: met)) == [
                met, .encounter(encounter), .dossier(dossier),
            ]
        )
        #expect(throws: Refusal.pairAlreadyDecided) {
            try Self.decide(&bench, .dossier(dossier), met, .merged)
        }
        try Self.decide(&bench, .dossier(dossier), met, .undone)
        #expect(!Self.persons(bench).isOnePerson(pair))
    }

    @Test func `what was decided of an encounter holds for the dossier that it leads to later`()
        throws
    {
        var bench = Bench()
        let met = try Self.met(2, &bench)
        try Self.decide(&bench, met[0], met[1], .merged)
        let encounter = try #require(met[0].encounter)
        try bench.perform(Bench.consent(encounter, [bench.shelter: [.health]]), by: bench.lead)
        let dossier = try bench.perform(
            OpenDossier(encounter: encounter, notes: Bench.notes),
            by: bench.lead
        )
        #expect(Self.persons(bench).isOnePerson(AppearancePair(.dossier(dossier), met[1])))
    }

    // MARK: Bridges and contradictions

    @Test func `joining two persons of several encounters takes a second thought`() throws {
        var bench = Bench()
        let met = try Self.met(5, &bench)
        try Self.decide(&bench, met[0], met[1], .merged)
        // One more to a group is no bridge between two.
        try Self.decide(&bench, met[1], met[4], .merged)
        try Self.decide(&bench, met[2], met[3], .merged)
        let pair = AppearancePair(met[1], met[2])
        #expect(Self.persons(bench).doubts(ofMerging: pair) == [.joinsGroups])
        #expect(throws: Refusal.mergeJoinsGroups) {
            try Self.decide(&bench, met[1], met[2], .merged)
        }
        #expect(!Self.persons(bench).isOnePerson(pair))
        try Self.decide(&bench, met[1], met[2], .merged, isSure: true)
        #expect(Self.persons(bench).units(of: met[0]) == Set(met))
        #expect(Self.persons(bench).doubts(ofMerging: AppearancePair(met[0], met[3])).isEmpty)
    }

    @Test func `two that were kept apart and become one by way of another are shown, not settled`()
        throws
    {
        var bench = Bench()
        let met = try Self.met(3, &bench)
        let apart = AppearancePair(met[0], met[2])
        try Self.decide(&bench, met[0], met[2], .keptApart)
        try Self.decide(&bench, met[0], met[1], .merged)
        #expect(Self.persons(bench).contradictions.isEmpty)
        #expect(throws: Refusal.mergeContradicts) {
            try Self.decide(&bench, met[1], met[2], .merged)
        }
        try Self.decide(&bench, met[1], met[2], .merged, isSure: true)
        #expect(Self.persons(bench).contradictions == [apart])
        #expect(Self.persons(bench).isOnePerson(apart))
        #expect(Self.persons(bench).verdict(on: apart) == .keptApart)
        // Each way of settling it ends it.
        for (one, other, verdict) in [
            (met[0], met[2], PairVerdict.merged), (met[0], met[2], .undone),
            (met[1], met[2], .undone),
        ] {
            var settled = bench
            try Self.decide(&settled, one, other, verdict)
            #expect(Self.persons(settled).contradictions.isEmpty)
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `persons are what merging pair by pair comes to, whatever was said in between`(
        seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        var bench = Bench()
        let met = try Self.met(7, &bench)
        for _ in 0..<25 {
            let one = try #require(met.randomElement(using: &generator))
            let other = try #require(met.randomElement(using: &generator))
            let verdict = try #require(PairVerdict.allCases.randomElement(using: &generator))
            try? Self.decide(&bench, one, other, verdict, isSure: true)
        }
        let persons = Self.persons(bench)
        // The relation, closed by trying every way round (Warshall's algorithm).
        var isOne = met.map { one in
            met.map { other in
                one == other || persons.verdict(on: AppearancePair(one, other)) == .merged
            }
        }
        for middle in met.indices {
            for one in met.indices where isOne[one][middle] {
                for other in met.indices where isOne[middle][other] { isOne[one][other] = true }
            }
        }
        for one in met.indices {
            for other in met.indices {
                let pair = AppearancePair(met[one], met[other])
                #expect(persons.isOnePerson(pair) == isOne[one][other])
                let isSame = persons.person(of: met[one]) == persons.person(of: met[other])
                #expect(isSame == isOne[one][other])
                let contradicts = isOne[one][other] && persons.verdict(on: pair) == .keptApart
                #expect(persons.contradictions.contains(pair) == contradicts)
            }
        }
    }

    @Test func `an appearance is spelled in one way`() throws {
        for appearance in [Appearance.dossier(.random()), .encounter(.random())] {
            #expect(Appearance(appearance.description) == appearance)
            let text = appearance.description
            for wrong in [text.uppercased(), String(text.dropLast()), "x-\(text)", "", "dossier-"] {
                #expect(Appearance(wrong) == nil)
            }
        }
        let (one, other) = (Appearance.dossier(.random()), Appearance.encounter(.random()))
        #expect(AppearancePair(one, other) == AppearancePair(other, one))
    }
}
