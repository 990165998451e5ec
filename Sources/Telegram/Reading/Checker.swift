/// Compares the facts that stand in more than one place of a telegram.
enum Checker {
    static func check(_ reading: inout Reading) {
        let found = [
            number(reading), filingTime(reading), precedence(reading), secrecy(reading),
            section(reading), portionMarks(reading),
        ]
        for check in found.compactMap(\.self) {
            reading.telegram.checks.append(check)
            if !check.holds, let line = check.lines.last, reading.lines.indices.contains(line - 1) {
                reading.note(
                    .disagreement(check, line: line, found: reading.lines[line - 1].text)
                )
            }
        }
    }

    /// The station's serial is the telegram's number modulo 10,000 (true of 1,120 heads in 1,120);
    /// page lines print the number in eight digits.
    private static func number(_ reading: Reading) -> TelegramCheck? {
        guard let number = reading.number, let line = reading.places.classificationLine else {
            return nil
        }
        var places: [(Int, Bool)] = [(line, true)]
        if let serial = reading.telegram.filing?.serial, let line = reading.places.filingLine {
            places.append((line, serial == number % 10_000))
        }
        places += reading.places.pageNumbers.map { ($0.line, $0.number == number) }
        let fileAgrees = reading.places.fileReference.map { $0.number == number } ?? true
        guard places.count > 1 || !fileAgrees else { return nil }
        let wrong = places.filter { !$0.1 }.map(\.0)
        // The line to blame comes last, for the note.
        let lines = places.filter(\.1).map(\.0).sorted() + wrong
        return TelegramCheck(
            code: "number",
            holds: wrong.isEmpty && fileAgrees,
            lines: lines,
            message: "the number \(number) in \(lines.count) places"
                + (fileAgrees ? "" : ", and the file's name"),
            messageES: "el número \(number) en \(lines.count) lugares"
                + (fileAgrees ? "" : ", y el nombre del archivo")
        )
    }

    /// A telegram is filed at its date-time group or within a day after it.
    private static func filingTime(_ reading: Reading) -> TelegramCheck? {
        guard let time = reading.telegram.dateTime, let filing = reading.telegram.filing,
            let day = filing.dayOfYear, let hour = filing.hour, let minute = filing.minute,
            let first = reading.places.filingLine, let second = reading.places.dateTimeLine
        else { return nil }
        var delay = (day - 1) * 1440 + hour * 60 + minute - time.minuteOfYear
        // Sent on the last day of a year and filed on the first of the next.
        if delay < -180 * 1440 {
            let daysInYear = 337 + TelegramTime.days(inMonth: 2, of: time.year)
            delay += daysInYear * 1440
        }
        let clock = "\(padded(hour, 2)):\(padded(minute, 2))"
        return TelegramCheck(
            code: "filing-time",
            holds: (0...1440).contains(delay),
            lines: [first, second],
            message: "filed on day \(day) at \(clock), sent \(time)",
            messageES: "depositado el día \(day) a las \(clock), enviado \(time)"
        )
    }

    /// The delivery line repeats the highest precedence.
    private static func precedence(_ reading: Reading) -> TelegramCheck? {
        guard let (delivered, line) = reading.places.deliveryPrecedence,
            let precedence = reading.telegram.precedence, let second = reading.places.dateTimeLine
        else { return nil }
        return TelegramCheck(
            code: "precedence",
            holds: delivered == precedence
                || delivered == reading.telegram.informationPrecedence,
            lines: [line, second],
            message: "precedence \(delivered.rawValue) and \(precedence.rawValue)",
            messageES:
                "precedencia \(delivered.name(in: .spanish)) y \(precedence.name(in: .spanish))"
        )
    }

    /// The letter repeated in format line 4 is the first of the classification.
    private static func secrecy(_ reading: Reading) -> TelegramCheck? {
        guard let instructions = reading.telegram.instructions,
            let classification = reading.telegram.classification,
            let first = reading.places.instructionsLine,
            let second = reading.places.classificationLine,
            let letters = words(instructions).dropFirst().first, letters.utf8.count == 5,
            let letter = letters.first, letters.allSatisfy({ $0 == letter })
        else { return nil }
        let expected = classification.level.rawValue.prefix(1)
        return TelegramCheck(
            code: "secrecy-letter",
            holds: String(letter) == expected || letter == "E" || letter == "R",
            lines: [first, second],
            message: "letter \(letter) and classification \(classification.level.rawValue)",
            messageES: "letra \(letter) y clasificación \(classification.level.rawValue)"
        )
    }

    private static func section(_ reading: Reading) -> TelegramCheck? {
        guard let filed = reading.telegram.filing?.section, let printed = reading.telegram.section,
            let first = reading.places.filingLine, let second = reading.places.classificationLine
        else { return nil }
        return TelegramCheck(
            code: "section",
            holds: filed == printed.number,
            lines: [first, second],
            message: "section \(filed) and section \(printed.number) of \(printed.count)",
            messageES: "sección \(filed) y sección \(printed.number) de \(printed.count)"
        )
    }

    /// No paragraph may be more secret than the whole.
    private static func portionMarks(_ reading: Reading) -> TelegramCheck? {
        guard let classification = reading.telegram.classification,
            let line = reading.places.classificationLine
        else { return nil }
        let marked = reading.telegram.paragraphs.compactMap { paragraph in
            paragraph.mark.map { (mark: $0, line: paragraph.firstLine) }
        }
        guard !marked.isEmpty else { return nil }
        let wrong = marked.filter { !fits($0.mark, in: classification) }
        return TelegramCheck(
            code: "portion-marks",
            holds: wrong.isEmpty,
            lines: [line] + (wrong.isEmpty ? marked : wrong).map(\.line),
            message: "portion marks \(marked.map(\.mark).joined(separator: " ")) under"
                + " \(classification.text)",
            messageES: "marcas de párrafo \(marked.map(\.mark).joined(separator: " ")) bajo"
                + " \(classification.text)"
        )
    }

    private static func fits(_ mark: String, in classification: Classification) -> Bool {
        switch mark.split(separator: "/").first {
        case "SBU": classification.isSensitive || classification.level > .unclassified
        case "LOU": classification.level >= .limitedOfficialUse
        case "C": classification.level >= .confidential
        case "S": classification.level >= .secret
        case "TS": classification.level >= .topSecret
        default: true
        }
    }
}
