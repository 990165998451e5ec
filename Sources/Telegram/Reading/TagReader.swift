/// Reads the codes of the TAGS line (5 FAH-3).
enum TagReader {
    static func read(_ text: String, at index: Int, in reading: inout Reading) {
        let line = reading.lines[index]
        let (plain, hadLinks) = unlinked(text)
        if hadLinks { reading.note(.linkResidue(line: line.number, found: text)) }
        var leftOver: [String] = []
        var known = Set(reading.telegram.tags)
        for (code, person) in entries(plain) {
            let tag = TagDirectory.tag(code, person: person)
            let printed = person.map { "\(code) (\($0))" } ?? code
            if !isCode(code) {
                leftOver.append(printed)
            } else if known.insert(tag).inserted {
                reading.telegram.tags.append(tag)
            } else {
                reading.note(.repeatedTag(line: line.number, found: printed))
            }
        }
        if !leftOver.isEmpty {
            reading.note(
                .leftOver(line: line.number, .endOfLine, found: leftOver.joined(separator: " "))
            )
        }
    }

    private static func isCode(_ word: String) -> Bool {
        (2...12).contains(word.utf8.count) && word.isCapitals
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-/&".contains($0)) }
    }

    /// Takes the text out of links of the form `[PHUM](#)`.
    static func unlinked(_ text: String) -> (text: String, hadLinks: Bool) {
        var plain = ""
        var hadLinks = false
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            rest = rest[open...]
            // A code and its link are short; looking no further keeps the scan linear.
            let reach = rest.prefix(64)
            if let close = reach.firstIndex(of: "]"),
                reach[reach.index(after: close)...].first == "(",
                let end = reach[close...].firstIndex(of: ")")
            {
                plain += reach[reach.index(after: open)..<close]
                rest = rest[rest.index(after: end)...]
                hadLinks = true
            } else {
                plain += "["
                rest = rest.dropFirst()
            }
        }
        return (plain + rest, hadLinks)
    }

    /// Splits at blanks and commas; what stands in parentheses is the person of the code before.
    private static func entries(_ text: String) -> [(code: String, person: String?)] {
        var entries: [(code: String, person: String?)] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "(" {
                let inside = rest.dropFirst().prefix { $0 != ")" }
                rest = rest.dropFirst(inside.count + 1).dropFirst()
                if let last = entries.indices.last, entries[last].person == nil {
                    entries[last].person = trimmed(inside)
                } else {
                    entries.append(("", trimmed(inside)))
                }
            } else if first == "," || first == ";" || first.isWhitespace {
                rest = rest.dropFirst()
            } else {
                let code = rest.prefix { !"(,;".contains($0) && !$0.isWhitespace }
                rest = rest.dropFirst(code.count)
                entries.append((String(code), nil))
            }
        }
        return entries
    }
}

extension StringProtocol {
    /// Where a short piece of text first stands.
    func range(ofFirst piece: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(piece) {
                return start..<index(start, offsetBy: piece.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
