/// Reads a telegram from its last line upwards: the signature, and what follows or surrounds it.
enum EndReader {
    /// Claims the lines after the text.
    ///
    /// - Parameters:
    ///   - start: The index of the first line after the head.
    ///   - reading: The reading under way.
    /// - Returns: The index after the last line of the text.
    static func read(from start: Int, in reading: inout Reading) -> Int {
        var end = reading.lines.count
        var signed = false
        while end > start {
            let index = end - 1
            let text = reading.lines[index].text
            if text.isEmpty || isRule(text) {
                if !text.isEmpty { reading.uses[index] = .separator }
            } else if text == "NNNN" || text == "BT" || text == "<< END OF DOCUMENT >>" {
                reading.uses[index] = .separator
            } else if !signed, let (before, name) = signature(at: index, from: start, in: reading) {
                reading.telegram.signature = name
                reading.uses[index] = .signature
                signed = true
                if !before.isEmpty { reading.leaveOver(index, .endOfLine, before) }
            } else if isAfterText(text) {
                reading.leaveOver(index, .afterText)
            } else if let notice = webSiteNotice(endingAt: index, from: start, in: reading) {
                for line in notice { reading.leaveOver(line, .webSiteNotice) }
                end = notice.lowerBound + 1
            } else {
                break
            }
            end -= 1
        }
        return end
    }

    static func isRule(_ text: String) -> Bool {
        text.utf8.count >= 3 && text.allSatisfy { "-_=* ".contains($0) }
    }

    /// The validation line (`#3423`, JANAP 128), a level printed under the text, or the group that
    /// said how a paper was to be declassified by itself (`GP-3`).
    private static func isAfterText(_ text: String) -> Bool {
        text.first == "#" && text.dropFirst().isDigits
            || text.hasPrefix("GP-") && text.dropFirst(3).isDigits
            || Classification.Level(rawValue: text) != nil
            || text.begins(with: "declassified")
    }

    /// A surname, or two, in capitals on a line that stands alone (5 FAH-1 H-240).
    private static func signature(
        at index: Int,
        from start: Int,
        in reading: Reading
    ) -> (before: String, name: String)? {
        let text = reading.lines[index].text
        guard Classification.Level(rawValue: text) == nil, text.utf8.count <= 60 else { return nil }
        if index > start {
            let above = reading.lines[index - 1].text
            guard above.isEmpty || isAfterText(above) else { return nil }
        }
        let pieces = text.split(separator: ".", omittingEmptySubsequences: true).map { trimmed($0) }
        guard let name = pieces.last, isName(name), pieces.count <= 2 else { return nil }
        if pieces.count == 2, !isInitial(pieces[0]), !pieces[0].hasPrefix("MINIMIZE") {
            return nil
        }
        return pieces.count == 2 && pieces[0].hasPrefix("MINIMIZE") ? (pieces[0], name) : ("", text)
    }

    private static func isInitial(_ text: String) -> Bool {
        text.count == 1 && text.isCapitals
    }

    private static func isName(_ text: String) -> Bool {
        let tokens = words(text)
        return (1...3).contains(tokens.count) && tokens[0] != "END" && tokens[0] != "COMMENT"
            && text.isCapitals
            && text.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" }
    }

    /// A block of up to three lines that holds a bare web address or invites to visit a web site.
    private static func webSiteNotice(
        endingAt index: Int,
        from start: Int,
        in reading: Reading
    ) -> Range<Int>? {
        var first = index
        while first > start, index - first < 3, !reading.lines[first - 1].isBlank { first -= 1 }
        let block = reading.lines[first...index]
        guard block.count <= 3, ParagraphLabel(block[first].text) == nil else { return nil }
        let hasAddress = block.contains {
            $0.text.hasPrefix("<http") || $0.text.hasPrefix("http") || $0.text.hasPrefix("www.")
        }
        let invites =
            block[first].text.begins(with: "visit ") && block[first].text.utf8.count <= 100
            && block.contains { $0.text.lowercased().range(ofFirst: "web site") != nil }
        return hasAddress || invites ? first..<(index + 1) : nil
    }
}
