/// Reads the text of a telegram into paragraphs.
///
/// Lines that adjoin make a block; blocks make paragraphs. A label opens a paragraph, a short line
/// without a full stop above a label is its heading (5 FAH-1 H-246), and a block that stops in
/// mid-sentence goes on in the next, whether or not a page line parts them.
enum BodyReader {
    /// Lines that adjoin, read as one piece of text.
    struct Block {
        var text: String
        let firstLine: Int
        var lastLine: Int
        var indices: [Int]
        /// The label that opens a paragraph here, with the number it was read as.
        var label: (ParagraphLabel, number: Int)?
        /// The index of the page line just before the block.
        var pageLine: Int?
    }

    static func read(_ range: Range<Int>, in reading: inout Reading) {
        let blocks = blocks(of: range, in: &reading)
        var builder = ParagraphBuilder()
        for (index, block) in blocks.enumerated() {
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            builder.add(block, before: next, in: &reading)
        }
        builder.finish(in: &reading)
    }

    // MARK: Blocks

    private static func blocks(of range: Range<Int>, in reading: inout Reading) -> [Block] {
        let repeated = repeatedHeads(range, reading.lines)
        let quoted = quotations(range, reading.lines)
        var numbering = Numbering(lines: reading.lines[range])
        var blocks: [Block] = []
        var isOpen = false
        var pageLine: Int?
        for index in range {
            let line = reading.lines[index]
            if line.isBlank {
                isOpen = false
                continue
            }
            if repeated.contains(index) {
                reading.leaveOver(index, .repeatedHead)
                isOpen = false
                continue
            }
            if let page = PageLine(line.text) {
                if let number = page.number {
                    reading.places.pageNumbers.append((number, line.number))
                }
                reading.uses[index] = .pageLine
                if let pageLine { notePage(pageLine, joined: false, in: &reading) }
                pageLine = index
                isOpen = false
                continue
            }
            if EndReader.isRule(line.text) {
                reading.uses[index] = .separator
                isOpen = false
                continue
            }
            reading.uses[index] = .paragraph
            let label =
                quoted.contains(index)
                ? nil : numbering.label(of: line, opensBlock: !isOpen, in: &reading)
            if isOpen, label == nil {
                let last = blocks.count - 1
                blocks[last].text += (isListItem(line.text) ? "\n" : " ") + line.text
                blocks[last].lastLine = line.number
                blocks[last].indices.append(index)
            } else {
                blocks.append(
                    Block(
                        text: label?.0.rest ?? line.text,
                        firstLine: line.number,
                        lastLine: line.number,
                        indices: [index],
                        label: label,
                        pageLine: pageLine
                    )
                )
                pageLine = nil
                isOpen = true
            }
        }
        if let pageLine { notePage(pageLine, joined: false, in: &reading) }
        return blocks
    }

    static func notePage(_ index: Int, joined: Bool, in reading: inout Reading) {
        let line = reading.lines[index]
        reading.note(.pageLine(line: line.number, found: line.text, joined: joined))
    }

    /// The lines of another section's head, printed again where two sections were joined.
    ///
    /// Such a head runs from a line FM, with the lines above it that adjoin, through a
    /// classification to the next blank line.
    private static func repeatedHeads(_ range: Range<Int>, _ lines: [SourceLine]) -> Set<Int> {
        var heads: Set<Int> = []
        for index in range where HeadLine.recognise(lines[index].text) == .originator {
            var end = index + 1
            var hasClassification = false
            while end < range.upperBound, !lines[end].isBlank, end - index < 60,
                !lines[end].text.hasPrefix("FM ")
            {
                hasClassification = hasClassification || ClassificationLine(lines[end].text) != nil
                end += 1
            }
            guard hasClassification else { continue }
            var start = index
            while start > range.lowerBound, isOperatorLine(lines[start - 1].text) { start -= 1 }
            heads.formUnion(start..<end)
        }
        return heads
    }

    /// A line above FM: the counter of dashes with the station's serial, or a date-time group.
    private static func isOperatorLine(_ text: String) -> Bool {
        text.utf8.count <= 80
            && (text.range(ofFirst: "-----") != nil || DateTimeGroup.isPresent(in: words(text)))
    }

    /// The lines between BEGIN TEXT and END TEXT, whose numbers are those of the text quoted.
    private static func quotations(_ range: Range<Int>, _ lines: [SourceLine]) -> Set<Int> {
        var quoted: Set<Int> = []
        var start: Int?
        for index in range {
            let upper = lines[index].text.uppercased()
            if start != nil,
                upper.range(ofFirst: "END TEXT") ?? upper.range(ofFirst: "END OF TEXT") != nil
            {
                if let first = start { quoted.formUnion((first + 1)..<(index + 1)) }
                start = nil
            } else if start == nil, upper.range(ofFirst: "BEGIN TEXT") != nil {
                start = index
            }
        }
        return quoted
    }

    private static func isListItem(_ text: String) -> Bool {
        if text.hasPrefix("- ") || text.hasPrefix("-- ") || text.hasPrefix("--- ") { return true }
        let isOpen = text.first == "("
        let mark = text.dropFirst(isOpen ? 1 : 0).prefix(4).prefix { $0.isLetter || $0.isNumber }
        guard (1...2).contains(mark.count), mark.isDigits || mark.count == 1 else { return false }
        let after = text.dropFirst(mark.count + (isOpen ? 1 : 0)).prefix(2)
        return isOpen ? after.hasPrefix(")") : [". ", ") ", ".-"].contains(String(after))
    }

    // MARK: Numbers

    /// The numbers of the paragraphs so far.
    private struct Numbering {
        /// How many labels with the paragraph sign carry a 1 too many.
        private var prefixed: Int
        private var last = 0

        init(lines: ArraySlice<SourceLine>) {
            let signed = lines.compactMap { line in
                line.text.first == "¶" ? ParagraphLabel(line.text) : nil
            }
            prefixed = ParagraphLabel.prefixedCount(signed.map(\.number))
        }

        /// Reads the label of a line, unless the number cannot be that of a paragraph here.
        ///
        /// Inside a block only the very next number counts, since a wrapped line may begin with
        /// any other; at the start of one, any number that goes on upwards.
        mutating func label(
            of line: SourceLine,
            opensBlock: Bool,
            in reading: inout Reading
        ) -> (ParagraphLabel, number: Int)? {
            guard let label = ParagraphLabel(line.text) else { return nil }
            var number = label.number
            let isPrefixed = label.hasSign && prefixed > 0
            if isPrefixed {
                prefixed -= 1
                number -= 10
            }
            guard label.hasSign || number == last + 1 || opensBlock else { return nil }
            guard number > last else {
                reading.note(
                    .labelOutOfOrder(line: line.number, found: label.printed, after: last)
                )
                return nil
            }
            if isPrefixed {
                reading.note(
                    .labelPrefixed(line: line.number, found: label.printed, number: number)
                )
            }
            if number != last + 1 {
                reading.note(
                    .labelGap(line: line.number, found: label.printed, expected: last + 1)
                )
            }
            last = number
            return (label, number)
        }
    }
}
