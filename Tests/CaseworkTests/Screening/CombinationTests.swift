import Testing

@testable import Casework

@Suite struct CombinationTests {
    let labour: IndicatorSet

    init() throws { labour = try IndicatorLibrary.standard.newest("ilo-labour") }

    /// The published rows, of which the first that fits holds.
    ///
    /// There is one sign for each dimension in order: `1` positive, `0` not, `*` either.
    static let rows: [(String, Combination)] = [
        ("000000", .noDimensionPositive),
        ("000100", .exploitationOnly),
        ("100100", .deceptionAndExploitation),
        ("1**11*", .recruitmentExploitationAndCoercion),
        ("*1*11*", .recruitmentExploitationAndCoercion),
        ("**11**", .exploitationWithAbuseOfVulnerability),
        ("***1*1", .exploitationWithAbuseOfVulnerability),
        ("******", .notDefined),
    ]

    static func expected(_ signs: String) -> Combination? {
        rows.first { row, _ in
            zip(row, signs).allSatisfy { pattern, sign in pattern == "*" || pattern == sign }
        }?.1
    }

    static let allSigns = (0..<64).map { mask in
        String((0..<6).map { mask & (1 << $0) != 0 ? "1" : "0" })
    }

    /// Dimensions that are positive where the sign is `1`: all yes there, all no elsewhere.
    func findings(_ signs: String, forChild: Bool) -> [DimensionFinding] {
        zip(Dimension.allCases, signs).map { dimension, sign in
            let codes = labour.indicators.filter { $0.dimension == dimension }.map(\.code)
            let answer: Answer = sign == "1" ? .yes : .no
            return DimensionFinding(
                dimension,
                of: labour,
                answers: Dictionary(uniqueKeysWithValues: codes.map { ($0, answer) }),
                forChild: forChild
            )
        }
    }

    @Test(arguments: allSigns, ElementState.allCases)
    func `an adult's combination is the published row or not defined`(
        signs: String,
        act: ElementState
    ) {
        let combination = Combination(findings(signs, forChild: false), act: act, forChild: false)
        #expect(combination == Self.expected(signs))
    }

    @Test(arguments: allSigns, ElementState.allCases)
    func `a child's exploitation with the act needs no means`(signs: String, act: ElementState) {
        let combination = Combination(findings(signs, forChild: true), act: act, forChild: true)
        let hasExploitation = Array(signs)[3] == "1"
        let expected =
            hasExploitation && act == .present
            ? .exploitationOfChildWithAct : Self.expected(signs)
        #expect(combination == expected)
    }

    @Test func `nothing asked is not enough information, and not an absence`() {
        let findings = Dimension.allCases.map {
            DimensionFinding($0, of: labour, answers: [:], forChild: false)
        }
        let combination = Combination(findings, act: .notEnoughInformation, forChild: false)
        #expect(combination == .notEnoughInformation)
    }
}
