/// Finds the fields of one row of separated values (RFC 4180).
///
/// A row ends at CR, LF or both; a field in quotes may hold separators and line ends, and a quote written
/// twice. Spaces around a field in quotes are left out.
struct RowParser {
    /// What stands between fields.
    let separator: UInt8

    /// What was found of a row.
    struct Row {
        /// Where the next row begins.
        var next = 0
        /// How many lines the row took.
        var lines = 0
        /// Whether every byte was ASCII.
        var isASCII = true
        /// Whether some field has a quote written twice.
        var hasDoubledQuotes = false
        /// What became of the row.
        var outcome = Outcome.whole
    }

    /// What became of a row.
    enum Outcome {
        case whole
        /// The bytes end before the row does.
        case cut
        /// The bytes end before a quote is closed.
        case unclosed
        /// Something other than a separator follows a closing quote.
        case strayQuote
    }

    /// Reads a row.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - start: Where the row begins; below the end of `bytes`.
    ///   - isLast: Whether nothing follows `bytes`.
    ///   - fields: Where each field is; replaced. Right only when the row is whole.
    /// - Returns: What was found. After a stray quote the next row is that of the next line.
    func row(
        in bytes: Span<UInt8>,
        from start: Int,
        isLast: Bool,
        fields: inout [Range<Int>]
    ) -> Row {
        fields.removeAll(keepingCapacity: true)
        var row = Row()
        var seen: UInt8 = 0
        var index = start
        let end = bytes.count
        while true {
            var begin = index
            while index < end, bytes[index] == 0x20 { index += 1 }
            if index < end, bytes[index] == 0x22 {
                begin = index + 1
                guard let close = closingQuote(in: bytes, from: begin, row: &row, seen: &seen)
                else {
                    row.outcome = .unclosed
                    return row
                }
                fields.append(begin..<close)
                index = close + 1
                while index < end, bytes[index] == 0x20 { index += 1 }
                if index < end, bytes[index] != separator, bytes[index] != 0x0a,
                    bytes[index] != 0x0d
                {
                    return stray(in: bytes, from: start)
                }
            } else {
                var byte: UInt8 = 0
                while index < end {
                    byte = bytes[index]
                    if byte == separator || byte == 0x0a || byte == 0x0d { break }
                    seen |= byte
                    index += 1
                }
                fields.append(begin..<index)
            }
            guard index < end else { break }
            if bytes[index] == separator {
                index += 1
                continue
            }
            if bytes[index] == 0x0d {
                // LF may follow in the next piece.
                if index + 1 == end, !isLast { break }
                if index + 1 < end, bytes[index + 1] == 0x0a { index += 1 }
            }
            row.next = index + 1
            row.lines += 1
            row.isASCII = seen < 0x80
            return row
        }
        row.next = end
        row.lines += 1
        row.isASCII = seen < 0x80
        row.outcome = isLast ? .whole : .cut
        return row
    }

    private func closingQuote(
        in bytes: Span<UInt8>,
        from start: Int,
        row: inout Row,
        seen: inout UInt8
    ) -> Int? {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            seen |= byte
            if byte == 0x22 {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { return index }
                row.hasDoubledQuotes = true
                index += 1
            } else if byte == 0x0a || byte == 0x0d && !isLineFeed(bytes, index + 1) {
                row.lines += 1
            }
            index += 1
        }
        return nil
    }

    private func isLineFeed(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && bytes[index] == 0x0a
    }

    /// A row that cannot be read: the next line is tried as a row.
    private func stray(in bytes: Span<UInt8>, from start: Int) -> Row {
        var row = Row()
        row.outcome = .strayQuote
        row.next = Self.nextLine(in: bytes, from: start) ?? bytes.count
        row.lines = 1
        return row
    }

    /// Where the line after the one at a place begins, or nil when it is not there.
    static func nextLine(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x0a { return index + 1 }
            if bytes[index] == 0x0d {
                return index + 1 < bytes.count && bytes[index + 1] == 0x0a ? index + 2 : index + 1
            }
            index += 1
        }
        return nil
    }

    /// The separator that a text seems to have: the one which splits its first lines alike, into most
    /// fields.
    static func separator(of bytes: Span<UInt8>) -> UInt8 {
        var best: (separator: UInt8, score: Int) = (UInt8(ascii: ","), 0)
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
            let parser = RowParser(separator: candidate)
            var fields: [Range<Int>] = []
            var (place, columns, alike, rows) = (0, 0, 0, 0)
            while place < bytes.count, rows < 20 {
                let row = parser.row(in: bytes, from: place, isLast: true, fields: &fields)
                guard row.outcome == .whole else { break }
                if rows == 0 { columns = fields.count }
                if fields.count == columns { alike += 1 }
                rows += 1
                place = row.next
            }
            let score = columns < 2 ? 0 : alike * 1000 / rows * 1000 + min(columns, 999)
            if score > best.score { best = (candidate, score) }
        }
        return best.separator
    }
}
