/// A member says of two encounters or dossiers whether they are of the same person, and why.
///
/// Nothing is moved or overwritten: both remain, and what was said can be undone by saying so.
package struct DecidePair: Command {
    package var one: Appearance
    package var other: Appearance
    package var verdict: PairVerdict
    package var why: String
    /// That the member has read what speaks against a merge, and merges all the same.
    package var isSure: Bool

    package init(
        one: Appearance,
        other: Appearance,
        verdict: PairVerdict,
        why: String,
        isSure: Bool
    ) {
        self.one = one
        self.other = other
        self.verdict = verdict
        self.why = why
        self.isSure = isSure
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        let persons = desk.persons
        guard desk.knows(one), desk.knows(other), persons.unit(of: one) != persons.unit(of: other)
        else { throw .notFound }
        let pair = AppearancePair(one, other)
        let standing = persons.verdict(on: pair)
        switch verdict {
        case .merged, .keptApart:
            guard standing != verdict else { throw .pairAlreadyDecided }
        case .undone:
            guard standing != nil else { throw .pairNotDecided }
        }
        let fact = Fact.pairDecided(pair, verdict, why: try checked(why, "why", limit: 2000))
        if verdict == .merged, !isSure {
            let doubts = persons.doubts(ofMerging: pair)
            if doubts.contains(.contradicts) { throw .mergeContradicts }
            if doubts.contains(.joinsGroups) { throw .mergeJoinsGroups }
        }
        return (Decision("person.compared", [Placed(fact, in: setting.register)]), ())
    }
}
