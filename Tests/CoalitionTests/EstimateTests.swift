import Casework
import Estimation
import Foundation
import Ledger
import Testing
import Vault

@testable import Coalition

/// From a table of overlaps to an estimate that everybody reads.
struct EstimateTests {
    /// A world with an analyst in the founding agency.
    private struct Study {
        let world: World
        let analyst: Member
        var node: Node { world.node }

        init() async throws {
            world = try await World()
            _ = try await world.node.enrol(
                World.member("analyst", [.analyst]),
                by: world.founder
            )
            analyst = try await world.node.signIn(name: "analyst", password: World.password)
        }

        func enter(
            _ counts: [Int] = EstimateTests.counts,
            making: ListMaking = .independent
        ) async throws -> OverlapID {
            try await node.perform(EstimateTests.table(counts, making: making), by: analyst)
        }

        func ask(_ table: OverlapID, seed: Int = 7) async throws -> EstimateID {
            try await node.perform(
                AskForEstimate(table, seed: seed, node.estimation),
                by: analyst
            )
        }

        func report(_ id: EstimateID) async throws -> EstimationReport {
            while true {
                switch try await node.reckoning(of: id, by: analyst).state {
                case .done(let report): return report
                case .failed: throw Refusal.notFound
                case .waiting, .working, .busy: try await Task.sleep(for: .milliseconds(5))
                }
            }
        }

        func published(_ counts: [Int] = EstimateTests.counts) async throws -> EstimateID {
            let id = try await ask(try await enter(counts))
            _ = try await report(id)
            try await node.publish(id, why: "For the plan of shelters", by: world.founder)
            return id
        }
    }

    static let counts = [0, 1213, 1307, 211, 907, 143, 171, 6]

    static func table(_ counts: [Int], making: ListMaking = .independent) -> EnterOverlap {
        let listCount = counts.count.trailingZeroBitCount
        return EnterOverlap(
            population: "People who passed (invented)",
            place: "Soconusco",
            window: Window(
                start: Moment(milliseconds: 1_790_000_000_000),
                end: Moment(milliseconds: 1_792_592_000_000)
            ),
            definition: "Met, with two elements present",
            lists: (0..<listCount).map {
                ContributedList(
                    name: "List \($0)",
                    making: $0 == 0 ? making : .independent
                )
            },
            samePopulation: .yes,
            counts: counts,
            linkage: "By name and year of birth",
            linkedBy: "The secretariat"
        )
    }

    // MARK: Reckoning

    @Test func `the same seed gives the same numbers, and another seed others`() async throws {
        let study = try await Study()
        let table = try await study.enter()
        let first = try await study.report(try await study.ask(table, seed: 7))
        let same = try await study.report(try await study.ask(table, seed: 7))
        let other = try await study.report(try await study.ask(table, seed: 8))
        #expect(first == same)
        #expect(first.observed == 3958)
        #expect(first.verdict != .refused)
        #expect(first.range != nil)
        #expect(other.range != first.range)
        #expect(other.observed == first.observed)
    }

    @Test func `a run survives the program and comes to the same numbers in the next`()
        async throws
    {
        let study = try await Study()
        let id = try await study.ask(try await study.enter())
        let report = try await study.report(id)
        let second = try study.world.secondNode()
        let analyst = try await second.signIn(name: "analyst", password: World.password)
        var again: EstimationReport?
        while again == nil {
            if case .done(let report) = try await second.reckoning(of: id, by: analyst).state {
                again = report
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(again == report)
    }

    @Test func `what an analyst drafts is the agency's and nobody else's`() async throws {
        let study = try await Study()
        let id = try await study.ask(try await study.enter())
        await #expect(throws: Policy.Reason.notInRole) {
            try await study.node.reckoning(of: id, by: study.world.officer)
        }
        await #expect(throws: Refusal.notFound) {
            try await study.node.reckoning(of: id, by: study.world.shelterCoordinator)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await study.node.perform(Self.table(Self.counts), by: study.world.founder)
        }
    }

    // MARK: Publishing

    @Test func `an analyst publishes nothing, and a coordinator of the agency does, with a reason`()
        async throws
    {
        let study = try await Study()
        let id = try await study.ask(try await study.enter())
        _ = try await study.report(id)
        let size = try study.world.store.size()
        await #expect(throws: Policy.Reason.notInRole) {
            try await study.node.publish(id, why: "Because", by: study.analyst)
        }
        await #expect(throws: Refusal.notFound) {
            try await study.node.publish(id, why: "Because", by: study.world.shelterCoordinator)
        }
        await #expect(throws: Refusal.missing(field: "why")) {
            try await study.node.publish(id, why: "  ", by: study.world.founder)
        }
        #expect(try study.world.store.size() == size)
        try await study.node.publish(id, why: "For the plan", by: study.world.founder)
        #expect(try study.world.store.size() == size + 1)
        await #expect(throws: Refusal.estimateAlreadyPublished) {
            try await study.node.publish(id, why: "Again", by: study.world.founder)
        }
    }

    @Test func `what is published can be read without a key, with all that it rests on`()
        async throws
    {
        let study = try await Study()
        let id = try await study.published()
        let report = try await study.report(id)
        let strangers = try study.world.secondNode()
        let record = try #require(await strangers.publishedEstimates.first)
        let numbers = record.estimate.numbers
        #expect(record.estimate.id == id)
        #expect(record.estimate.why == "For the plan of shelters")
        #expect(record.stamp.agency == study.world.founder.agency)
        #expect(numbers.seed == 7)
        #expect(numbers.resamples == 60)
        #expect(numbers.version == EstimationRun.version)
        #expect(numbers.reasons.count == report.reasons.count)
        let range = try #require(report.range)
        #expect(Double(numbers.low) <= range.low && range.high <= Double(numbers.high))
        #expect(numbers.atLeast <= Int(try #require(report.lowerBound)))
        let table = try await study.node.reckoning(of: id, by: study.analyst).overlap.table
        #expect(numbers.inputs == table.inputsHash)
        #expect(try study.world.forge([], by: study.world.founder.signer) == [])
    }

    @Test func `neither small counts nor exact ones nor the salt stand in what is published`()
        async throws
    {
        let study = try await Study()
        let id = try await study.published()
        let open = try study.world.store.shelfItems(
            space: VaultShelf.boxes,
            prefix: Box.clearCompartment
        )
        let box = try #require(open.compactMap { Box(stored: $0.value) }.last)
        let text = String(decoding: try box.clearText(), as: UTF8.self)
        #expect(text.contains("estimatePublished"))
        let report = try await study.report(id)
        let table = try await study.node.reckoning(of: id, by: study.analyst).overlap.table
        let exact =
            table.counts + table.lists.indices.map(table.people(onList:)) + [table.observed]
            + report.methods.compactMap(\.estimate).map { Int($0.rounded()) }
        // The bytes of hashes and the seed, which are numbers too, say nothing of counts.
        let said = text.replacing(/\[[0-9,]+\]/, with: "").replacing("\"seed\":7", with: "")
        let numbers = Set(
            said.matches(of: /[0-9][0-9,]*/).map { $0.0.filter(\.isNumber) }
        )
        #expect(numbers.count > 20)
        for count in exact where count > 12 && !count.isMultiple(of: 10) {
            #expect(!numbers.contains(String(count)), "\(count)")
        }
        #expect(!text.contains(table.salt.map(String.init).joined(separator: ",")))
    }

    @Test(arguments: [[0, 120, 130, 21], [0, 40, 50, 2, 30, 1, 1, 0]])
    func `what the gates refuse cannot be published`(counts: [Int]) async throws {
        let study = try await Study()
        let id = try await study.ask(try await study.enter(counts))
        let report = try await study.report(id)
        #expect(report.verdict == .refused)
        #expect(report.range == nil)
        #expect(report.observed == counts.reduce(0, +))
        let size = try study.world.store.size()
        await #expect(throws: Refusal.estimateRefused) {
            try await study.node.publish(id, why: "We need a number", by: study.world.founder)
        }
        #expect(try study.world.store.size() == size)
    }

    @Test func `a list that was mostly made by referrals lets no number through`() async throws {
        let study = try await Study()
        let table = try await study.enter(Self.counts, making: .mostlyReferrals)
        let report = try await study.report(try await study.ask(table))
        #expect(report.verdict == .refused)
        #expect(report.reasons.contains(.refusal(.madeByReferral(list: "List 0"))))
    }

    // MARK: Withdrawing

    @Test func `a published estimate is withdrawn by its agency, and both stay`() async throws {
        let study = try await Study()
        let id = try await study.published()
        let command = WithdrawEstimate(estimate: id, why: "One list was counted twice")
        await #expect(throws: Policy.Reason.notInRole) {
            try await study.node.perform(command, by: study.analyst)
        }
        await #expect(throws: Refusal.notFound) {
            try await study.node.perform(command, by: study.world.shelterCoordinator)
        }
        try await study.node.perform(command, by: study.world.founder)
        let record = try #require(
            await study.world.secondNode().publishedEstimates.first
        )
        #expect(record.withdrawal?.why == "One list was counted twice")
        #expect(record.estimate.why == "For the plan of shelters")
        await #expect(throws: Refusal.estimateAlreadyWithdrawn) {
            try await study.node.perform(command, by: study.world.founder)
        }
        #expect(try study.world.forge([], by: study.world.founder.signer) == [])
    }

    @Test func `publications and withdrawals past the rules are found`() async throws {
        for forgery in Forgery.allCases {
            let study = try await Study()
            let id = try await study.published()
            let record = try #require(await study.node.publishedEstimates.first)
            var another = record.estimate
            let found: Set<Verification.Reason>
            switch forgery {
            case .othersWithdraw:
                let fact = Fact.estimateWithdrawn(id, why: "Not ours")
                found = try study.world.forge([fact], by: study.world.shelterCoordinator.signer)
            case .analystPublishes:
                another.id = .random()
                found = try study.world.forge(
                    [.estimatePublished(another)],
                    by: study.analyst.signer
                )
            case .changed:
                another.numbers.low += 10
                found = try study.world.forge(
                    [.estimatePublished(another)],
                    by: study.world.founder.signer
                )
            case .neverPublished:
                found = try study.world.forge(
                    [.estimateWithdrawn(.random(), why: "No such thing")],
                    by: study.world.founder.signer
                )
            }
            #expect(found == [.notEntitled], "\(forgery)")
            let strangers = try study.world.secondNode()
            #expect(await strangers.publishedEstimates == [record], "\(forgery)")
        }
    }

    /// What somebody could write into the log past the rules.
    private enum Forgery: CaseIterable {
        case othersWithdraw, analystPublishes, changed, neverPublished
    }

    // MARK: The hash

    @Test func `the hash of the inputs changes with whatever the estimate rests on, and the salt`()
    {
        func table(_ change: (inout OverlapTable) -> Void = { _ in }) -> OverlapTable {
            let entered = Self.table(Self.counts)
            var table = OverlapTable(
                id: .random(),
                population: entered.population,
                place: entered.place,
                window: entered.window,
                definition: entered.definition,
                lists: entered.lists,
                samePopulation: entered.samePopulation,
                counts: entered.counts,
                linkage: entered.linkage,
                linkedBy: entered.linkedBy,
                salt: [UInt8](repeating: 1, count: OverlapTable.saltSize)
            )
            change(&table)
            return table
        }
        let hashes = [
            table(), table { $0.salt[0] = 2 }, table { $0.counts[7] = 7 },
            table { $0.lists[1].name = "Other" }, table { $0.lists[1].making = .notKnown },
            table { $0.window.end = $0.window.end.adding(hours: 1) },
            table { $0.samePopulation = .no }, table { $0.population = "People" },
            table {
                $0.place = "SoconuscoM"
                $0.definition.removeFirst()
            },
        ].map(\.inputsHash)
        #expect(Set(hashes).count == hashes.count)
        #expect(hashes.allSatisfy { $0.count == 32 })
        #expect(table().inputsHash == table().inputsHash)
    }
}
