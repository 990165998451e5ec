/// The first phase of the simplex method on a dense table.
enum PhaseOne {
    private static let tolerance = 1e-9
    private static let feasible = 1e-7
    /// Steps by the steepest price before Bland's rule, which cannot cycle.
    private static let patience = 200

    /// Whether A z = 0 has a solution with each z above 0.
    ///
    /// Since z may be scaled, that is A y = −A 1 with each y from 0 up. What the equations still lack is
    /// brought down as far as it goes.
    ///
    /// - Parameter matrix: A by rows, all of one length.
    /// - Returns: `true` if there is a solution.
    static func hasPositiveSolution(_ matrix: [[Double]]) -> Bool {
        let width = matrix.first?.count ?? 0
        // A row ends with its right side, kept from 0 up. It begins with what it lacks as its basic
        // variable; once that has left it is not wanted back, so it needs no column.
        var rows = matrix.map { row in
            let right = -row.reduce(0, +)
            return right < 0 ? row.map { -$0 } + [-right] : row + [right]
        }
        var basis = rows.indices.map { width + $0 }
        var price = (0...width).map { column in rows.reduce(0) { $0 + $1[column] } }

        for step in 0... {
            if price[width] < feasible { return true }
            guard
                let column = entering(price.dropLast(), byBland: step > patience),
                let leaving = leaving(rows, basis, column)
            else { return false }
            let scale = 1 / rows[leaving][column]
            let pivot = rows[leaving].map { $0 * scale }
            rows[leaving] = pivot
            basis[leaving] = column
            for row in rows.indices where row != leaving {
                subtract(rows[row][column], pivot, from: &rows[row])
                rows[row][width] = max(0, rows[row][width])
            }
            subtract(price[column], pivot, from: &price)
        }
        return false
    }

    private static func entering(_ price: ArraySlice<Double>, byBland: Bool) -> Int? {
        if byBland { return price.firstIndex { $0 > tolerance } }
        guard let best = price.indices.max(by: { price[$0] < price[$1] }), price[best] > tolerance
        else { return nil }
        return best
    }

    /// The row that lets the entering variable grow least; among equals that of the first variable.
    private static func leaving(_ rows: [[Double]], _ basis: [Int], _ column: Int) -> Int? {
        rows.indices.filter { rows[$0][column] > tolerance }.min { one, other in
            let (first, second) = (rows[one], rows[other])
            let ratio = first[first.count - 1] / first[column]
            let otherRatio = second[second.count - 1] / second[column]
            return ratio == otherRatio ? basis[one] < basis[other] : ratio < otherRatio
        }
    }

    private static func subtract(_ factor: Double, _ pivot: [Double], from row: inout [Double]) {
        guard factor != 0 else { return }
        for column in row.indices { row[column] -= factor * pivot[column] }
    }
}
