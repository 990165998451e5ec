/// Reads the records of comma-separated values (RFC 4180), one at a time, with the habits of spreadsheets.
///
/// Records end at CR, LF or both. A byte order mark, a first line `sep=;`, and lines without any text are
/// passed over. Fields are separated by commas, semicolons or tabs, whichever the first record has most
/// of outside quotation marks; in quotation marks a field may hold any of them, line ends, and quotation
/// marks written twice. White space around a field is not part of it.
struct RecordReader {
    /// One record.
    struct Record {
        /// The line where it begins, counted from 1.
        let line: Int
        /// The fields.
        var fields: [String]
    }

    /// The most fields of one record; no spreadsheet has more columns.
    static let fieldLimit = 16_384

    private let bytes: [UInt8]
    private var place: Int
    private var line = 1
    private var separator = UInt8(ascii: ",")

    /// Takes the bytes of a file.
    init(_ bytes: [UInt8]) throws(TableUnreadable) {
        guard bytes.count <= TableReader.byteLimit else { throw TableUnreadable(.tooLong) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw TableUnreadable(.notUTF8, line: Self.lineOfFirstFault(in: bytes))
        }
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let named = Self.namedSeparator(bytes[place...]) {
            separator = named
            while place < bytes.count, !Self.isLineEnd(bytes[place]) { place += 1 }
        } else {
            separator = Self.separator(of: bytes[place...])
        }
    }

    /// The next record that has any text, or nil at the end.
    mutating func next() throws(TableUnreadable) -> Record? {
        while place < bytes.count {
            let record = try record()
            if record.fields.contains(where: { !$0.isEmpty }) { return record }
        }
        return nil
    }

    private mutating func record() throws(TableUnreadable) -> Record {
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(try field())
            guard place < bytes.count, bytes[place] == separator else { break }
            guard record.fields.count < Self.fieldLimit else {
                throw TableUnreadable(.tooManyColumns(Self.fieldLimit), line: record.line)
            }
            place += 1
        }
        passLineEnd()
        return record
    }

    private mutating func field() throws(TableUnreadable) -> String {
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place < bytes.count, bytes[place] == 0x22 else {
            let start = place
            while place < bytes.count, bytes[place] != separator, !Self.isLineEnd(bytes[place]) {
                place += 1
            }
            return Self.trimmed(bytes[start..<place])
        }
        let opened = line
        var text: [UInt8] = []
        place += 1
        while true {
            guard place < bytes.count else { throw TableUnreadable(.openQuote, line: opened) }
            if bytes[place] == 0x22 {
                place += 1
                guard place < bytes.count, bytes[place] == 0x22 else { break }
            }
            if Self.isLineEnd(bytes[place]) {
                text.append(0x0A)
                passLineEnd()
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place == bytes.count || bytes[place] == separator || Self.isLineEnd(bytes[place])
        else {
            throw TableUnreadable(.textAfterQuote, line: line)
        }
        return Self.trimmed(text[...])
    }

    private mutating func passLineEnd() {
        guard place < bytes.count else { return }
        place += bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
        line += 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        // Most fields are a digit between separators.
        if let first = bytes.first, let last = bytes.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = Substring(decoding: bytes, as: UTF8.self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// What a first line such as `sep=;` names.
    private static func namedSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        let first = bytes.prefix { !isLineEnd($0) }
        guard first.count == 5, String(decoding: first.dropLast(), as: UTF8.self) == "sep=",
            let named = first.last, separators.contains(named)
        else { return nil }
        return named
    }

    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        var isQuoted = false
        var found = [0, 0, 0]
        for byte in bytes {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte), found != [0, 0, 0] { break }
            if let index = separators.firstIndex(of: byte) { found[index] += 1 }
        }
        let most = found.max() ?? 0
        return separators[found.firstIndex(of: most) ?? 0]
    }

    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// The line of the first bytes that are no UTF-8.
    private static func lineOfFirstFault(in bytes: [UInt8]) -> Int {
        var line = 1
        for row in bytes.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == 0x0A }
        ) {
            guard String(validating: row, as: UTF8.self) != nil else { return line }
            line += 1
        }
        return line
    }
}
