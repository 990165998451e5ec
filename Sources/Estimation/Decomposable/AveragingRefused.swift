/// Why a table cannot be averaged over graphs.
public enum AveragingRefused: Error, Hashable, Sendable {
    /// The table has a number of lists outside ``DecomposableGraph/listCounts``: two lists cannot show
    /// whether they depend on each other, and of 7 there are too many graphs.
    case listCount(Int)
    /// The prior count is not a finite number above 0.
    case delta(Double)
    /// There are fewer than 50 points, or more than 1 000 000.
    case points(Int)
    /// The greatest number never seen that is to be thought of is below 1, or more than
    /// ``DecomposableAveraging/greatestReach``.
    case reach(Double)
    /// The table has more people than ``DecomposableAveraging/greatestObserved``.
    case observed(Double)
}
