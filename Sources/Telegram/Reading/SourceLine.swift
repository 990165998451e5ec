/// A line of the file as the reader sees it.
struct SourceLine {
    /// Counted from 1.
    let number: Int
    /// Its bytes in the file, its line end included.
    let bytes: Range<Int>
    /// Its text without surrounding blanks.
    let text: String

    var isBlank: Bool { text.isEmpty }

    /// Splits a file at LF, CR LF or CR, so that the lines' bytes make up the file.
    static func split(_ bytes: [UInt8], notes: inout [TelegramNote]) -> [SourceLine] {
        var lines: [SourceLine] = []
        var start = 0
        while start < bytes.count {
            let number = lines.count + 1
            var stop = start
            while stop < bytes.count, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
            var end = min(stop + 1, bytes.count)
            if stop + 1 < bytes.count, bytes[stop] == 0x0D, bytes[stop + 1] == 0x0A { end += 1 }
            let text = decode(bytes[start..<stop], line: number, notes: &notes)
            lines.append(SourceLine(number: number, bytes: start..<end, text: text))
            start = end
        }
        return lines
    }

    private static func decode(
        _ bytes: ArraySlice<UInt8>,
        line: Int,
        notes: inout [TelegramNote]
    ) -> String {
        var content = bytes
        if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) {
            content = content.dropFirst(3)
            notes.append(.byteOrderMark(line: line))
        }
        // Old copies are often in Latin-1, in which every byte is the character of that number.
        var text =
            String(validating: content, as: UTF8.self)
            ?? {
                notes.append(.notUTF8(line: line, bytes: content.filter { $0 > 0x7F }))
                return String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
            }()
        let controls = text.unicodeScalars.filter(isControl)
        if !controls.isEmpty {
            notes.append(.controlCharacters(line: line, controls.map(\.value)))
            text = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }
                )
            )
        }
        return trimmed(text)
    }

    /// Control characters would act on a terminal that shows the text; a tab is only a blank.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
    }
}

func trimmed(_ text: some StringProtocol) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
}

func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace }).map { String($0) }
}

extension StringProtocol {
    /// Whether there is a letter, and every letter is a capital.
    var isCapitals: Bool {
        !contains(where: \.isLowercase) && contains(where: \.isUppercase)
    }

    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether the text begins with a word or phrase, whatever the case of its letters.
    func begins(with phrase: String) -> Bool {
        prefix(phrase.count).lowercased() == phrase.lowercased()
    }
}
