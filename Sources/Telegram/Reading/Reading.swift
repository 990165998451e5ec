/// A reading under way: the lines of the file, what each was used for, and the telegram so far.
struct Reading {
    let lines: [SourceLine]
    var uses: [TelegramLine.Use?]
    var telegram = Telegram()
    /// The post of the classification line, and the number there.
    var post: String?
    var number: Int?
    /// The lines where the telegram's number and time stand, for the checks.
    var places = Places()

    /// Where facts that stand more than once were found.
    struct Places {
        var deliveryPrecedence: (Precedence, line: Int)?
        var filingLine: Int?
        var dateTimeLine: Int?
        var instructionsLine: Int?
        var classificationLine: Int?
        var pageNumbers: [(number: Int, line: Int)] = []
        var fileReference: (year: Int, post: String, number: Int)?
    }

    init(lines: [SourceLine], notes: [TelegramNote]) {
        self.lines = lines
        uses = lines.map { $0.isBlank ? .blank : nil }
        telegram.notes = notes
    }

    mutating func note(_ note: TelegramNote) {
        telegram.notes.append(note)
    }

    /// Keeps a whole line, or the end of one, that fits no field.
    mutating func leaveOver(
        _ index: Int,
        _ remainder: TelegramNote.Remainder,
        _ found: String? = nil
    ) {
        if found == nil { uses[index] = .leftOver }
        note(
            .leftOver(line: lines[index].number, remainder, found: found ?? lines[index].text)
        )
    }
}
