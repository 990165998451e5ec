/// Puts the blocks of a text together into paragraphs.
struct ParagraphBuilder {
    private var current: TelegramParagraph?
    private var heading: String?
    private var headingLine: Int?
    private var isInSummary = false

    /// Adds a block; the one after it tells whether this is a heading.
    mutating func add(
        _ block: BodyReader.Block,
        before next: BodyReader.Block?,
        in reading: inout Reading
    ) {
        let isOpen = current.map { self.isOpen($0.text, afterPage: block.pageLine != nil) } ?? false
        var joinsPage = false
        defer {
            if let page = block.pageLine {
                BodyReader.notePage(page, joined: joinsPage, in: &reading)
            }
        }
        if let (label, number) = block.label {
            open(block, label: label, number: number, in: &reading)
        } else if isHeading(block), next?.label != nil {
            finish(in: &reading)
            heading = block.text
            headingLine = block.firstLine
            for index in block.indices { reading.uses[index] = .heading }
        } else if current == nil || opensPart(block.text) {
            open(block, label: nil, number: nil, in: &reading)
        } else if isOpen {
            joinsPage = block.pageLine != nil
            if !joinsPage {
                let line = block.firstLine
                reading.note(.unmarkedBreak(line: line, found: String(block.text.prefix(60))))
            }
            append(block, separator: " ")
        } else if current?.number == nil, current?.part != .comment, !isInSummary {
            open(block, label: nil, number: nil, in: &reading)
        } else {
            append(block, separator: "\n")
        }
        if isInSummary, closesSummary(block.text) { isInSummary = false }
    }

    /// Closes the paragraph under way.
    mutating func finish(in reading: inout Reading) {
        if let current { reading.telegram.paragraphs.append(current) }
        current = nil
    }

    private mutating func open(
        _ block: BodyReader.Block,
        label: ParagraphLabel?,
        number: Int?,
        in reading: inout Reading
    ) {
        finish(in: &reading)
        let unlabelled = label == nil ? ParagraphLabel.takeMark(block.text) : nil
        let text = unlabelled?.rest ?? block.text
        let part = part(of: text, heading: heading)
        current = TelegramParagraph(
            number: number,
            label: label?.printed ?? "",
            mark: label?.mark ?? unlabelled?.mark,
            heading: heading,
            text: text,
            part: part,
            firstLine: headingLine ?? block.firstLine,
            lastLine: block.lastLine
        )
        isInSummary = part == .summary && number == nil
        heading = nil
        headingLine = nil
    }

    private mutating func append(_ block: BodyReader.Block, separator: String) {
        current?.text += separator + block.text
        current?.lastLine = block.lastLine
    }

    // MARK: What a block is

    /// A heading is one short line that begins with a capital and does not end a sentence.
    private func isHeading(_ block: BodyReader.Block) -> Bool {
        guard block.indices.count == 1, block.text.count <= 72, block.pageLine == nil,
            let first = block.text.first, first.isUppercase || first.isNumber || first == "\"",
            let last = block.text.last, last.isLetter || last.isNumber || "?!)\"'”".contains(last)
        else { return false }
        return !block.text.contains(": ")
    }

    /// Whether a text stops in mid-sentence.
    ///
    /// Without a page line it must be long enough not to be a title of its own.
    private func isOpen(_ text: String, afterPage: Bool) -> Bool {
        guard let last = text.last else { return false }
        return (last.isLetter || last.isNumber || last == "," || last == "-")
            && (afterPage || text.utf8.count > 72)
    }

    private func opensPart(_ text: String) -> Bool {
        let body = ParagraphLabel.takeMark(text).rest
        return ["SUMMARY", "BEGIN SUMMARY", "COMMENT", "BEGIN COMMENT", "ACTION REQUEST"].contains {
            body.begins(with: $0) && part(of: body, heading: nil) != .body
        }
    }

    private func part(of text: String, heading: String?) -> TelegramParagraph.Part {
        for candidate in [heading, text].compactMap(\.self) {
            // The word must stand as a title: `Summary:`, `COMMENT.`, `Summary and Comment:`.
            let title = candidate.prefix(40).prefix { !":.\n".contains($0) }
            let isTitle =
                title.count < candidate.prefix(40).count || candidate == heading
                || words(candidate).count <= 2
            guard isTitle, title.count <= 24 else { continue }
            let lower = words(title.lowercased()).filter { $0 != "begin" }
            switch lower.first {
            case "summary": return .summary
            case "comment", "comments", "comment/summary": return .comment
            case "action" where lower.count > 1 && lower[1].hasPrefix("request"): return .action
            default: continue
            }
        }
        return .body
    }

    private func closesSummary(_ text: String) -> Bool {
        text.suffix(32).lowercased().range(ofFirst: "end summary") != nil
    }
}
