/// An analyst has the unseen estimated from an overlap table.
package struct AskForEstimate: Command {
    package var table: OverlapID
    /// Fixes the random numbers, so that anybody can get the same result.
    package var seed: Int
    /// How many resamples each bootstrap draws; `nil` leaves it to the methods.
    package var resamples: Int?
    /// The names of the methods, in order; `nil` runs all that the version has.
    package var methods: [String]?

    package init(table: OverlapID, seed: Int, resamples: Int?, methods: [String]? = nil) {
        self.table = table
        self.seed = seed
        self.resamples = resamples
        self.methods = methods
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, EstimateID) {
        guard desk.overlaps[table] != nil else { throw .notFound }
        guard EstimateRun.seeds.contains(seed) else { throw .invalid(field: "seed") }
        guard resamples.map({ $0 > 0 }) ?? true else { throw .invalid(field: "resamples") }
        let run = EstimateRun(
            id: .random(),
            table: table,
            seed: seed,
            resamples: resamples,
            methods: methods
        )
        return (
            Decision("estimate.asked", [Placed(.estimateAsked(run), in: setting.register)]), run.id
        )
    }
}
