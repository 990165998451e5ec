import Telegram
import Testing

/// Checks that nothing of a file was lost in reading it.
enum Accounting {
    /// Expects the lines to make up the file, and every word of it to stand in a field or a note.
    static func expectWhole(
        _ telegram: Telegram,
        _ bytes: [UInt8],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var next = 0
        for (index, line) in telegram.lines.enumerated() {
            #expect(line.number == index + 1, sourceLocation: sourceLocation)
            #expect(line.start == next && line.end > line.start, sourceLocation: sourceLocation)
            next = line.end
        }
        #expect(next == bytes.count, sourceLocation: sourceLocation)

        let noted = Set(telegram.notes.filter { $0.kind == .leftOver }.map(\.line))
        let leftOver = telegram.lines.filter { $0.use == .leftOver }.map(\.number)
        #expect(noted.isSuperset(of: leftOver), sourceLocation: sourceLocation)

        let blank = telegram.lines.filter { $0.use == .blank }
        #expect(
            blank.allSatisfy { words(bytes[$0.start..<$0.end]).isEmpty },
            sourceLocation: sourceLocation
        )

        var kept: [String: Int] = [:]
        for text in strings(telegram) {
            for word in words(text.utf8) { kept[word, default: 0] += 1 }
        }
        var lost: [String] = []
        for line in telegram.lines {
            for word in words(bytes[line.start..<line.end]).dropFirst(labelWords(line.use)) {
                if let count = kept[word], count > 0 {
                    kept[word] = count - 1
                } else {
                    lost.append("\(line.number): \(word)")
                }
            }
        }
        #expect(lost.isEmpty, sourceLocation: sourceLocation)
    }

    /// How many words at the head of a line only name its field, or are checked elsewhere as
    /// numbers.
    private static func labelWords(_ use: TelegramLine.Use) -> Int {
        switch use {
        case .originator, .action, .information, .exempted, .tags, .subject, .reference, .delivery:
            1
        case .executiveOrder: 2
        case .filing, .dateTime, .classification, .separator: .max
        default: 0
        }
    }

    /// Runs of ASCII letters and digits: the same whichever way the other bytes are decoded.
    private static func words(_ bytes: some Collection<UInt8>) -> [String] {
        bytes.split { byte in
            !((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte))
        }
        .map { run in
            // Numbers are kept by value, so zeros before them do not count.
            let isNumber = run.allSatisfy { (0x30...0x39).contains($0) }
            let digits =
                isNumber && run.count > 1 ? run.dropLast().drop { $0 == 0x30 } + run.suffix(1) : run
            return String(decoding: digits, as: UTF8.self)
        }
    }

    private static func strings(_ telegram: Telegram) -> [String] {
        var all: [String?] = [
            telegram.transmission?.identifier, telegram.instructions, telegram.subject,
            telegram.executiveOrder?.number, telegram.executiveOrder?.marking,
            telegram.classifiedBy, telegram.signature, telegram.originator?.name,
        ]
        all += telegram.deliverTo.map(\.routing) + telegram.captions
        if telegram.classification?.isSensitive == true { all.append("SENSITIVE") }
        for list in [telegram.action, telegram.information, telegram.exempted] {
            for addressee in list {
                all += [addressee.routing, addressee.name, addressee.precedence?.rawValue]
                all.append(addressee.serial.map(String.init))
            }
        }
        for tag in telegram.tags { all += [tag.code, tag.person] }
        for reference in telegram.references { all += [reference.letter, reference.text] }
        for paragraph in telegram.paragraphs {
            all += [paragraph.label, paragraph.mark, paragraph.heading, paragraph.text]
        }
        all += telegram.notes.map(\.found)
        return all.compactMap(\.self)
    }
}
