/// A way to come from counts to an estimate of how many people there are: the choice of a model from the
/// data and the fit of what was chosen.
///
/// Resampling repeats the whole of it, since an interval that takes the choice as given is too narrow
/// (Silverman, Chan and Vincent 2024).
public protocol Selection: Sendable {
    /// What one thread estimates with.
    associatedtype Worker: SelectionWorker

    /// Prepares to estimate from this table and from tables like it.
    ///
    /// - Parameter table: The counts as they were observed; those that are estimated from later have the
    ///   same lists, and may be resamples of it.
    /// - Returns: A worker for one thread, with the memory that it needs.
    func makeWorker(for table: CaptureTable) -> Worker
}

/// The work of a ``Selection`` on one thread, which uses its memory again and again.
public protocol SelectionWorker {
    /// Estimates how many people there are, seen or not.
    ///
    /// The estimate depends on the counts alone, never on what was estimated before.
    ///
    /// - Parameter counts: People by capture history, 2^*K* values from 0 up, the first 0.
    /// - Returns: The estimate, or nil when the counts have none: no model among those allowed has a
    ///   maximum of its likelihood that is finite and identified.
    mutating func estimate(_ counts: [Double]) -> Double?
}
