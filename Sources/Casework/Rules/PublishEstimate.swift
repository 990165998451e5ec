/// A coordinator puts an estimate before everybody, and says why.
///
/// The numbers come from the node, which reckoned them from the table: nobody can hand in others.
package struct PublishEstimate: Command {
    package var estimate: EstimateID
    package var numbers: EstimatedNumbers
    package var why: String

    package init(estimate: EstimateID, numbers: EstimatedNumbers, why: String) {
        self.estimate = estimate
        self.numbers = numbers
        self.why = why
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let run = desk.estimates[estimate]?.run,
            let table = desk.overlaps[run.table]?.table
        else { throw .notFound }
        guard setting.commons.estimates[estimate] == nil else { throw .estimateAlreadyPublished }
        let published = PublishedEstimate(
            run,
            of: table,
            numbers: numbers,
            why: try checked(why, "why", limit: 2000)
        )
        return (
            Decision("estimate.published", [Placed(.estimatePublished(published), in: .open)]), ()
        )
    }
}

/// A coordinator of the agency that published an estimate takes it back, and says why.
///
/// It stays in the record with the reason beside it: a number that was read is not undone by silence.
package struct WithdrawEstimate: Command {
    package var estimate: EstimateID
    package var why: String

    package init(estimate: EstimateID, why: String) {
        self.estimate = estimate
        self.why = why
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let record = setting.commons.estimates[estimate],
            record.stamp.agency == setting.agency
        else { throw .notFound }
        guard record.withdrawal == nil else { throw .estimateAlreadyWithdrawn }
        let fact = Fact.estimateWithdrawn(
            estimate,
            why: try checked(why, "why", limit: 2000)
        )
        return (Decision("estimate.withdrawn", [Placed(fact, in: .open)]), ())
    }
}
