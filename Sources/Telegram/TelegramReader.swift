/// Reads telegrams from the copies in which they are published.
///
/// The reader takes the format lines of ACP 127 with the State Department's lines after them, and
/// also the bare texts that the National Archives released without a head. It repairs the faults
/// of copying that it knows, says so in a note, and drops nothing.
public enum TelegramReader {
    /// The longest file that is read, in bytes: 4 MiB.
    public static let byteLimit = 4 << 20

    /// Reads one telegram.
    ///
    /// - Parameters:
    ///   - bytes: The file. UTF-8 is expected; a line that is not is read as Latin-1, with a note.
    ///   - fileName: The file's name, which may bear the telegram's number and year
    ///     (`06MEXICO3423.txt`); folders before it are ignored.
    /// - Returns: The telegram, in which ``Telegram/lines`` accounts for each byte.
    /// - Throws: ``NotATelegram`` when the file is empty, too long, or no telegram.
    /// - Complexity: Linear in the length of the file.
    public static func read(
        _ bytes: [UInt8],
        fileName: String? = nil
    ) throws(NotATelegram) -> Telegram {
        guard bytes.count <= byteLimit else { throw NotATelegram(reason: .tooLong, line: 1) }
        var notes: [TelegramNote] = []
        let lines = SourceLine.split(bytes, notes: &notes)
        guard let first = lines.first(where: { !$0.isBlank }) else {
            throw NotATelegram(reason: .empty, line: 1)
        }
        var reading = Reading(lines: lines, notes: notes)
        reading.places.fileReference = fileName.flatMap(fileReference)

        let head = HeadReader.extent(of: lines)
        HeadReader.read(head, in: &reading)
        let end = EndReader.read(from: head.end, in: &reading)
        guard head.isPresent || isBareText(lines, signed: reading.telegram.signature != nil) else {
            throw NotATelegram(reason: .unrecognised, line: first.number)
        }
        BodyReader.read(head.end..<end, in: &reading)
        name(&reading, fileName: fileName)
        noteMissing(&reading, hasHead: head.isPresent)
        Checker.check(&reading)
        account(&reading)
        return reading.telegram
    }

    /// A released text without a head is in capitals, as teleprinters wrote it, and is signed.
    private static func isBareText(_ lines: [SourceLine], signed: Bool) -> Bool {
        var capitals = 0
        var small = 0
        for line in lines {
            for byte in line.text.utf8 {
                if (0x41...0x5A).contains(byte) { capitals += 1 }
                if (0x61...0x7A).contains(byte) { small += 1 }
            }
        }
        return signed && capitals > 40 && capitals > 9 * small
    }

    /// Takes the year, post and number from a name such as `1974STATE234930.txt`.
    private static func fileReference(_ name: String) -> (year: Int, post: String, number: Int)? {
        let stem = name.split(separator: "/").last ?? ""
        let yearDigits = stem.prefix { $0.isASCII && $0.isNumber }
        let post = stem.dropFirst(yearDigits.count).prefix { $0.isASCII && $0.isUppercase }
        let digits = stem.dropFirst(yearDigits.count + post.count)
            .prefix { $0.isASCII && $0.isNumber }
        guard yearDigits.count == 2 || yearDigits.count == 4, post.count >= 2,
            (1...8).contains(digits.count), let short = Int(yearDigits), let number = Int(digits)
        else { return nil }
        let year = yearDigits.count == 4 ? short : short + (short >= 66 ? 1900 : 2000)
        return (year, String(post), number)
    }

    private static func name(_ reading: inout Reading, fileName: String?) {
        let file = reading.places.fileReference
        if let post = reading.post, let number = reading.number,
            let year = reading.telegram.dateTime?.year ?? file?.year
        {
            let joined = String(post.filter { $0.isLetter })
            reading.telegram.reference = "\(padded(year % 100, 2))\(joined)\(number)"
        } else if let file, let fileName {
            reading.telegram.reference = "\(padded(file.year % 100, 2))\(file.post)\(file.number)"
            reading.note(.referenceFromFileName(String(fileName.split(separator: "/").last ?? "")))
        }
    }

    /// Says which of the lines that every head has were not found (5 FAH-2 H-320).
    private static func noteMissing(_ reading: inout Reading, hasHead: Bool) {
        guard hasHead else {
            reading.note(.noHead)
            return
        }
        let telegram = reading.telegram
        let fields: [(isPresent: Bool, note: TelegramNote)] = [
            (
                telegram.dateTime != nil,
                .missing("dateTime", "date-time group", "el grupo fecha-hora")
            ),
            (telegram.originator != nil, .missing("originator", "originator", "el remitente")),
            (!telegram.action.isEmpty, .missing("action", "action addressee", "el destinatario")),
            (
                telegram.classification != nil,
                .missing("classification", "classification", "la clasificación")
            ),
            (telegram.subject != nil, .missing("subject", "subject", "el asunto")),
        ]
        for field in fields where !field.isPresent { reading.note(field.note) }
        if telegram.signature == nil { reading.note(.noSignature(line: reading.lines.count)) }
    }

    /// Gives every line a use: what nothing claimed is left over, and said to be.
    private static func account(_ reading: inout Reading) {
        for index in reading.lines.indices where reading.uses[index] == nil {
            reading.leaveOver(index, .inHead)
        }
        reading.telegram.lines = zip(reading.lines, reading.uses).map { line, use in
            TelegramLine(
                number: line.number,
                start: line.bytes.lowerBound,
                end: line.bytes.upperBound,
                use: use ?? .leftOver
            )
        }
        let order = reading.telegram.notes.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        reading.telegram.notes = order.map(\.element)
    }
}
