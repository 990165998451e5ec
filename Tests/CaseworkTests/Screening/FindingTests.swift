import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite struct FindingTests {
    let library = IndicatorLibrary.standard

    static func rank(_ state: ElementState) -> Int {
        switch state {
        case .missing: 0
        case .notEnoughInformation: 1
        case .present: 2
        }
    }

    @Test(arguments: UInt64(1)...60)
    func `one more yes never makes anything less present`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for age in AgeBand.allCases {
            var answers = randomAnswers(to: library.sets, using: &generator)
            var before = Finding.evaluate(sets: library.sets, answers: answers, age: age)
            let others = answers.filter { $0.value != .yes }.keys.sorted()
                .shuffled(using: &generator)
            for code in others.prefix(8) {
                answers[code] = .yes
                let after = Finding.evaluate(sets: library.sets, answers: answers, age: age)
                for (old, new) in zip(before.palermo.elements, after.palermo.elements) {
                    #expect(Self.rank(new.state) >= Self.rank(old.state), "\(code)")
                }
                #expect(
                    Self.rank(after.palermo.conclusion) >= Self.rank(before.palermo.conclusion)
                )
                for (old, new) in zip(before.bySet, after.bySet) {
                    #expect(
                        Set(old.positive.map(\.dimension))
                            .isSubset(of: new.positive.map(\.dimension))
                    )
                }
                before = after
            }
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `the reasons account for the whole finding`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for age in AgeBand.allCases {
            let answers = randomAnswers(to: library.sets, using: &generator)
            let finding = Finding.evaluate(sets: library.sets, answers: answers, age: age)
            for element in finding.palermo.elements {
                #expect(finding.reasons.contains(.element(element)))
                let values = Set(element.because.map { answers[$0, default: .notAsked] })
                switch element.state {
                case .present: #expect(values == [.yes])
                case .missing: #expect(values == [.no])
                case .notEnoughInformation: #expect(!values.isEmpty && !values.contains(.no))
                }
            }
            for group in finding.bySet {
                for dimension in group.dimensions {
                    #expect(finding.reasons.contains(.dimension(set: group.set, dimension)))
                }
                #expect(
                    finding.reasons.contains(.combination(set: group.set, group.combination))
                )
            }
            for tally in finding.tallies {
                let count = library[versioned: tally.set]?.indicators.count
                #expect(tally.yes + tally.no + tally.unanswered == count)
            }
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `a finding is stored and read back the same`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for age in AgeBand.allCases {
            let finding = Finding.evaluate(
                sets: library.sets,
                answers: randomAnswers(to: library.sets, using: &generator),
                age: age
            )
            let json = try JSONEncoder().encode(finding)
            #expect(try JSONDecoder().decode(Finding.self, from: json) == finding)
        }
    }

    @Test func `random answers reach findings of very different kinds`() {
        var generator = SplitMix64(seed: 7)
        var combinations: Set<Combination> = []
        var states: Set<ElementState> = []
        for _ in 0..<400 {
            for age in [AgeBand.from12to17, .from30to59] {
                let answers = randomAnswers(to: library.sets, using: &generator)
                let finding = Finding.evaluate(sets: library.sets, answers: answers, age: age)
                combinations.formUnion(finding.bySet.map(\.combination))
                states.insert(finding.palermo.conclusion)
            }
        }
        #expect(combinations.contains(.recruitmentExploitationAndCoercion))
        #expect(combinations.contains(.exploitationOfChildWithAct))
        #expect(combinations.contains(.notEnoughInformation))
        #expect(states.contains(.present))
        #expect(states.contains(.notEnoughInformation))
    }

    @Test func `indicators that no rule reads are shown for a person to weigh`() {
        let finding = Finding.evaluate(
            sets: library.asked(["unodc-general", "unodc-child"]),
            answers: ["g05": .yes, "g10": .no, "c02": .yes, "g16": .yes],
            age: .unknown
        )
        #expect(finding.reasons.contains(.withoutRule(set: "unodc-general@1", codes: ["g05"])))
        #expect(finding.reasons.contains(.withoutRule(set: "unodc-child@1", codes: ["c02"])))
    }

    @Test func `a set for children is not read for an adult, and the finding says so`() {
        let sets = library.asked(["unodc-child"])
        let adult = Finding.evaluate(sets: sets, answers: ["c01": .yes], age: .over59)
        #expect(adult.reasons.contains(.setForAnotherAge(set: "unodc-child@1")))
        #expect(adult.tallies.map(\.set) == ["palermo-elements@1"])
        let unknown = Finding.evaluate(sets: sets, answers: ["c01": .yes], age: .unknown)
        #expect(unknown.tallies.map(\.set) == ["palermo-elements@1", "unodc-child@1"])
    }

    @Test func `answers that no set asks for are named and change nothing else`() {
        let sets = library.asked(["unodc-general"])
        let with = Finding.evaluate(sets: sets, answers: ["d1-01": .yes, "x": .no], age: .over59)
        let without = Finding.evaluate(sets: sets, answers: [:], age: .over59)
        #expect(with.palermo == without.palermo)
        #expect(with.reasons.last == .answersWithoutQuestion(codes: ["d1-01", "x"]))
    }

    @Test func `a secondary source is told`() {
        let finding = Finding.evaluate(
            sets: library.asked(["ilo-labour"]),
            answers: [:],
            age: .over59
        )
        #expect(finding.reasons.contains(.sourceNotChecked(set: "ilo-labour@1", .secondary)))
        #expect(finding.unanswered == 19 + 67)
    }

    @Test func `the same set given twice is counted once`() {
        let sets = library.asked(["ilo-labour"])
        let answers: [String: Answer] = ["d1-01": .yes]
        let once = Finding.evaluate(sets: sets, answers: answers, age: .over59)
        let twice = Finding.evaluate(sets: sets + sets, answers: answers, age: .over59)
        #expect(once == twice)
    }
}
