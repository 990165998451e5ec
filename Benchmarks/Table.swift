import Foundation

/// Rows of text printed in columns, the first to the left and the others to the right.
struct Table {
    private var rows: [[String]]

    /// The least ratio that is wanted, if one is.
    private let limit: Double?

    init(heads: String...) {
        rows = [heads]
        limit = nil
    }

    /// A table of contests.
    init(_ name: String, limit: Double) {
        rows = [[name, "ours/s", "peer/s", "ratio", "wanted", "CPU s"]]
        self.limit = limit
    }

    /// A row of a contest: its medians, the ratio of the rounds, and the processor time of ours.
    mutating func add(_ name: String, _ ours: [Double], _ peer: [Double], cpu: Double) {
        add(
            "beside \(name)",
            number(median(ours)),
            number(median(peer)),
            decimal(median(zip(ours, peer).map { $0 / $1 })),
            limit.map(decimal) ?? "",
            decimal(cpu)
        )
    }

    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    /// A row of a contest: its medians and their ratio.
    mutating func add(_ name: String, _ contest: Contest) {
        add(
            name,
            number(median(contest.ours)),
            number(median(contest.peer)),
            decimal(contest.ratio)
        )
    }

    func print() {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + blanks : blanks + cell
            }
            Swift.print(cells.joined(separator: "  "))
        }
        Swift.print("")
    }
}

/// A whole number with its thousands set apart.
func number(_ value: Double) -> String {
    let digits = String(Int(value.rounded()))
    var text = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return text
}

/// A number with two decimals.
func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
