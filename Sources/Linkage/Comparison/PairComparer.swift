/// Turns two rows of a table into the pattern of how they compare.
///
/// One comparer serves one thread: it remembers the tokens and values it has compared. Copies share
/// the table's data and are made cheaply, one for each thread.
public struct PairComparer: Sendable {
    private let rows: RowLayout
    private let levels: LevelTable
    /// Where the three features of the name begin among the features; nil without names.
    private let nameFeature: Int?
    private let parts: [Part]
    private let names: NameComparison
    private let codes: [CodeComparison]
    private var memory: ComparisonMemory
    /// The sum of all words read ahead, kept so that the reading is not left out.
    private var touched: UInt32 = 0
    private static let pairsAtOnce = 16

    /// One column of one feature.
    private struct Part {
        var kind: FieldKind
        /// Where its words stand in a row.
        var place: Int
        /// Which of the code comparisons is its own; −1 for a date.
        var code: Int
        var feature: Int
        var isFirst: Bool
        var isLast: Bool
    }

    /// Prepares the comparison of the rows of a table.
    ///
    /// A feature of the space whose columns the table does not have is *missing* in every pair.
    public init(_ table: RecordTable, _ space: PatternSpace) {
        rows = RowLayout(table)
        levels = LevelTable(space)
        nameFeature = space.features.firstIndex { $0.kind == .givenNames }
        names = NameComparison(table)
        var codes: [CodeComparison] = []
        var values = 0
        var parts: [Part] = []
        for (feature, description) in space.features.enumerated() {
            let columns = description.columns.filter(table.columns.indices.contains)
            for (index, column) in columns.enumerated() {
                var code = -1
                if case .codes(let coded) = table.columns[column].values {
                    code = codes.count
                    codes.append(
                        CodeComparison(
                            coded,
                            kind: table.columns[column].field.kind,
                            firstNumber: values
                        )
                    )
                    values += coded.dictionary.count
                }
                parts.append(
                    Part(
                        kind: table.columns[column].field.kind,
                        place: rows.places[column],
                        code: code,
                        feature: feature,
                        isFirst: index == 0,
                        isLast: index == columns.count - 1
                    )
                )
            }
        }
        self.parts = parts
        self.codes = codes
        memory = ComparisonMemory(tokens: table.names.vocabulary.count, values: values)
    }

    /// The pattern of two rows, the same in either order.
    ///
    /// - Parameters:
    ///   - left: A row of the table.
    ///   - right: Another one.
    /// - Returns: The pattern, of the space this comparer was made with.
    public mutating func pattern(_ left: Int, _ right: Int) -> Pattern {
        let words = rows.words
        return pattern(left, right, words.span)
    }

    /// Calls with the pattern of each of many pairs, which is faster than asking one by one.
    ///
    /// The rows of the next pairs are fetched from memory while these wait for each other's.
    ///
    /// - Parameters:
    ///   - pairs: Pairs of rows of the table.
    ///   - body: Is given the place of each pair in `pairs`, in order, and its pattern.
    public mutating func forEachPattern(
        of pairs: Span<CandidatePair>,
        _ body: (Int, Pattern) -> Void
    ) {
        let gathered = rows.words
        let words = gathered.span
        for start in stride(from: 0, to: pairs.count, by: Self.pairsAtOnce) {
            let batch = start..<min(start &+ Self.pairsAtOnce, pairs.count)
            for place in batch { touch(pairs[place], words) }
            for place in batch {
                let pair = pairs[place]
                body(place, pattern(Int(pair.left), Int(pair.right), words))
            }
        }
    }

    /// Reads the ends of two rows, so that they are in the cache when they are compared.
    @inline(__always)
    private mutating func touch(_ pair: CandidatePair, _ words: Span<UInt32>) {
        let (left, right) = (Int(pair.left) &* rows.width, Int(pair.right) &* rows.width)
        let last = rows.width &- 1
        touched &+= words[left] &+ words[right] &+ words[left &+ last] &+ words[right &+ last]
    }

    @inline(__always)
    private mutating func pattern(
        _ left: Int,
        _ right: Int,
        _ words: Span<UInt32>
    ) -> Pattern {
        // Where tokens could be aligned in two ways that are equally good, the first found is taken;
        // a fixed order makes it the same whichever row is named first.
        let width = rows.width
        let (first, second) = (min(left, right) &* width, max(left, right) &* width)
        let left = words.extracting(first..<first &+ width)
        let right = words.extracting(second..<second &+ width)
        var number: UInt32 = 0
        if let nameFeature {
            let verdict = names.compare(left, right, &memory)
            number =
                levels[nameFeature, verdict.given] &+ levels[nameFeature &+ 1, verdict.surnames]
                &+ levels[nameFeature &+ 2, Verdict(verdict.order)]
        }
        var several = SeveralVerdicts()
        for part in parts {
            let verdict = compare(part, left, right)
            if part.isFirst && part.isLast {
                number &+= levels[part.feature, verdict]
            } else {
                if part.isFirst { several = SeveralVerdicts() }
                several.add(verdict)
                if part.isLast { number &+= levels[part.feature, several.verdict] }
            }
        }
        return Pattern(rawValue: number)
    }

    @inline(__always)
    private mutating func compare(
        _ part: Part,
        _ left: Span<UInt32>,
        _ right: Span<UInt32>
    ) -> Verdict {
        let (first, second) = (left[part.place], right[part.place])
        if part.code < 0 {
            return Verdict(
                DateComparison.compare(PartialDate(packed: first), PartialDate(packed: second))
            )
        }
        var signatures: (left: UInt32, right: UInt32) = (0, 0)
        if part.kind.hasSignature {
            signatures = (left[part.place &+ 1], right[part.place &+ 1])
        }
        return codes[part.code].compare(first, second, signatures, &memory)
    }
}
