/// One column of a table.
package struct Column: Sendable {
    package let title: String
    /// Whether it holds numbers, which stand at the right edge.
    package let isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) {
        self.title = title
        self.isNumber = isNumber
    }
}

/// A table that becomes a stack of cards on a narrow screen, each cell with its column's title.
///
/// The roles repeat what the elements mean, because browsers forget it when a style sheet lays a
/// table out as blocks. The first cell of a row is its heading.
package func dataTable(_ title: String, _ columns: [Column], rows: [[HTML]]) -> HTML {
    table(.class("table"), .role("table")) {
        caption { title }
        thead(.role("rowgroup")) {
            tr(.role("row")) {
                for column in columns {
                    th(
                        .scope("col"),
                        .role("columnheader"),
                        column.isNumber ? .class("number") : nil
                    ) { column.title }
                }
            }
        }
        tbody(.role("rowgroup")) {
            for row in rows {
                tr(.role("row")) {
                    for (index, cell) in row.enumerated() where index < columns.count {
                        tableCell(cell, columns[index], isHeading: index == 0)
                    }
                }
            }
        }
    }
}

private func tableCell(_ content: HTML, _ column: Column, isHeading: Bool) -> HTML {
    let style: Attribute? = column.isNumber ? .class("number") : nil
    let columnTitle = Attribute.data("label", column.title)
    return isHeading
        ? th(.scope("row"), .role("rowheader"), columnTitle, style) { content }
        : td(.role("cell"), columnTitle, style) { content }
}
