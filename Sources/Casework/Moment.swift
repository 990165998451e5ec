/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
package struct Moment: Hashable, Sendable {
    /// Milliseconds since the start of 1970, UTC.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Hours to add to UTC for the clocks of central Mexico, where the coalition works.
    ///
    /// The zone America/Mexico_City has been UTC−6 all year since the Ley de los Husos Horarios of
    /// October 2022 ended summer time there. Earlier moments are taken at UTC−6 too.
    package static let localHoursFromUTC = -6

    /// This moment moved by a number of hours, backwards if negative.
    package func adding(hours: Int) -> Moment {
        Moment(milliseconds: milliseconds + Int64(hours) * 3_600_000)
    }

    /// The calendar parts in UTC, by the civil calendar (proleptic Gregorian).
    package var civil: CivilTime {
        let days = Int64((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = CivilTime.date(daysSince1970: days)
        return CivilTime(
            year: year,
            month: month,
            day: day,
            hour: Int(rest / 3_600_000),
            minute: Int(rest / 60_000 % 60),
            second: Int(rest / 1000 % 60),
            millisecond: Int(rest % 1000)
        )
    }

    /// The moment of a UTC date and time; `nil` if there is no such day or hour.
    package init?(
        year: Int,
        month: Int,
        day: Int,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        millisecond: Int = 0
    ) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999).contains(millisecond)
        else { return nil }
        let days = CivilTime.daysSince1970(year: year, month: month, day: day)
        guard CivilTime.date(daysSince1970: days) == (year, month, day) else { return nil }
        let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(milliseconds: seconds * 1000 + Int64(millisecond))
    }

    /// ISO 8601 in UTC with milliseconds, such as `2006-06-21T19:31:00.000Z`.
    package var iso: String {
        let parts = civil
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
        let time = "\(padded(parts.hour, 2)):\(padded(parts.minute, 2)):\(padded(parts.second, 2))"
        return "\(date)T\(time).\(padded(parts.millisecond, 3))Z"
    }

    /// The moment that `iso` writes, in exactly that form.
    package init?(iso: String) {
        let text = Array(iso.utf8)
        let pattern = Array("0000-00-00T00:00:00.000Z".utf8)
        guard text.count == pattern.count else { return nil }
        for (character, expected) in zip(text, pattern) {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
            guard expected == UInt8(ascii: "0") ? isDigit : character == expected else {
                return nil
            }
        }
        func number(_ range: Range<Int>) -> Int {
            text[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        self.init(
            year: number(0..<4),
            month: number(5..<7),
            day: number(8..<10),
            hour: number(11..<13),
            minute: number(14..<16),
            second: number(17..<19),
            millisecond: number(20..<23)
        )
    }
}

/// The parts of a date and time in the civil calendar.
package struct CivilTime: Hashable, Sendable {
    package var year, month, day, hour, minute, second, millisecond: Int

    /// Days from 1970-01-01 to a date.
    ///
    /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date that many days after 1970-01-01; the inverse of `daysSince1970`.
    static func date(daysSince1970 days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * monthIndex + 2) / 5 + 1)
        let month = Int(monthIndex < 10 ? monthIndex + 3 : monthIndex - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Moment: Comparable {
    package static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Moment: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Moment(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time")
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
