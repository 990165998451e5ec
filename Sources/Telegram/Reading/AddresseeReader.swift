extension Addressee {
    /// Reads what follows TO or INFO: `RUEHC/SECSTATE WASHDC PRIORITY 1780` (ACP 127, §143-145).
    ///
    /// The number at the end is the originator's running number for the addressee. It has four
    /// digits or more: a shorter one belongs to the name, as in `CTF 345`.
    init?(_ text: Substring, line: Int, in reading: inout Reading) {
        let (routing, rest) = Self.splitRouting(text)
        var tokens = words(rest)
        guard !tokens.isEmpty else { return nil }
        var serial: Int?
        if tokens.count > 1, let last = tokens.last, last.utf8.count >= 4,
            let number = Self.number(last, line: line, in: &reading)
        {
            serial = number
            tokens.removeLast()
        }
        var precedence: Precedence?
        if tokens.count > 1, let last = tokens.last {
            precedence = Precedence(rawValue: last)
            if precedence == nil, last == "PIORITY" {
                precedence = .priority
                reading.note(.precedenceMisspelt(line: line, found: last, read: .priority))
            }
            if precedence != nil { tokens.removeLast() }
        }
        self.init(
            routing: routing,
            name: tokens.joined(separator: " "),
            serial: serial,
            precedence: precedence,
            isCollective: tokens.contains("COLLECTIVE")
        )
    }

    static func splitRouting(_ text: Substring) -> (routing: String?, name: String) {
        let body = trimmed(text)
        guard let slash = body.firstIndex(of: "/"), RoutingDirectory.isRouting(body[..<slash])
        else {
            return (nil, body)
        }
        return (String(body[..<slash]), trimmed(body[body.index(after: slash)...]))
    }

    /// An addressee is printed in capitals on one line of at most 69 characters (ACP 127).
    static func isPlausible(_ text: String) -> Bool {
        text.utf8.count <= 69 && text.isCapitals && !text.hasSuffix(".")
    }

    private static func number(_ word: String, line: Int, in reading: inout Reading) -> Int? {
        if word.isDigits { return Int(word) }
        let repaired = String(word.map { $0 == "O" ? "0" : $0 })
        guard repaired.isDigits, word.contains(where: \.isNumber) else { return nil }
        reading.note(.zeroTypedAsLetter(line: line, found: word, read: repaired))
        return Int(repaired)
    }
}
