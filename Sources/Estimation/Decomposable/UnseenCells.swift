import Foundation

/// Numbers of people never seen, in cells of neighbouring whole numbers.
///
/// If all probabilities were known, the number never seen *u* would be a count of failures before as many
/// successes as people seen *n*, with the variance *u*(*n*+*u*)/*n*; what is not known only widens its
/// law. Cells are therefore equally wide in asinh √(*u*/*n*), which makes this deviation the same
/// everywhere: 1/(2√*n*). No hump of the law is narrower, so none falls between cells of a few deviations.
/// A cell has at least one whole number: where numbers are small each has its own.
struct UnseenCells {
    /// The first number of each cell.
    private(set) var first: [Double] = []
    /// How many whole numbers each cell has.
    private(set) var width: [Double] = []

    /// Divides the whole numbers of a range.
    ///
    /// - Parameters:
    ///   - low: The first number, from 1 up.
    ///   - high: The last, not below it.
    ///   - observed: The number of people seen, above 0.
    ///   - atLeast: The fewest cells to make, where there are as many numbers.
    ///   - deviations: The most deviations that a cell may be wide.
    init(
        from low: Double,
        through high: Double,
        observed: Double,
        atLeast: Int,
        deviations: Double
    ) {
        func scaled(_ unseen: Double) -> Double { asinh((unseen / observed).squareRoot()) }
        let end = high + 1
        let scaledEnd = scaled(end)
        let span = (scaledEnd - scaled(low)) * 2 * observed.squareRoot()
        var left = max(Double(atLeast), (span / deviations).rounded(.up))
        var start = low
        while start < end {
            let from = scaled(start)
            let root = sinh(from + (scaledEnd - from) / max(left, 1))
            let next = left > 1 ? min(end, max(start + 1, (observed * root * root).rounded())) : end
            first.append(start)
            width.append(next - start)
            start = next
            left -= 1
        }
    }

    var count: Int { first.count }

    /// The middle of a cell, where the law is evaluated for the whole of it.
    func middle(_ cell: Int) -> Double { first[cell] + (width[cell] - 1) / 2 }

    /// The last number of a cell.
    func last(_ cell: Int) -> Double { first[cell] + width[cell] - 1 }
}
