/// One reason of a finding: the rule that was applied and the answers behind it.
///
/// A reason names codes and sets, never what anyone said; `words(in:)` puts the rule into a sentence.
package enum FindingReason: Codable, Hashable, Sendable {
    /// The rules for children apply, because of the age or because it is not known.
    case treatedAsChild(age: AgeBand)
    case element(ElementFinding)
    /// Every direct question about the element was answered no, and other answers show it.
    case answersDisagree(PalermoElement, codes: [String])
    case dimension(set: String, DimensionFinding)
    case combination(set: String, Combination)
    /// Answered yes, and no rule reads them: a person weighs them.
    case withoutRule(set: String, codes: [String])
    /// The set is for another age; its answers were not read.
    case setForAnotherAge(set: String)
    /// What the set says was not read in its own source.
    case sourceNotChecked(set: String, IndicatorSet.SourceMark)
    /// There are answers to codes that none of the sets asks; they were not read.
    case answersWithoutQuestion(codes: [String])
}
