import Foundation
import TestSupport
import Testing

@testable import Casework

struct CaptureListTests {
    private static func definition(
        _ bench: Bench,
        place: String = "",
        findings: Set<ElementState> = []
    ) -> ListDefinition {
        ListDefinition(
            name: "Tapachula, one day",
            window: Window(start: bench.now, end: bench.now.adding(hours: 24)),
            place: place,
            findings: findings,
            meaning: "Everybody met on foot"
        )
    }

    private static func meet(
        _ bench: inout Bench,
        _ discovery: Discovery,
        place: String = "Tapachula"
    ) throws -> EncounterID {
        var command = Bench.meeting()
        command.discovery = discovery
        command.place = place
        return try bench.perform(command, by: bench.lead)
    }

    @Test(arguments: UInt64(0)..<20)
    func `whoever was sent or brought, or came nobody knows how, is never a capture`(
        seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        var bench = Bench()
        var drawn: [Discovery: Int] = [:]
        for _ in 0..<30 {
            let discovery = try #require(Discovery.allCases.randomElement(using: &generator))
            _ = try Self.meet(&bench, discovery)
            drawn[discovery, default: 0] += 1
        }
        let count = bench.desk(bench.lead).count(Self.definition(bench))
        #expect(count.people == drawn[.ownWork, default: 0])
        #expect(count.sentByAgencies == drawn[.otherAgency, default: 0])
        #expect(count.broughtByOthers == drawn[.otherPerson, default: 0])
        #expect(count.ofUnknownOrigin == drawn[.notKnown, default: 0])
        #expect(count.all == 30)
    }

    @Test func `whoever was met several times is one person, and a capture if one was by own work`()
        throws
    {
        var bench = Bench()
        var met: [Appearance] = []
        for discovery in [Discovery.otherAgency, .ownWork, .notKnown, .otherPerson, .notKnown] {
            met.append(.encounter(try Self.meet(&bench, discovery)))
        }
        for (one, other) in [(0, 1), (1, 2), (3, 4)] {
            let merge = DecidePair(
                one: met[one],
                other: met[other],
                verdict: .merged,
                why: "The same scar",
                isSure: false
            )
            try bench.perform(merge, by: bench.lead)
        }
        let count = bench.desk(bench.lead).count(Self.definition(bench))
        #expect(count.people == 1)
        #expect(count.broughtByOthers == 1)
        #expect(count.all == 2)
        #expect(count.repeats == 3)
        // What a definition leaves out does not count for anybody either.
        var early = Self.definition(bench)
        early.place = "Arriaga"
        #expect(bench.desk(bench.lead).count(early).all == 0)
    }

    @Test func `a list from before encounters were linked reads as one without repeats`() throws {
        let old = #"{"people":3,"sentByAgencies":1,"broughtByOthers":0,"ofUnknownOrigin":2}"#
        let count = try JSONDecoder().decode(CaptureCount.self, from: Data(old.utf8))
        #expect(count.people == 3)
        #expect(count.repeats == 0)
        #expect(count.all == 6)
        let again = try JSONDecoder().decode(
            CaptureCount.self,
            from: try JSONEncoder().encode(count)
        )
        #expect(again == count)
    }

    @Test func `an encounter from before it was asked how it came about reads as it did`() throws {
        var bench = Bench()
        let id = try bench.meet()
        let fact = Fact.encounterRegistered(
            try #require(bench.desk(bench.lead).encounters[id]?.encounter)
        )
        var text = String(decoding: try JSONEncoder().encode(fact), as: UTF8.self)
        #expect(text.contains(#""discovery":"ownWork""#))
        text = text.replacing(#""discovery":"ownWork","#, with: "")
            .replacing(#","discovery":"ownWork""#, with: "")
        #expect(!text.contains("discovery"))
        let old = try JSONDecoder().decode(Fact.self, from: Data(text.utf8))
        guard case .encounterRegistered(let encounter) = old else {
            Issue.record("another fact")
            return
        }
        #expect(encounter.discovery == nil)
        #expect(encounter.place == "Tapachula")
        var desk = Desk(agency: bench.lead)
        let stamp = try #require(bench.lines.first?.happening.stamp)
        desk.apply(old, stamp: stamp)
        #expect(desk.count(Self.definition(bench)).people == 0)
        #expect(desk.count(Self.definition(bench)).ofUnknownOrigin == 1)
    }

    @Test func `a window holds its first moment and not its end`() throws {
        var bench = Bench()
        let definition = Self.definition(bench)
        for hours in [-1, 0, 23, 24] {
            let start = bench.now
            bench.now = start.adding(hours: hours)
            _ = try bench.meet()
            bench.now = start
        }
        #expect(bench.desk(bench.lead).count(definition).people == 2)
    }

    @Test func `a place is found within what was written, in either case`() throws {
        var bench = Bench()
        _ = try Self.meet(&bench, .ownWork, place: "Ciudad Hidalgo, Chiapas")
        _ = try Self.meet(&bench, .ownWork, place: "Tapachula")
        let desk = bench.desk(bench.lead)
        let cases = [
            ("hidalgo", 1), ("CIUDAD HIDALGO", 1), (" tapachula ", 1), ("", 2), ("Arriaga", 0),
        ]
        for (place, expected) in cases {
            #expect(desk.count(Self.definition(bench, place: place)).people == expected, "\(place)")
        }
    }

    @Test func `a list by findings holds those whose last concluded screening came to one`() throws
    {
        var bench = Bench()
        let encounter = try bench.meet()
        _ = try bench.meet()
        let screening = try bench.perform(
            StartScreening(encounter: encounter, sets: []),
            by: bench.lead
        )
        func people(_ findings: Set<ElementState>) -> Int {
            bench.desk(bench.lead).count(Self.definition(bench, findings: findings)).people
        }
        #expect(people([.present, .missing, .notEnoughInformation]) == 0)
        try bench.perform(
            ConcludeScreening(screening: screening, next: .offerHelp, why: "She asks for help."),
            by: bench.lead
        )
        #expect(people([.notEnoughInformation]) == 1)
        #expect(people([.present]) == 0)
        #expect(people([]) == 2)
    }

    @Test func `a list is kept in the agency's own register with what it held`() throws {
        var bench = Bench()
        _ = try bench.meet()
        let id = try bench.perform(DrawList(definition: Self.definition(bench)), by: bench.lead)
        #expect(bench.last?.kind == "list.drawn")
        #expect(bench.last?.facts.map(\.compartment) == [.register(bench.lead)])
        _ = try bench.meet()
        let list = try #require(bench.desk(bench.lead).lists[id]?.list)
        #expect(list.count.people == 1)
        #expect(bench.desk(bench.lead).count(list.definition).people == 2)
        #expect(bench.desk(bench.shelter).lists.isEmpty)
    }

    @Test func `a list has a name, a meaning and a window that ends after it starts`() {
        let bench = Bench()
        var turned = Self.definition(bench)
        turned.window.end = turned.window.start
        var nameless = Self.definition(bench)
        nameless.name = "  "
        var meaningless = Self.definition(bench)
        meaningless.meaning = ""
        let cases: [(ListDefinition, Refusal)] = [
            (turned, .invalid(field: "until")), (nameless, .missing(field: "listName")),
            (meaningless, .missing(field: "definition")),
        ]
        for (definition, refusal) in cases {
            #expect(throws: refusal) {
                try DrawList(definition: definition)
                    .decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
            }
        }
    }
}
