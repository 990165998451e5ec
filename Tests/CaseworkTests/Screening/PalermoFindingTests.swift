import Testing

@testable import Casework

@Suite struct PalermoFindingTests {
    let elements: IndicatorSet
    let general: IndicatorSet
    let labour: IndicatorSet

    init() throws {
        elements = try IndicatorLibrary.standard.newest("palermo-elements")
        general = try IndicatorLibrary.standard.newest("unodc-general")
        labour = try IndicatorLibrary.standard.newest("ilo-labour")
    }

    func direct(_ element: PalermoElement) -> [String] {
        elements.indicators.filter { $0.palermo == [element] }.map(\.code)
    }

    func answers(_ states: [PalermoElement: ElementState]) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for (element, state) in states {
            let codes = direct(element)
            switch state {
            case .present: answers[codes[0]] = .yes
            case .missing: for code in codes { answers[code] = .no }
            case .notEnoughInformation: answers[codes[0]] = .unknown
            }
        }
        return answers
    }

    /// The conclusion, written as the table a lawyer would draw.
    static func conclusion(
        act: ElementState,
        means: ElementState,
        purpose: ElementState,
        age: AgeBand
    ) -> ElementState {
        switch (age, act, means, purpose) {
        case (.under12, .present, _, .present), (.from12to17, .present, _, .present),
            (.unknown, .present, _, .present), (_, .present, .present, .present):
            .present
        case (.under12, .missing, _, _), (.under12, _, _, .missing),
            (.from12to17, .missing, _, _), (.from12to17, _, _, .missing),
            (.unknown, .missing, _, _), (.unknown, _, _, .missing):
            .missing
        case (.under12, _, _, _), (.from12to17, _, _, _), (.unknown, _, _, _):
            .notEnoughInformation
        case (_, .missing, _, _), (_, _, .missing, _), (_, _, _, .missing): .missing
        default: .notEnoughInformation
        }
    }

    @Test(arguments: AgeBand.allCases)
    func `the conclusion is right for all combinations of the elements`(age: AgeBand) {
        for act in ElementState.allCases {
            for means in ElementState.allCases {
                for purpose in ElementState.allCases {
                    let finding = Finding.evaluate(
                        sets: [elements],
                        answers: answers([.act: act, .means: means, .purpose: purpose]),
                        age: age
                    )
                    #expect(finding.palermo.elements.map(\.state) == [act, means, purpose])
                    #expect(
                        finding.palermo.conclusion
                            == Self.conclusion(act: act, means: means, purpose: purpose, age: age)
                    )
                }
            }
        }
    }

    @Test func `only those of known adult age need the means`() {
        for age in AgeBand.allCases {
            let finding = Finding.evaluate(sets: [elements], answers: [:], age: age)
            let isAdult = [AgeBand.from18to29, .from30to59, .over59].contains(age)
            #expect(finding.palermo.meansNeeded == isAdult)
            #expect(finding.reasons.contains(.treatedAsChild(age: age)) == !isAdult)
        }
    }

    @Test func `an act is missing only when each direct question and each sign is a no`() {
        let codes = direct(.act)
        for given in allAnswers(codes.count) {
            for sign in Answer.allCases {
                var answers = Dictionary(uniqueKeysWithValues: zip(codes, given))
                answers["g16"] = sign
                let finding = Finding.evaluate(
                    sets: [elements, general],
                    answers: answers,
                    age: .from30to59
                ).palermo.act
                let expected: ElementState =
                    if given.contains(.yes) || sign == .yes {
                        .present
                    } else if given == Array(repeating: .no, count: 5) && sign != .unknown {
                        .missing
                    } else {
                        .notEnoughInformation
                    }
                #expect(finding.state == expected, "\(given) \(sign)")
            }
        }
    }

    @Test func `signs alone never make an element missing`() {
        let answers = Dictionary(
            uniqueKeysWithValues: general.indicators.map { ($0.code, Answer.no) }
        )
        for sets in [[general], [elements, general]] {
            let finding = Finding.evaluate(sets: sets, answers: answers, age: .over59)
            #expect(finding.palermo.elements.allSatisfy { $0.state == .notEnoughInformation })
        }
    }

    @Test func `an element that rests on a proposed tag says so`() {
        let finding = Finding.evaluate(
            sets: [elements, general],
            answers: ["g13": .yes],
            age: .over59
        ).palermo.means
        #expect(finding.state == .present)
        #expect(finding.bases == [.proposedTag])
        #expect(finding.because == ["g13"])
    }

    @Test func `a positive dimension shows its element and no other`() {
        for dimension in Dimension.allCases {
            let codes = labour.indicators.filter { $0.dimension == dimension }.map(\.code)
            let finding = Finding.evaluate(
                sets: [elements, labour],
                answers: Dictionary(uniqueKeysWithValues: codes.map { ($0, .yes) }),
                age: .over59
            )
            let element: PalermoElement = dimension == .exploitation ? .purpose : .means
            for shown in finding.palermo.elements {
                let isShown = shown.element == element
                #expect(shown.state == (isShown ? .present : .notEnoughInformation))
                #expect(shown.bases == (isShown ? [.positiveDimension] : []))
                if isShown { #expect(Set(shown.because) == Set(codes)) }
            }
        }
    }

    @Test func `answers that disagree about an element are pointed out`() {
        var answers = answers([.means: .missing])
        let codes = direct(.means)
        let disagreement = FindingReason.answersDisagree(.means, codes: codes)
        for (code, isPresent) in [("g13", true), ("g05", false), ("d5-04", false)] {
            answers[code] = .yes
            let finding = Finding.evaluate(
                sets: [elements, general, labour],
                answers: answers,
                age: .over59
            )
            #expect((finding.palermo.means.state == .present) == isPresent, "\(code)")
            #expect(finding.reasons.contains(disagreement) == isPresent, "\(code)")
            answers[code] = .no
        }
        answers["g13"] = .yes
        answers[codes[0]] = .unknown
        let open = Finding.evaluate(sets: [elements, general], answers: answers, age: .over59)
        #expect(!open.reasons.contains(disagreement))
    }

    @Test(arguments: ["g13", "d5-04"])
    func `what is not known about a sign keeps its element from being missing`(code: String) {
        var answers = answers([.means: .missing])
        answers[code] = .unknown
        let means = Finding.evaluate(
            sets: [elements, general, labour],
            answers: answers,
            age: .over59
        ).palermo.means
        #expect(means.state == .notEnoughInformation)
        #expect(means.because == [code])
    }

    @Test func `a yes in a dimension that is not positive keeps its element from being missing`() {
        var answers = answers([.means: .missing])
        #expect(
            Finding.evaluate(sets: [elements, labour], answers: answers, age: .over59)
                .palermo.means.state == .missing
        )
        answers["d5-04"] = .yes
        let means = Finding.evaluate(sets: [elements, labour], answers: answers, age: .over59)
            .palermo.means
        #expect(means.state == .notEnoughInformation)
        #expect(means.because == ["d5-04"])
    }
}
