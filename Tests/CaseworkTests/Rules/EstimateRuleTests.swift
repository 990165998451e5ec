import Foundation
import TestSupport
import Testing

@testable import Casework

struct EstimateRuleTests {
    /// Three lists of an invented exercise.
    static func overlap(_ counts: [Int] = [0, 120, 130, 21, 90, 14, 17, 4]) -> EnterOverlap {
        EnterOverlap(
            population: "People who passed",
            place: "Soconusco",
            window: Window(
                start: Moment(milliseconds: 1_790_000_000_000),
                end: Moment(milliseconds: 1_792_592_000_000)
            ),
            definition: "Met, with two elements present",
            lists: ["A", "B", "C"].map { ContributedList(name: $0, making: .independent) },
            samePopulation: .yes,
            counts: counts,
            linkage: "By name and year of birth",
            linkedBy: "The secretariat"
        )
    }

    static let numbers = EstimatedNumbers(
        verdict: .indicative,
        atLeast: 600,
        low: 900,
        high: 1900,
        methods: [.init(name: "stepwise", estimate: 1300, low: 900, high: 1900)],
        reasons: [],
        caveats: [],
        seed: 7,
        resamples: 1000,
        version: "1",
        inputs: [UInt8](repeating: 1, count: 32)
    )

    @Test func `a table and the runs from it stay in the agency's register`() throws {
        var bench = Bench()
        let table = try bench.perform(Self.overlap(), by: bench.lead)
        #expect(bench.last?.facts.map(\.compartment) == [.register(bench.lead)])
        let ask = AskForEstimate(table: table, seed: 7, resamples: 1000)
        let estimate = try bench.perform(ask, by: bench.lead)
        #expect(bench.last?.facts.map(\.compartment) == [.register(bench.lead)])
        let desk = bench.desk(bench.lead)
        #expect(desk.overlaps[table]?.table.observed == 396)
        #expect(desk.overlaps[table]?.table.people(onList: 2) == 125)
        #expect(desk.overlaps[table]?.table.salt.count == OverlapTable.saltSize)
        #expect(desk.estimates[estimate]?.run.seed == 7)
        #expect(bench.desk(bench.shelter).overlaps.isEmpty)
        #expect(bench.desk(bench.shelter).estimates.isEmpty)
    }

    @Test func `no two tables have the same salt`() throws {
        var bench = Bench()
        let ids = try (0..<3).map { _ in try bench.perform(Self.overlap(), by: bench.lead) }
        let desk = bench.desk(bench.lead)
        #expect(Set(ids.compactMap { desk.overlaps[$0]?.table.salt }).count == 3)
    }

    @Test func `what is wrong with a table is said of the field that is wrong`() {
        let bench = Bench()
        func changed(_ change: (inout EnterOverlap) -> Void) -> EnterOverlap {
            var command = Self.overlap()
            change(&command)
            return command
        }
        let cases: [(EnterOverlap, Refusal)] = [
            (changed { $0.population = "" }, .missing(field: "population")),
            (changed { $0.linkage = "" }, .missing(field: "linkage")),
            (changed { $0.linkedBy = "" }, .missing(field: "linkedBy")),
            (changed { $0.definition = "" }, .missing(field: "definition")),
            (changed { $0.window.end = $0.window.start }, .invalid(field: "until")),
            (changed { $0.lists[1].name = " " }, .missing(field: "list-2")),
            (changed { $0.lists[2].name = "a" }, .invalid(field: "list-3")),
            (changed { $0.lists = [] }, .invalid(field: "lists")),
            (
                changed { $0.lists += Array(repeating: $0.lists[0], count: 4) },
                .invalid(field: "lists")
            ),
            (changed { $0.counts = [] }, .invalid(field: "counts")),
            (changed { $0.counts[0] = 3 }, .invalid(field: "counts")),
            (changed { $0.counts[5] = -1 }, .invalid(field: "history-5")),
            (changed { $0.counts[6] = .max }, .invalid(field: "history-6")),
            (
                changed { $0.counts = [Int](repeating: 0, count: 8) },
                .overlapEmpty
            ),
        ]
        for (command, refusal) in cases {
            #expect(throws: refusal) {
                try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
            }
        }
    }

    @Test func `a run is of a table that the agency has, with a seed of nine digits`() throws {
        var bench = Bench()
        let table = try bench.perform(Self.overlap(), by: bench.lead)
        let (lead, shelter) = (bench.lead, bench.shelter)
        #expect(throws: Refusal.notFound) {
            try bench.perform(
                AskForEstimate(table: table, seed: 1, resamples: 10),
                by: shelter
            )
        }
        for seed in [-1, 1_000_000_000, Int.max] {
            #expect(throws: Refusal.invalid(field: "seed")) {
                try bench.perform(
                    AskForEstimate(table: table, seed: seed, resamples: 10),
                    by: lead
                )
            }
        }
    }

    @Test(arguments: 2...6)
    func `every history is read once, by how many lists it is on`(listCount: Int) {
        let histories = OverlapTable.histories(of: listCount)
        #expect(Set(histories) == Set(1..<1 << listCount))
        #expect(histories.count == (1 << listCount) - 1)
        let sizes = histories.map(\.nonzeroBitCount)
        #expect(sizes == sizes.sorted())
        #expect(OverlapTable.histories(of: 3) == [1, 2, 4, 3, 5, 6, 7])
    }

    // MARK: Publishing

    private static func run(_ bench: inout Bench) throws -> EstimateID {
        let table = try bench.perform(Self.overlap(), by: bench.lead)
        return try bench.perform(
            AskForEstimate(table: table, seed: 7, resamples: 1000),
            by: bench.lead
        )
    }

    private static func published(
        _ bench: Bench,
        _ estimate: EstimateID
    ) throws -> PublishedEstimate {
        let command = PublishEstimate(estimate: estimate, numbers: numbers, why: "For the plan")
        let (decision, _) = try command.decide(
            on: bench.desk(bench.lead),
            in: bench.setting(bench.lead)
        )
        #expect(decision.kind == "estimate.published")
        #expect(decision.facts.map(\.compartment) == [.open])
        guard case .estimatePublished(let published)? = decision.facts.first?.fact else {
            throw Refusal.notFound
        }
        return published
    }

    @Test func `what is published shows no count below ten, and none that is exact`() throws {
        var bench = Bench()
        let estimate = try Self.run(&bench)
        let published = try Self.published(bench, estimate)
        #expect(published.counts == [nil, 120, 130, 20, 90, 10, 10, nil])
        #expect(published.observed == 390)
        #expect(published.lists.map(\.people) == [150, 170, 120])
        let text = String(decoding: try JSONEncoder().encode(published), as: UTF8.self)
        for exact in ["396", "159", "172", "125", "21", "14", "17"] {
            #expect(!text.contains(":\(exact),") && !text.contains(",\(exact),"), "\(exact)")
        }
        let salt = try #require(bench.desk(bench.lead).overlaps.values.first?.table.salt)
        #expect(!text.contains(salt.map(String.init).joined(separator: ",")))
    }

    @Test(arguments: UInt64(0)..<50)
    func `no hidden count follows from those that are shown`(seed: UInt64) throws {
        // For every hidden cell, another value is found that publishes the very same table.
        var generator = SplitMix64(seed: seed)
        let counts =
            [0] + (1..<8).map { _ in Int.random(in: 0...40, using: &generator) }
        let shown = Self.shown(counts)
        for cell in 1..<8 where shown.counts[cell] == nil {
            let others = (0..<10).filter { $0 != counts[cell] }
            let isHidden = others.contains { value in
                (0..<8).contains { other in
                    (-9...9).contains { shift in
                        var changed = counts
                        changed[cell] = value
                        if other > 0, other != cell { changed[other] += shift }
                        guard changed[other] >= 0 else { return false }
                        return Self.shown(changed) == shown
                    }
                }
            }
            #expect(isHidden, "\(counts) at \(cell)")
        }
    }

    private static func shown(_ counts: [Int]) -> PublishedEstimate {
        let command = overlap(counts)
        let table = OverlapTable(
            id: OverlapID(bytes: [UInt8](repeating: 0, count: 16)) ?? .random(),
            population: "",
            place: "",
            window: command.window,
            definition: "",
            lists: command.lists,
            samePopulation: .yes,
            counts: counts,
            linkage: "",
            linkedBy: "",
            salt: []
        )
        let run = EstimateRun(
            id: EstimateID(bytes: [UInt8](repeating: 0, count: 16)) ?? .random(),
            table: table.id,
            seed: 1,
            resamples: 1
        )
        return PublishedEstimate(run, of: table, numbers: numbers, why: "")
    }

    @Test func `an estimate is published with a reason, by the agency that has it, and once`()
        throws
    {
        var bench = Bench()
        let estimate = try Self.run(&bench)
        let command = PublishEstimate(estimate: estimate, numbers: Self.numbers, why: " ")
        #expect(throws: Refusal.missing(field: "why")) {
            try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
        }
        let other = PublishEstimate(estimate: estimate, numbers: Self.numbers, why: "For them")
        #expect(throws: Refusal.notFound) {
            try other.decide(on: bench.desk(bench.shelter), in: bench.setting(bench.shelter))
        }
        var setting = bench.setting(bench.lead)
        Self.fold(
            .estimatePublished(try Self.published(bench, estimate)),
            by: bench.lead,
            in: &setting
        )
        #expect(throws: Refusal.estimateAlreadyPublished) {
            try other.decide(on: bench.desk(bench.lead), in: setting)
        }
    }

    @Test func `it is withdrawn with a reason, by the agency that published it, and once`() throws {
        var bench = Bench()
        let estimate = try Self.run(&bench)
        let fact = Fact.estimatePublished(try Self.published(bench, estimate))
        var setting = bench.setting(bench.lead)
        let command = WithdrawEstimate(estimate: estimate, why: "A list was counted twice")
        #expect(throws: Refusal.notFound) {
            try command.decide(on: bench.desk(bench.lead), in: setting)
        }
        Self.fold(fact, by: bench.lead, in: &setting)
        var others = bench.setting(bench.shelter)
        others.commons = setting.commons
        #expect(throws: Refusal.notFound) {
            try command.decide(on: bench.desk(bench.shelter), in: others)
        }
        #expect(throws: Refusal.missing(field: "why")) {
            try WithdrawEstimate(estimate: estimate, why: "")
                .decide(on: bench.desk(bench.lead), in: setting)
        }
        let (decision, _) = try command.decide(on: bench.desk(bench.lead), in: setting)
        #expect(decision.facts.map(\.compartment) == [.open])
        Self.fold(try #require(decision.facts.first?.fact), by: bench.lead, in: &setting)
        #expect(setting.commons.estimates[estimate]?.withdrawal?.why == "A list was counted twice")
        #expect(setting.commons.estimates[estimate]?.estimate.why == "For the plan")
        #expect(throws: Refusal.estimateAlreadyWithdrawn) {
            try command.decide(on: bench.desk(bench.lead), in: setting)
        }
    }

    @Test func `what was refused cannot be said to be published`() {
        let words = #""refused""#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(EstimatedNumbers.Verdict.self, from: Data(words.utf8))
        }
    }

    private static func fold(_ fact: Fact, by agency: AgencyID, in setting: inout Setting) {
        setting.commons.apply(
            fact,
            stamp: Stamp(
                position: 9,
                ordinal: 0,
                at: setting.now,
                member: setting.member,
                agency: agency
            )
        )
    }
}
