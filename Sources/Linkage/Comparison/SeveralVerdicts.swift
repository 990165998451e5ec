/// Several columns' verdicts taken together, for columns that depend on each other.
///
/// Places do: who agrees on the suburb agrees on the postcode, so that two agreements are not twice
/// the evidence: a model learns what each level is worth when its parts agree together. How rare the
/// agreement is adds up over the parts, and parts that conflict take from it.
struct SeveralVerdicts {
    /// What a part that conflicts takes from the rarity of those that agree: three bits.
    private static let conflictQuarterBits = 12
    private var count = 0
    private var last = Verdict.missing
    private var agreeing = 0
    private var near = 0
    private var conflicting = 0
    private var quarterBits = 0
    private var isAlike = false

    mutating func add(_ verdict: Verdict) {
        switch verdict.finding {
        case .missing: return
        case .same, .sameEnd, .sameYearFirstOfJanuary, .asWritten:
            agreeing += 1
            quarterBits += verdict.quarterBits
        case .otherSpelling, .soundsAlike, .oneSaysMore, .nickname, .initial, .sameBeginning,
            .dayAndMonthExchanged, .oneDigit, .otherDay, .otherMonth, .otherYear,
            .sameYearAndMonth, .sameYearOnly, .yearsNear:
            near += 1
            quarterBits += verdict.quarterBits / 2
        case .alike, .partly, .sameYear, .withinTwoYears:
            isAlike = true
            conflicting += 1
        case .different, .withinTenYears, .movedPart, .exchanged: conflicting += 1
        }
        count += 1
        last = verdict
    }

    /// The verdict of one column as it is, of several by how many agree.
    var verdict: Verdict {
        if count <= 1 { return last }
        let finding: Level.Finding =
            switch (agreeing, near, conflicting) {
            case (_, 0, 0): .same
            case (_, _, 0): .otherSpelling
            case (0, 0, _): isAlike ? .alike : .different
            default: .partly
            }
        return Verdict(finding, quarterBits: quarterBits - Self.conflictQuarterBits * conflicting)
    }
}
