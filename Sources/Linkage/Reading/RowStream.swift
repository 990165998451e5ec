/// The rows of one source, read as they are asked for.
struct RowStream {
    /// The most bytes that a row may have.
    static let longestRow = 1 << 18
    private static let piece = 1 << 18

    /// The text at hand, UTF-8; the ranges of `fields` are places in it.
    private(set) var bytes: [UInt8] = []
    /// Where each field of the last row is.
    private(set) var fields: [Range<Int>] = []
    /// The line where the last row began, from 1.
    private(set) var line = 0
    /// How the source writes letters.
    private(set) var encoding = TextEncoding.utf8
    /// How many bytes were read of the source.
    private(set) var bytesRead = 0
    /// What stands between fields.
    var separator: UInt8 { parser.separator }
    /// How many bytes the source has, when known.
    var size: Int? { stream.size }

    private let stream: ByteStream
    private var parser: RowParser
    private var undecoded: [UInt8] = []
    private var isDecided = false
    private var isAtEnd = false
    private var next = 0
    private var nextLine = 1

    /// Opens a source, finds its encoding and its separator, and stands before the header.
    init(_ source: RecordSource) throws(ReadingFailure) {
        stream = try ByteStream(source)
        parser = RowParser(separator: UInt8(ascii: ","))
        while !isAtEnd, bytes.count < Self.piece { try fill() }
        parser = RowParser(separator: RowParser.separator(of: bytes.span))
    }

    /// Reads the next row into `fields`.
    ///
    /// Lines without text are passed over.
    ///
    /// - Returns: Why it is a bad one, or nil when it is whole; nothing at the end.
    mutating func read() throws(ReadingFailure) -> Reading {
        while true {
            guard next < bytes.count else {
                if isAtEnd { return .end }
                try fill()
                continue
            }
            let row = parse()
            line = nextLine
            switch row.outcome {
            case .cut, .unclosed:
                if !isAtEnd, bytes.count - next <= Self.longestRow {
                    try fill()
                    continue
                }
                return try passOver(row.outcome == .unclosed ? .unclosedQuote : .tooLong)
            case .strayQuote where row.next == bytes.count && !isAtEnd:
                return try passOver(.strayQuote)
            case .strayQuote:
                take(row)
                return .bad(.strayQuote)
            case .whole:
                let start = next
                take(row)
                if fields.count == 1, fields[0].isEmpty { continue }
                if !row.isASCII, encoding == .utf8,
                    !UTF8Check.isValid(bytes.span.extracting(start..<row.next))
                {
                    return .bad(.badText)
                }
                if row.hasDoubledQuotes { unquote() }
                return .row
            }
        }
    }

    /// What `read` came upon.
    enum Reading {
        case row
        case bad(BadRow.Reason)
        case end
    }

    /// Reads a row from the text at hand alone.
    ///
    /// - Returns: Whether there was a whole one.
    mutating func peek() -> Bool {
        guard next < bytes.count else { return false }
        let row = parse()
        guard row.outcome == .whole else { return false }
        take(row)
        return true
    }

    private mutating func parse() -> RowParser.Row {
        // Apart, because the text is looked at while the fields are written.
        var found: [Range<Int>] = []
        swap(&found, &fields)
        let row = parser.row(in: bytes.span, from: next, isLast: isAtEnd, fields: &found)
        swap(&found, &fields)
        return row
    }

    /// A field of the last row as text, without spaces around.
    func text(_ field: Int) -> String {
        let text = String(decoding: bytes[fields[field]], as: UTF8.self)
        return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    private mutating func take(_ row: RowParser.Row) {
        next = row.next
        nextLine += row.lines
    }

    /// Passes over the line at hand, to its end.
    private mutating func passOver(_ reason: BadRow.Reason) throws(ReadingFailure) -> Reading {
        while true {
            if let start = RowParser.nextLine(in: bytes.span, from: next),
                start < bytes.count || isAtEnd
            {
                next = start
                nextLine += 1
                return .bad(reason)
            }
            if isAtEnd {
                next = bytes.count
                return .bad(reason)
            }
            // What was passed over need not be kept.
            next = max(next, bytes.count - 1)
            try fill()
        }
    }

    /// Reads another piece of the source; what was used of the text is dropped.
    private mutating func fill() throws(ReadingFailure) {
        if next > 0 {
            bytes.removeSubrange(0..<next)
            next = 0
        }
        if isDecided, encoding == .utf8 {
            let count = try stream.read(into: &bytes, count: Self.piece)
            bytesRead += count
            isAtEnd = count == 0
            return
        }
        let count = try stream.read(into: &undecoded, count: Self.piece)
        let isFirst = bytesRead == 0
        bytesRead += count
        isAtEnd = count == 0
        if isFirst, let marked = TextEncoding.marked(undecoded) {
            encoding = marked.encoding
            undecoded.removeFirst(marked.length)
            isDecided = true
        } else if !isDecided, let guess = TextEncoding.guess(undecoded[...]) {
            encoding = guess
            isDecided = true
        }
        let used = encoding.decode(undecoded[...], into: &bytes)
        undecoded.removeFirst(used)
    }

    /// Writes each quote that is written twice once, in place.
    private mutating func unquote() {
        for place in fields.indices {
            var end = fields[place].lowerBound
            var isSecond = false
            for index in fields[place] {
                let byte = bytes[index]
                isSecond = byte == 0x22 && !isSecond
                if isSecond { continue }
                bytes[end] = byte
                end += 1
            }
            fields[place] = fields[place].lowerBound..<end
        }
    }
}
