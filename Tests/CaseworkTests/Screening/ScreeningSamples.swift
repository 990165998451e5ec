import TestSupport

@testable import Casework

extension IndicatorLibrary {
    /// The newest version of the set with this id.
    func newest(_ id: String) throws -> IndicatorSet {
        guard let set = sets.last(where: { $0.id == id }) else { throw NoSuchSet(id: id) }
        return set
    }
}

struct NoSuchSet: Error { let id: String }

/// Every sequence of answers of this length.
func allAnswers(_ length: Int) -> [[Answer]] {
    (0..<length).reduce([[]]) { sequences, _ in
        sequences.flatMap { sequence in Answer.allCases.map { sequence + [$0] } }
    }
}

/// Random answers to some of the questions of some sets.
func randomAnswers(
    to sets: [IndicatorSet],
    using generator: inout SplitMix64
) -> [String: Answer] {
    // How often a yes comes up differs from draw to draw, so that every state is met.
    let yesInTen = Int.random(in: 0...6, using: &generator)
    var answers: [String: Answer] = [:]
    for indicator in sets.flatMap(\.indicators) {
        let draw = Int.random(in: 0..<10, using: &generator)
        let others: [Answer] = [.no, .no, .no, .unknown, .notAsked]
        answers[indicator.code] =
            draw < yesInTen ? .yes : others.randomElement(using: &generator) ?? .no
    }
    return answers
}
