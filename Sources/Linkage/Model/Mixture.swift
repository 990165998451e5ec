/// How often pairs of each class occur, and how often each level does among them.
///
/// Given the class, features are taken to be independent and a missing one to say nothing
/// (Fellegi and Sunter, 1969, section 3.2).
struct Mixture: Hashable, Codable {
    /// The classes, ``PairClass/same`` first and ``PairClass/unrelated`` last.
    var classes: [PairClass]
    /// Each class's share of all pairs; they sum to 1.
    var shares: [Double]
    /// For each class, the probability of each level, feature after feature; that of *missing* is 1.
    var levels: [[Double]]

    /// No probability is less, so that products of all features stay numbers.
    static let floor = 1e-8

    /// Puts into `joint`, for each class, the probability that a pair is of it and has the levels at
    /// these places.
    ///
    /// - Parameters:
    ///   - places: One place for each feature.
    ///   - joint: As long as there are classes.
    /// - Returns: Their sum.
    func joint(_ places: some Collection<Int32>, into joint: inout [Double]) -> Double {
        var sum = 0.0
        for index in classes.indices {
            var product = shares[index]
            for place in places { product *= levels[index][Int(place)] }
            joint[index] = product
            sum += product
        }
        return sum
    }
}
