import ArgumentParser
import Estimation

/// What only somebody who knows the lists can say of how one came from another.
struct EstimateReferrals: ParsableArguments {
    @Option(
        name: .customLong("referred-list"),
        help: "A list mostly made of people referred from another; may be repeated."
    )
    var referredLists: [String] = []

    @Flag(
        name: .customLong("no-referrals"),
        help: "No list is mostly made of people referred from another."
    )
    var noReferrals = false

    func validate() throws {
        guard referredLists.isEmpty || !noReferrals else {
            throw ValidationError("Give --referred-list or --no-referrals, not both.")
        }
    }

    /// The lists made by referral, none, or nil when nobody said.
    var lists: [String]? {
        noReferrals ? [] : referredLists.isEmpty ? nil : referredLists
    }
}
