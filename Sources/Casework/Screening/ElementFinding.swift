/// What the answers show of one element, and because of which answers.
///
/// An element is
/// - *present* when a direct question, or an indicator tagged with it, was answered yes, or when a
///   dimension that shows it is positive;
/// - *missing* when every direct question about it was answered no, and no other answer points to
///   it: no tagged indicator and no indicator of its dimensions was answered yes or unknown;
/// - *not enough information* otherwise.
///
/// So lists alone, which ask only for signs, never make an element missing.
package struct ElementFinding: Codable, Hashable, Sendable {
    /// What makes an element present.
    package enum Basis: String, Codable, CaseIterable, Sendable {
        case directQuestion
        /// A tag that this system proposes and the source does not: the weakest basis.
        case proposedTag
        case positiveDimension
    }

    package let element: PalermoElement
    package let state: ElementState
    /// Empty unless the element is present.
    package let bases: [Basis]
    /// The codes of the answers behind the state: when present, the yes answers; when missing, the
    /// direct questions; otherwise the direct questions still open and what points to the element
    /// without being enough.
    package let because: [String]

    init(
        _ element: PalermoElement,
        sets: [IndicatorSet],
        answers: [String: Answer],
        positive: [DimensionFinding]
    ) {
        var direct: [String] = []
        var tagged: [String] = []
        var grouped: [String] = []
        for set in sets {
            let codes = set.indicators.filter { $0.bears(on: element) }.map(\.code)
            switch set.method {
            case .elements: direct += codes
            case .list: tagged += codes
            case .dimensions: grouped += codes
            }
        }
        func answered(_ answer: Answer, _ codes: [String]) -> [String] {
            codes.filter { answers[$0, default: .notAsked] == answer }
        }
        let supporting: [Basis: [String]] = [
            .directQuestion: answered(.yes, direct),
            .proposedTag: answered(.yes, tagged),
            .positiveDimension: positive.filter { $0.dimension.element == element }
                .flatMap(\.counted),
        ]
        let pointing =
            answered(.yes, grouped) + answered(.unknown, tagged) + answered(.unknown, grouped)
        let open = direct.filter { answers[$0, default: .notAsked].isOpen }

        self.element = element
        bases = Basis.allCases.filter { supporting[$0]?.isEmpty == false }
        if !bases.isEmpty {
            state = .present
            because = Basis.allCases.flatMap { supporting[$0] ?? [] }
        } else if !direct.isEmpty, open.isEmpty, pointing.isEmpty {
            state = .missing
            because = direct
        } else {
            state = .notEnoughInformation
            because = open + pointing
        }
    }
}
