/// A moment named by a date-time group, to the minute, in Universal Time.
///
/// ACP 127, format line 5, writes it `DDHHMMZ MON YY`. It is encoded as an ISO 8601 string that
/// ends in `Z`, such as `2006-06-21T19:31:00Z`.
public struct TelegramTime: Hashable, Sendable {
    /// The year, with its century: 1 to 9999.
    public let year: Int
    /// The month: 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int
    /// The hour: 0 to 23.
    public let hour: Int
    /// The minute: 0 to 59.
    public let minute: Int

    /// Makes a moment from its parts, or nothing when they name no moment.
    ///
    /// - Parameters:
    ///   - year: The year with its century, 1 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month; 29 February is refused in a common year.
    ///   - hour: The hour, 0 to 23.
    ///   - minute: The minute, 0 to 59.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (0...23).contains(hour), (0...59).contains(minute),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// The day of the year, 1 to 366: what format line 3 calls the Julian day.
    public var dayOfYear: Int {
        (1..<month).reduce(day) { $0 + Self.days(inMonth: $1, of: year) }
    }

    /// The minutes since the year began.
    var minuteOfYear: Int {
        (dayOfYear - 1) * 1440 + hour * 60 + minute
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The month named by a word of three letters or more, in English, or nothing.
    static func month(named word: some StringProtocol) -> Int? {
        let lower = word.lowercased()
        guard lower.utf8.count >= 3 else { return nil }
        let full = monthNames.firstIndex { $0 == lower || ($0.prefix(3) == lower) }
        return full.map { $0 + 1 } ?? (lower == "sept" ? 9 : nil)
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
}

extension TelegramTime: CustomStringConvertible {
    /// The moment in ISO 8601, ending in `Z`.
    public var description: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
            + "T\(padded(hour, 2)):\(padded(minute, 2)):00Z"
    }

    /// Reads a moment written as ``description`` writes it, or nothing.
    ///
    /// - Parameter text: A string of the form `2006-06-21T19:31:00Z`.
    public init?(_ text: String) {
        let parts = text.split { "-T:Z".contains($0) }.map { Int($0) }
        guard text.utf8.count == 20, text.hasSuffix(":00Z"), parts.count == 6,
            let year = parts[0], let month = parts[1], let day = parts[2], let hour = parts[3],
            let minute = parts[4]
        else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute)
        guard description == text else { return nil }
    }
}

extension TelegramTime: Codable {
    /// Reads the moment from its ISO 8601 string.
    ///
    /// - Parameter decoder: Where to read from.
    /// - Throws: `DecodingError` when the string names no moment.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = TelegramTime(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Not a moment of the form 2006-06-21T19:31:00Z."
            )
        }
        self = time
    }

    /// Writes the moment as its ISO 8601 string.
    ///
    /// - Parameter encoder: Where to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
