/// Reads the captions and passing instructions under the classification (5 FAH-2 H-440).
enum CaptionReader {
    private static let captions: Set<String> = [
        "SIPDIS", "SENSITIVE", "NODIS", "EXDIS", "STADIS", "LIMDIS", "NOFORN", "TERREP",
        "NOCONTRACT",
        "CODEL", "PERSONNEL", "MEDICAL", "INFORM", "DISSENT", "NIACT",
    ]

    private static let openings = ["FOR ", "ALSO FOR ", "PASS ", "ALSO PASS ", "CORRECTED COPY"]

    /// Reads a line if it is a caption.
    ///
    /// - Returns: Whether it was one.
    static func read(_ index: Int, in reading: inout Reading) -> Bool {
        let line = reading.lines[index]
        let tokens = words(line.text)
        if tokens.allSatisfy(captions.contains) {
            for token in tokens { add(token, line, &reading) }
        } else if line.text.isCapitals, line.text.utf8.count <= 120, isInstruction(line.text) {
            add(line.text, line, &reading)
        } else {
            return false
        }
        reading.uses[index] = .caption
        return true
    }

    private static func isInstruction(_ text: String) -> Bool {
        openings.contains { text.hasPrefix($0) || text == trimmed($0) }
            || (text.hasPrefix("STATE ") || text.hasPrefix("DEPT ")
                || text.hasPrefix("DEPARTMENT "))
                && words(text).contains { $0 == "FOR" || $0 == "PASS" }
    }

    private static func add(_ caption: String, _ line: SourceLine, _ reading: inout Reading) {
        let isKnown =
            caption == "SENSITIVE"
            ? reading.telegram.classification?.isSensitive == true
            : reading.telegram.captions.contains(caption)
        if isKnown {
            reading.note(.repeatedCaption(line: line.number, found: caption))
        } else if caption == "SENSITIVE", reading.telegram.classification != nil {
            reading.telegram.classification?.isSensitive = true
        } else {
            reading.telegram.captions.append(caption)
        }
    }
}
