/// A picture of how many people are on just which lists.
///
/// Each row is a set of lists: filled dots under the lists that the people are on, and a bar as long as
/// they are many (after UpSet; Lex, Gehlenborg, Strobelt, Vuillemot and Pfister 2014, here with the sets
/// across, so that telephones can show many rows). Sets that nobody has are not drawn.
///
/// With ``suppressingBelow`` small numbers are not shown, nor what would betray them: they come last, in
/// the order of the lists and not of their size, without bars, and no list has its total.
public struct OverlapPlot: Hashable, Sendable {
    /// The table.
    public var table: CaptureTable
    /// Numbers below this are shown as "< this"; nil shows all.
    public var suppressingBelow: Int?
    /// The most sets that get a row of their own.
    public var rowLimit = 40
    /// The words.
    public var words: Words

    /// Prepares a picture.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - suppressingBelow: Numbers below this are shown as "< this"; nil shows all.
    ///   - words: The words.
    public init(_ table: CaptureTable, suppressingBelow: Int? = nil, words: Words) {
        self.table = table
        self.suppressingBelow = suppressingBelow
        self.words = words
    }

    /// The words of the picture.
    public struct Words: Hashable, Sendable {
        /// The language of the words.
        public var language: EstimationLanguage
        /// What it shows.
        public var title: String
        /// How it is to be read.
        public var summary: String
        /// What the numbers beside the names are.
        public var totals: String
        /// What a column is: "list".
        public var list: String
        /// The people of a list, whatever other lists they are on: "in all".
        public var inAll: String
        /// The sets that have no row of their own: "other combinations".
        public var others: String

        /// The words of a language.
        ///
        /// - Parameter language: The language.
        public init(in language: EstimationLanguage) {
            self.language = language
            title = language.pick(
                "How many people are on just which lists",
                "Cuántas personas están en qué listas"
            )
            summary = language.pick(
                "Each row has the people who are on just these lists and on no other.",
                "Cada fila tiene a quienes están solo en esas listas y en ninguna otra."
            )
            totals = language.pick(
                "Beside its name is how many people a list has in all.",
                "Junto a su nombre está cuántas personas tiene cada lista en total."
            )
            list = language.pick("list", "lista")
            inAll = language.pick("in all", "en total")
            others = language.pick("other combinations", "otras combinaciones")
        }
    }

    /// Draws the picture.
    ///
    /// - Parameters:
    ///   - placing: Where it will stand.
    ///   - name: A word for the identifiers, of its own on each page.
    /// - Returns: The text of the picture.
    public func svg(_ placing: PlotPlacing = .file, name: String = "overlaps") -> String {
        var drawing = SVGDrawing()
        drawing.heading(words.title, summary, placing)
        let columns = Columns(lists: table.lists, totals: totals)
        drawing.head(columns)
        let scale = BarScale(rows, from: columns.bars)
        for row in rows { drawing.row(row, columns, scale) }
        if let others { drawing.others(others, words.others) }
        drawing.height += 8
        return drawing.document(
            name: name,
            title: words.title,
            description: description,
            language: words.language,
            placing: placing
        )
    }

    /// People who are on just these lists.
    struct Row {
        let mask: Int
        /// nil where it is not to be shown.
        let count: Double?
        let figure: String
    }

    private var summary: String {
        suppressingBelow == nil ? "\(words.summary) \(words.totals)" : words.summary
    }

    private var limit: Double { Double(suppressingBelow ?? 0) }

    /// The sets whose number is shown, the most people first.
    private var shown: [(mask: Int, count: Double)] {
        table.counts.enumerated().map { (mask: $0.offset, count: $0.element) }
            .filter { $0.count > 0 && $0.count >= limit }
            .sorted { $0.count == $1.count ? $0.mask < $1.mask : $0.count > $1.count }
    }

    private var allRows: [Row] {
        let hidden = table.counts.indices.filter {
            table.counts[$0] > 0 && table.counts[$0] < limit
        }
        return shown.map { Row(mask: $0.mask, count: $0.count, figure: FigureText.count($0.count)) }
            + hidden.map { Row(mask: $0, count: nil, figure: "< \(FigureText.count(limit))") }
    }

    private var rows: ArraySlice<Row> { allRows.prefix(max(0, rowLimit)) }

    /// How many sets have no row, and their people where all may be told.
    private var others: String? {
        let left = allRows.dropFirst(max(0, rowLimit))
        guard !left.isEmpty else { return nil }
        let sets = FigureText.count(Double(left.count))
        guard suppressingBelow == nil else { return "+ \(sets)" }
        return "+ \(sets): " + FigureText.count(left.reduce(0) { $0 + ($1.count ?? 0) })
    }

    /// The people of each list, or nothing where they would betray what is not shown.
    private var totals: [String] {
        guard suppressingBelow == nil else { return table.lists.map { _ in "" } }
        let overlaps = table.overlaps
        return table.lists.indices.map { FigureText.count(overlaps[1 << $0]) }
    }

    private var description: String {
        var sentences = [summary]
        sentences += rows.map {
            "\(table.names(in: $0.mask).joined(separator: " + ")): \($0.figure)."
        }
        if let others { sentences.append("\(words.others): \(others).") }
        sentences += zip(table.lists, totals).map { list, total in
            total.isEmpty ? "\(words.list): \(list)." : "\(list), \(words.inAll): \(total)."
        }
        return sentences.joined(separator: " ")
    }
}
