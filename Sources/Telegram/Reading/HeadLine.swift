/// The kinds of line in a telegram's head, recognised one line at a time.
///
/// The numbers are the format lines of ACP 127, Annex B; the State Department's use of them is in
/// 5 FAH-2 H-320, and the lines that open the text are in 5 FAH-1 H-240 and 5 FAH-2 H-440.
enum HeadLine: Hashable {
    case transmission, delivery, filing, instructions, dateTime, originator, action, information
    case exempted, separator, classification, executiveOrder, tags, subject, reference, classifiedBy

    /// Recognises a line by its first words, or not at all.
    static func recognise(_ text: String) -> HeadLine? {
        let head = text.prefix(80)
        let tokens = words(head)
        guard let first = tokens.first else { return nil }
        if first.hasPrefix("VZCZC") || first.hasPrefix("ZCZC") { return .transmission }
        if isDelivery(tokens) { return .delivery }
        if first == "DE", tokens.count > 1, RoutingDirectory.isRouting(tokens[1]) { return .filing }
        if first == "ZNR" || first == "ZNY" { return .instructions }
        if DateTimeGroup.isPresent(in: tokens) { return .dateTime }
        if first == "BT", tokens.count == 1 { return .separator }
        if tokens.count > 1, head.isCapitals {
            switch first {
            case "FM": return .originator
            case "TO": return .action
            case "INFO": return .information
            case "XMT": return .exempted
            default: break
            }
        }
        if first.hasPrefix("XMT/") { return .exempted }
        if ClassificationLine(text) != nil { return .classification }
        return recogniseText(first, head)
    }

    private static func recogniseText(_ first: String, _ head: Substring) -> HeadLine? {
        if head.hasPrefix("E.O. ") || head.hasPrefix("EO ") || head.hasPrefix("E.O.:") {
            return .executiveOrder
        }
        let label = first.prefix { $0 != ":" }
        switch label {
        case "TAGS", "TAG", "TAGS.": return .tags
        case "SUBJECT", "SUBJ": return .subject
        case "REF", "REFS", "REFERENCE", "REFERENCES", "REF(S)": return .reference
        default: break
        }
        return head.begins(with: "classified by") ? .classifiedBy : nil
    }

    private static func isDelivery(_ tokens: [String]) -> Bool {
        ["ZZ", "OO", "PP", "RR"].contains(tokens[0]) && tokens.count > 1
            && tokens.dropFirst().allSatisfy(RoutingDirectory.isRouting)
    }
}

/// The precedence and date-time group of format line 5.
struct DateTimeGroup {
    let precedences: [Precedence]
    let zeroForO: Bool
    let day: Int
    let hour: Int
    let minute: Int
    let month: Int
    /// As printed, without a century.
    let shortYear: Int?
    /// As printed, with its century.
    let fullYear: Int?
    /// What follows the year.
    let rest: [String]

    init?(_ tokens: [String]) {
        var index = 0
        var precedences: [Precedence] = []
        var zeroForO = false
        while index < tokens.count, index < 2 {
            if tokens[index] == "0" {
                zeroForO = true
                precedences.append(.immediate)
            } else if let precedence = Precedence(letter: tokens[index]) {
                precedences.append(precedence)
            } else {
                break
            }
            index += 1
        }
        guard tokens.count >= index + 3 else { return nil }
        let group = tokens[index]
        let year = tokens[index + 2]
        guard group.utf8.count == 7, group.hasSuffix("Z"), group.dropLast().isDigits,
            let number = Int(group.dropLast()),
            let month = TelegramTime.month(named: tokens[index + 1]),
            tokens[index + 1].isCapitals,
            year.isDigits, year.utf8.count == 2 || year.utf8.count == 4
        else { return nil }
        self.precedences = precedences
        self.zeroForO = zeroForO
        day = number / 10_000
        hour = number / 100 % 100
        minute = number % 100
        self.month = month
        shortYear = year.utf8.count == 2 ? Int(year) : nil
        fullYear = year.utf8.count == 4 ? Int(year) : nil
        rest = Array(tokens.dropFirst(index + 3))
    }

    static func isPresent(in tokens: [String]) -> Bool {
        DateTimeGroup(tokens) != nil
    }

    /// The year with its century.
    ///
    /// ACP 127 would read `06` as 1906, but the Department went on writing two digits after 2005;
    /// its first telegrams by machine are of 1966, so 66 to 99 are of the last century.
    func year(fileYear: Int?) -> Int {
        if let fullYear { return fullYear }
        let short = shortYear ?? 0
        if let fileYear, fileYear % 100 == short { return fileYear }
        return short >= 66 ? 1900 + short : 2000 + short
    }

    func time(fileYear: Int?) -> TelegramTime? {
        TelegramTime(
            year: year(fileYear: fileYear),
            month: month,
            day: day,
            hour: hour,
            minute: minute
        )
    }
}

/// The line that opens the text: level, part, post and number (5 FAH-2 H-320, format line 12).
struct ClassificationLine {
    let level: Classification.Level
    let section: TelegramSection?
    let post: String?
    let number: Int?
    /// The words that fit none of these.
    let rest: [String]

    init?(_ text: String) {
        guard let (level, after) = Self.level(of: text) else { return nil }
        self.level = level
        var tokens = words(after)
        section = Self.takeSection(from: &tokens)
        if let last = tokens.last, last.isDigits, (3...8).contains(last.utf8.count),
            tokens.count > 1
        {
            number = Int(last)
            tokens.removeLast()
        } else {
            number = nil
        }
        let start = tokens.lastIndex { !$0.isCapitals || $0 == "NOFORN" || $0.contains("//") }
        let name = tokens[(start.map { $0 + 1 } ?? 0)...]
        post = number == nil || name.isEmpty ? nil : name.joined(separator: " ")
        rest = post == nil ? tokens : Array(tokens.dropLast(name.count))
        // Without a number, more words would make it a sentence rather than a classification.
        guard number != nil || section != nil || tokens.isEmpty else { return nil }
    }

    private static let names: [(String, Classification.Level)] = [
        ("UNCLASSIFIED", .unclassified), ("UNCLAS", .unclassified), ("UUNCLAS", .unclassified),
        ("LIMITED OFFICIAL USE", .limitedOfficialUse), ("LIMOFFUSE", .limitedOfficialUse),
        ("CONFIDENTIAL", .confidential), ("C O N F I D E N T I A L", .confidential),
        ("TOP SECRET", .topSecret), ("T O P S E C R E T", .topSecret),
        ("SECRET", .secret), ("S E C R E T", .secret),
    ]

    private static func level(of text: String) -> (Classification.Level, Substring)? {
        let line = text.drop { $0 == "*" }
        for (name, level) in names where line.hasPrefix(name) {
            let after = line.dropFirst(name.count)
            if let next = after.first, next.isLetter || next.isNumber { continue }
            return (level, after)
        }
        return nil
    }

    private static func takeSection(from tokens: inout [String]) -> TelegramSection? {
        guard let start = tokens.firstIndex(of: "SECTION"), tokens.count >= start + 4,
            tokens[start + 2] == "OF", let number = Int(tokens[start + 1]),
            let count = Int(tokens[start + 3]), number > 0, count > 0
        else { return nil }
        tokens.removeSubrange(start..<(start + 4))
        return TelegramSection(number: number, count: count)
    }
}
