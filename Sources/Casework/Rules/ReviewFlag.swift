/// A coordinator looked at a flag and says what they found.
///
/// Nothing is taken away by it: flag and review both stay, and every agency that reads the flag reads
/// the review.
package struct ReviewFlag: Command {
    package var flag: FlagID
    package var words: String

    package init(flag: FlagID, words: String) {
        self.flag = flag
        self.words = words
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let record = desk.flags[flag], let opener = record.stamp?.member else {
            throw .notFound
        }
        guard opener != setting.member else { throw .ownOpening }
        let fact = Fact.flagReviewed(flag, words: try checked(words, "words", limit: 1000))
        return (Decision("flag.reviewed", [Placed(fact, in: .flag(flag))]), ())
    }
}
