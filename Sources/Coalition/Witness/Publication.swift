package import Casework
package import Ledger

/// How far the record is published, and what its witnesses say.
package struct Publication: Sendable {
    /// The newest published checkpoint with its cosignatures; `nil` before the first.
    package var published: CosignedCheckpoint?
    /// When this node published it; `nil` if that was before it started.
    package var publishedAt: Moment?
    /// The number of entries that are durable and not published yet.
    package var waiting: UInt64
    /// Since when too few witnesses vouch to publish anything, if so.
    package var stalledSince: Moment?
    /// Since when the store keeps the node from publishing, if so.
    package var failingSince: Moment?
    /// One for each witness of the policy, in its order.
    package var witnesses: [WitnessStanding]
    /// What decides whether a checkpoint may be published.
    package var policy: WitnessPolicy
    /// How long the node waits between two publications, in seconds.
    package var rhythm: Int

    /// How many operators vouch at this time.
    package func vouching(at now: Moment) -> Int {
        witnesses.count { $0.state(at: now, rhythm: rhythm) == .vouches }
    }
}

/// What a witness has done for the record.
package struct WitnessStanding: Sendable {
    package enum State: String, Encodable, Sendable {
        /// It vouched within the last few publications.
        case vouches
        /// It vouched, but not lately.
        case stale
        /// It has never vouched.
        case missing
        /// It says something that cannot be if this record is whole.
        case contradicts
    }

    package let witness: WitnessPolicy.Witness
    /// The size that it vouched for last.
    package var size: UInt64?
    /// The time that it put to that.
    package var time: Moment?
    /// Why it did not vouch when it was last asked.
    package var trouble: WitnessTrouble?
    /// Since when it has not vouched.
    package var troubledSince: Moment?

    /// The size to begin with when it is asked: after trouble it says itself what it saw.
    var sizeToAsk: UInt64 { trouble == nil ? size ?? 0 : 0 }

    /// What to say of it now.
    package func state(at now: Moment, rhythm: Int) -> State {
        switch trouble {
        case .ahead, .otherHistory: return .contradicts
        default: break
        }
        guard let time else { return .missing }
        // A few rhythms, and never less than a minute: one lost packet is not worth an alarm.
        let patience = max(60, 4 * rhythm)
        return time.milliseconds + Int64(patience) * 1000 >= now.milliseconds ? .vouches : .stale
    }
}
