/// What was reckoned from what: all that it takes to reckon it again and get the same numbers.
///
/// The numbers themselves are not kept. Each run that was asked for stays in the agency's register,
/// so that whoever reviews a published estimate sees how many others went before it.
package struct EstimateRun: Hashable, Codable, Sendable {
    /// The seeds that a run can have: nine digits, which every program reads as they are.
    package static let seeds = 0...999_999_999

    package var id: EstimateID
    package var table: OverlapID
    package var seed: Int
    /// How many resamples each bootstrap draws; `nil` leaves it to the methods.
    package var resamples: Int?
    /// The names of the methods, in order; `nil` runs all that the version has.
    package var methods: [String]?

    package init(
        id: EstimateID,
        table: OverlapID,
        seed: Int,
        resamples: Int?,
        methods: [String]? = nil
    ) {
        self.id = id
        self.table = table
        self.seed = seed
        self.resamples = resamples
        self.methods = methods
    }
}

/// A list and when it was drawn.
package struct CaptureListRecord: Hashable, Sendable {
    package let list: CaptureList
    package let stamp: Stamp
}

/// An overlap table and when it was entered.
package struct OverlapRecord: Hashable, Sendable {
    package let table: OverlapTable
    package let stamp: Stamp
}

/// A run and who asked for it.
package struct EstimateRecord: Hashable, Sendable {
    package let run: EstimateRun
    package let stamp: Stamp
}

/// A published estimate, and what became of it.
package struct PublishedRecord: Hashable, Sendable {
    package let estimate: PublishedEstimate
    package let stamp: Stamp
    /// Why it was withdrawn, if it was.
    package internal(set) var withdrawal: Withdrawal?

    /// That an estimate no longer stands.
    package struct Withdrawal: Hashable, Sendable {
        package let why: String
        package let stamp: Stamp
    }
}
