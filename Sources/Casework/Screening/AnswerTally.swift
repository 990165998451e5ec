/// How many indicators of one set were answered in each way.
package struct AnswerTally: Codable, Hashable, Sendable {
    /// The set, as `id@version`.
    package let set: String
    package let yes: Int
    package let no: Int
    package let unknown: Int
    package let notAsked: Int

    package var unanswered: Int { unknown + notAsked }

    init(_ set: IndicatorSet, answers: [String: Answer]) {
        func count(_ answer: Answer) -> Int {
            set.indicators.count { answers[$0.code, default: .notAsked] == answer }
        }
        self.set = set.versionedID
        yes = count(.yes)
        no = count(.no)
        unknown = count(.unknown)
        notAsked = count(.notAsked)
    }
}
