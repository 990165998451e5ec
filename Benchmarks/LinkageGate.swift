/// The least that the best F1 of a labelled set has to be.
enum LinkageGate {
    /// Of pairs, by the set's name.
    static let pairs = [
        "febrl3": 0.999, "febrl3_no_ssn": 0.994, "febrl4": 0.9997, "febrl4_no_ssn": 0.9985,
        "historical_50k": 0.80, "difficult": 0.89, "difficult10k": 0.89, "perf1m": 0.966,
    ]
    /// One to one, by the set's name.
    static let oneToOne = ["difficult": 0.95]
    /// How far the F1 at the chosen threshold may be below the best.
    static let threshold = 0.02
    /// How far the recall of a group may be below that of the best served one.
    static let group = 0.10
    /// How many true pairs a group must have to be judged.
    static let groupPairs = 50
}
