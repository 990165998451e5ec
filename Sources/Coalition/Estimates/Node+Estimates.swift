package import Casework
package import Estimation

/// A run, what it is made from, and how far it is.
package struct Reckoning: Sendable {
    /// How far the numbers are.
    package enum State: Sendable {
        /// So many are to be reckoned before it.
        case waiting(before: Int)
        /// What is being done, and the share of it that is done, from 0 to 1.
        case working(step: Casework.Wording?, share: Double)
        case done(EstimationReport)
        /// The table is none that anything can be reckoned from.
        case failed
        /// Too many wait; it is begun when there is room.
        case busy
    }

    package let record: EstimateRecord
    package let overlap: OverlapRecord
    package let state: State
    /// How it stands in public, if it was published.
    package let published: PublishedRecord?
}

/// The runs of an agency, so that what was reckoned can be forgotten when its last member leaves.
struct ReckoningKey: Hashable, Sendable {
    let agency: AgencyID
    let run: EstimateRun
}

extension Node {
    /// A run of the member's agency, and its numbers as far as they are.
    ///
    /// What is not known is reckoned, in the background, since the same run always has the same
    /// numbers. They are kept in memory alone, and no longer than a member of the agency is signed in.
    ///
    /// - Throws: `Policy.Reason` if the member may not see it, `Refusal.notFound` if there is none.
    package func reckoning(of id: EstimateID, by member: Member) throws -> Reckoning {
        let (record, overlap, published) = try read(.seeEstimates, by: member) { desk, commons, _ in
            guard let record = desk.estimates[id], let overlap = desk.overlaps[record.run.table]
            else { throw Refusal.notFound }
            return (record, overlap, commons.estimates[id])
        }
        let key = ReckoningKey(agency: member.agency, run: record.run)
        let state = estimates.state(of: key) { progress in
            try await EstimationReport.make(of: overlap.table, record.run, progress: progress)
        }
        return Reckoning(
            record: record,
            overlap: overlap,
            state: Reckoning.State(state),
            published: published
        )
    }

    /// Publishes what was reckoned.
    ///
    /// - Throws: `Policy.Reason` if the member may not, `Refusal.estimateNotReady` while it is at work,
    ///   `Refusal.estimateRefused` if the gates let no number through, or what the rules say.
    package func publish(_ id: EstimateID, why: String, by member: Member) async throws {
        try requirePermission(.publishEstimate, member)
        let reckoning = try reckoning(of: id, by: member)
        guard case .done(let report) = reckoning.state else { throw Refusal.estimateNotReady }
        let command = PublishEstimate(
            estimate: id,
            numbers: try EstimatedNumbers(
                report,
                of: reckoning.record.run,
                from: reckoning.overlap.table
            ),
            why: why
        )
        _ = try await commit(.publishEstimate, by: member) { desk, setting in
            try command.decide(on: desk, in: setting)
        }
    }

    /// Everything that was published, newest first, for whoever asks.
    package var publishedEstimates: [PublishedRecord] {
        commons.estimates.values.sorted { $0.stamp > $1.stamp }
    }
}

extension Reckoning.State {
    fileprivate init(_ state: Reckoner<ReckoningKey, EstimationReport, Estimation.Wording>.State) {
        self =
            switch state {
            case .waiting(let before): .waiting(before: before)
            case .working(let step, let share):
                .working(step: step.map { Casework.Wording($0) }, share: share)
            case .done(let report): .done(report)
            case .failed: .failed
            case .busy: .busy
            }
    }
}
