import Foundation

/// Numbers of people never seen, in cells of neighbouring whole numbers.
///
/// Cells hold one number each where there are few numbers or where the numbers are small, and grow in
/// proportion to the number after that: a law that is steep beside 1 and flat far away is summed well
/// with some hundred cells.
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
    ///   - count: About how many cells to make, from 1 up.
    init(from low: Double, through high: Double, count: Int) {
        let end = high + 1
        var start = low
        var left = count
        while start < end {
            let ratio = exp(log(end / start) / Double(max(left, 1)))
            let next = min(end, max(start + 1, (start * ratio).rounded()))
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
