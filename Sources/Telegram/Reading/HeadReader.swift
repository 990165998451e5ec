/// Reads the lines before the text: ACP 127 format lines 1 to 12, as far as the subject and
/// references.
enum HeadReader {
    /// How far the head goes.
    struct Extent {
        /// The index after its last line.
        let end: Int
        /// Whether there is a head at all: one stray line that looks like part of one is not enough.
        let isPresent: Bool
        /// Whether the copy has a blank line after every line of it.
        var isDoubleSpaced = false
    }

    /// The head ends with the last line of a known kind before the first numbered paragraph.
    static func extent(of lines: [SourceLine]) -> Extent {
        var kinds: Set<HeadLine> = []
        var last: (index: Int, kind: HeadLine)?
        for (index, line) in lines.enumerated() where !line.isBlank {
            if ParagraphLabel(line.text) != nil { break }
            guard let kind = HeadLine.recognise(line.text), isPlausible(kind, after: kinds) else {
                continue
            }
            kinds.insert(kind)
            last = (index, kind)
        }
        guard let last, kinds.count >= 2 else { return Extent(end: 0, isPresent: false) }
        var end = last.index + 1
        if [.subject, .reference, .classifiedBy, .tags].contains(last.kind) {
            while end < lines.count, end - last.index < 8, !lines[end].isBlank,
                ParagraphLabel(lines[end].text) == nil,
                last.kind != .subject || lines[end].text.isCapitals
            {
                end += 1
            }
        }
        let head = lines[...last.index]
        let isDoubleSpaced = zip(head, head.dropFirst()).allSatisfy { $0.isBlank || $1.isBlank }
        if isDoubleSpaced, last.kind == .subject {
            while end + 1 < lines.count, lines[end].isBlank, continuesSubject(lines[end + 1].text) {
                end += 2
            }
        }
        return Extent(end: end, isPresent: true, isDoubleSpaced: isDoubleSpaced)
    }

    /// Whether a line of a double-spaced copy goes on with the subject: it is in capitals, as a
    /// heading of the text seldom is, and no longer than a telegram's line.
    private static func continuesSubject(_ text: String) -> Bool {
        text.isCapitals && text.utf8.count <= 69 && !text.contains(":") && !text.hasSuffix(".")
            && ParagraphLabel(text) == nil && HeadLine.recognise(text) == nil
            && !text.begins(with: "summary") && !text.begins(with: "comment")
    }

    /// The lines that name people belong before the classification, and there is one subject:
    /// later ones are words of the text.
    private static func isPlausible(_ kind: HeadLine, after kinds: Set<HeadLine>) -> Bool {
        switch kind {
        case .originator, .action, .information, .exempted, .delivery, .filing, .dateTime:
            !kinds.contains(.classification) && !kinds.contains(.subject)
        case .subject, .tags, .executiveOrder, .classification:
            !kinds.contains(.subject)
        default: true
        }
    }

    static func read(_ extent: Extent, in reading: inout Reading) {
        var last: HeadLine?
        var seen: Set<HeadLine> = []
        for index in 0..<extent.end where !reading.lines[index].isBlank {
            let text = reading.lines[index].text
            if let kind = HeadLine.recognise(text), isPlausible(kind, after: seen) {
                if seen.insert(kind).inserted || kind == .tags || kind == .separator {
                    read(kind, at: index, in: &reading)
                } else {
                    reading.uses[index] = use(of: kind)
                    reading.note(.fieldRepeated(line: reading.lines[index].number, found: text))
                }
                last = kind
            } else {
                readContinuation(of: last, at: index, extent, in: &reading)
            }
        }
    }

    private static func use(of kind: HeadLine) -> TelegramLine.Use {
        switch kind {
        case .transmission: .transmission
        case .delivery: .delivery
        case .filing: .filing
        case .instructions: .instructions
        case .dateTime: .dateTime
        case .originator: .originator
        case .action: .action
        case .information: .information
        case .exempted: .exempted
        case .separator: .separator
        case .classification: .classification
        case .executiveOrder: .executiveOrder
        case .tags: .tags
        case .subject: .subject
        case .reference: .reference
        case .classifiedBy: .classifiedBy
        }
    }

    private static func read(_ kind: HeadLine, at index: Int, in reading: inout Reading) {
        let line = reading.lines[index]
        reading.uses[index] = use(of: kind)
        switch kind {
        case .transmission: readTransmission(line, &reading)
        case .delivery: readDelivery(index, &reading)
        case .filing: readFiling(index, &reading)
        case .instructions:
            reading.telegram.instructions = line.text
            reading.places.instructionsLine = line.number
        case .dateTime: readDateTime(index, &reading)
        case .originator:
            let (routing, name) = Addressee.splitRouting(line.text.dropFirst(2))
            reading.telegram.originator = Station(
                routing: routing ?? reading.telegram.filing?.routing,
                name: name
            )
        case .action: address(line.text.dropFirst(2), index, \.action, &reading)
        case .information: address(line.text.dropFirst(4), index, \.information, &reading)
        case .exempted:
            address(line.text.dropFirst(3).drop { $0 == "/" }, index, \.exempted, &reading)
        case .separator: break
        case .classification: readClassification(index, &reading)
        case .executiveOrder:
            let parts = line.text.split(
                separator: ":",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            reading.telegram.executiveOrder = ExecutiveOrder(
                number: words(parts[0]).dropFirst().joined(separator: " "),
                marking: parts.count > 1 ? trimmed(parts[1]) : ""
            )
        case .tags: TagReader.read(afterLabel(line.text), at: index, in: &reading)
        case .subject: reading.telegram.subject = trimmed(afterLabel(line.text))
        case .reference: readReferences(afterLabel(line.text), &reading)
        case .classifiedBy: reading.telegram.classifiedBy = line.text
        }
    }

    /// Reads a line that begins no field: it may go on with the last one.
    private static func readContinuation(
        of last: HeadLine?,
        at index: Int,
        _ extent: Extent,
        in reading: inout Reading
    ) {
        let line = reading.lines[index]
        let isAdjacent = index > 0 && !reading.lines[index - 1].isBlank
        switch last {
        case nil:
            reading.leaveOver(index, .beforeHead)
            return
        case .delivery where words(line.text).allSatisfy(RoutingDirectory.isRouting):
            reading.telegram.deliverTo += words(line.text).map(RoutingDirectory.station)
        case .action where Addressee.isPlausible(line.text):
            address(line.text[...], index, \.action, &reading)
        case .information where Addressee.isPlausible(line.text):
            address(line.text[...], index, \.information, &reading)
        case .exempted where Addressee.isPlausible(line.text):
            address(line.text[...], index, \.exempted, &reading)
        case .tags where reading.lines[..<index].last { !$0.isBlank }?.text.hasSuffix(",") == true:
            TagReader.read(line.text, at: index, in: &reading)
        case .subject where isAdjacent:
            reading.telegram.subject?.append(" " + line.text)
        case .subject where extent.isDoubleSpaced && continuesSubject(line.text):
            reading.telegram.subject?.append(" " + line.text)
            reading.note(.subjectContinued(line: line.number, found: line.text))
        case .classifiedBy where isAdjacent:
            reading.telegram.classifiedBy?.append(" " + line.text)
        case .reference where isAdjacent || letter(of: line.text) != nil:
            readReferences(line.text, &reading)
        case .some where CaptionReader.read(index, in: &reading):
            return
        default:
            reading.leaveOver(index, .inHead)
            return
        }
        reading.uses[index] = last.map(use)
    }

    // MARK: Fields

    /// A channel is three letters and its serial four digits, as 1,120 of 1,120 head lines show.
    private static func readTransmission(_ line: SourceLine, _ reading: inout Reading) {
        let tokens = words(line.text)
        let identifier = tokens[0]
        var tail = Array(identifier.drop { $0 == "V" }.dropFirst("ZCZC".count))
        var channel: String?
        var serial: Int?
        if tail.count == 7, String(tail[3...]).isDigits {
            if tail[2] == "0" {
                tail[2] = "O"
                reading.note(
                    .letterTypedAsZero(
                        line: line.number,
                        found: identifier,
                        read: "VZCZC" + String(tail)
                    )
                )
            }
            let letters = String(tail[..<3])
            channel = letters.isCapitals ? letters : nil
            serial = Int(String(tail[3...]))
        }
        if channel == nil {
            reading.note(.transmissionUnclear(line: line.number, found: identifier))
        }
        reading.telegram.transmission = Transmission(
            identifier: identifier,
            channel: channel,
            serial: serial
        )
        keepRest(tokens.dropFirst(), line, &reading)
    }

    private static func readDelivery(_ index: Int, _ reading: inout Reading) {
        let line = reading.lines[index]
        let tokens = words(line.text)
        if let precedence = Precedence(letter: tokens[0].prefix(1)) {
            reading.telegram.precedence = precedence
            reading.places.deliveryPrecedence = (precedence, line.number)
        }
        reading.telegram.deliverTo += tokens.dropFirst().map(RoutingDirectory.station)
    }

    /// `DE RUEHME #3423/01 1721931`: day of the year, then hours and minutes.
    private static func readFiling(_ index: Int, _ reading: inout Reading) {
        let line = reading.lines[index]
        var tokens = words(line.text).dropFirst()
        let routing = tokens.removeFirst()
        var serial: Int?
        var section: Int?
        if let first = tokens.first, first.first == "#" {
            let parts = first.dropFirst().split(separator: "/")
            serial = parts.first.flatMap { Int($0) }
            section = parts.dropFirst().first.flatMap { Int($0) }
            if serial != nil { tokens.removeFirst() }
        }
        var day: Int?
        var clock: Int?
        if let first = tokens.first, first.isDigits, first.utf8.count == 7,
            let dayOfYear = Int(first.prefix(3)), let hourAndMinute = Int(first.suffix(4)),
            (1...366).contains(dayOfYear), hourAndMinute / 100 < 24, hourAndMinute % 100 < 60
        {
            day = dayOfYear
            clock = hourAndMinute
            tokens.removeFirst()
        }
        reading.telegram.filing = Filing(
            routing: routing,
            serial: serial,
            section: section,
            dayOfYear: day,
            hour: clock.map { $0 / 100 },
            minute: clock.map { $0 % 100 }
        )
        reading.places.filingLine = line.number
        keepRest(tokens, line, &reading)
    }

    private static func readDateTime(_ index: Int, _ reading: inout Reading) {
        let line = reading.lines[index]
        guard let group = DateTimeGroup(words(line.text)) else { return }
        if group.zeroForO {
            reading.note(
                .letterTypedAsZero(line: line.number, found: line.text, read: "O (IMMEDIATE)")
            )
        }
        reading.places.dateTimeLine = line.number
        reading.telegram.dateTime = group.time(fileYear: reading.places.fileReference?.year)
        if reading.telegram.dateTime == nil {
            reading.leaveOver(index, .endOfLine, line.text)
        }
        if let first = group.precedences.first { reading.telegram.precedence = first }
        if group.precedences.count == 2 {
            reading.telegram.informationPrecedence = group.precedences[1]
        }
        keepRest(group.rest[...], line, &reading)
    }

    private static func readClassification(_ index: Int, _ reading: inout Reading) {
        let line = reading.lines[index]
        guard let parsed = ClassificationLine(line.text) else { return }
        reading.telegram.classification = Classification(level: parsed.level, isSensitive: false)
        reading.telegram.section = parsed.section
        reading.post = parsed.post
        reading.number = parsed.number
        reading.places.classificationLine = line.number
        keepRest(parsed.rest[...], line, &reading)
    }

    private static func address(
        _ text: Substring,
        _ index: Int,
        _ field: WritableKeyPath<Telegram, [Addressee]>,
        _ reading: inout Reading
    ) {
        guard let addressee = Addressee(text, line: reading.lines[index].number, in: &reading)
        else {
            reading.leaveOver(index, .endOfLine, reading.lines[index].text)
            return
        }
        reading.telegram[keyPath: field].append(addressee)
    }

    private static func readReferences(_ text: String, _ reading: inout Reading) {
        for item in text.split(separator: ";") {
            let whole = trimmed(item)
            guard !whole.isEmpty else { continue }
            let found = letter(of: whole)
            reading.telegram.references.append(
                TelegramReference(text: found?.rest ?? whole, letter: found?.letter)
            )
        }
    }

    /// `A. 06 MEXICO 1234` or `(B) STATE 032770`.
    private static func letter(of text: String) -> (letter: String, rest: String)? {
        let open = text.first == "("
        let body = open ? text.dropFirst() : text[...]
        guard let letter = body.first, letter.isASCII, letter.isUppercase,
            let mark = body.dropFirst().first, open ? mark == ")" : mark == "." || mark == ")"
        else { return nil }
        let rest = trimmed(body.dropFirst(2))
        return rest.isEmpty ? nil : (String(letter), rest)
    }

    private static func afterLabel(_ text: String) -> String {
        let rest = text.drop { $0 != ":" && !$0.isWhitespace }
        return trimmed(rest.drop { $0 == ":" || $0.isWhitespace })
    }

    private static func keepRest(
        _ tokens: ArraySlice<String>,
        _ line: SourceLine,
        _ reading: inout Reading
    ) {
        guard !tokens.isEmpty else { return }
        reading.note(
            .leftOver(line: line.number, .endOfLine, found: tokens.joined(separator: " "))
        )
    }
}
