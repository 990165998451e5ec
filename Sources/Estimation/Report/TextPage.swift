/// Plain text in 80 columns: headings, paragraphs, and tables with numbers to the right.
struct TextPage {
    static let width = 80

    private(set) var lines: [String] = []

    var text: String { lines.joined(separator: "\n") }

    mutating func heading(_ title: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(title.uppercased())
    }

    /// A paragraph, broken between words.
    ///
    /// - Parameters:
    ///   - text: The words.
    ///   - first: What the first line begins with; the others are indented as far.
    mutating func paragraph(_ text: String, first: String = "") {
        let indent = String(repeating: " ", count: first.count)
        var line = first
        var isFresh = true
        for word in text.split(separator: " ") {
            if !isFresh, line.count + 1 + word.count > Self.width {
                lines.append(line)
                (line, isFresh) = (indent, true)
            }
            line += isFresh ? String(word) : " " + word
            isFresh = false
        }
        lines.append(line)
    }

    mutating func blank() { lines.append("") }

    /// A table whose first column is text, cut where the line would be too long, and whose others are
    /// set to the right.
    mutating func table(_ rows: [[String]], indent: String = "  ") {
        guard let columns = rows.map(\.count).max(), columns > 0 else { return }
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let right = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
        let left = max(8, min(widths[0], Self.width - indent.count - right))
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == 0
                    ? Self.cut(cell, to: left)
                    : "  " + String(repeating: " ", count: widths[column] - cell.count) + cell
            }
            lines.append(Self.trimmed(indent + cells.joined()))
        }
    }

    private static func cut(_ text: String, to width: Int) -> String {
        text.count > width
            ? text.prefix(width - 1) + "…"
            : text + String(repeating: " ", count: width - text.count)
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
