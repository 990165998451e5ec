/// What a text says of a date, before it is known in which order its column writes day and month.
struct DateReading: Hashable, Sendable {
    /// How the parts were told apart.
    enum Order: UInt8, Sendable {
        /// Year, month and day are certain.
        case certain
        /// Two numbers before a year; both may be the month. `first` and `second` are as written.
        case either
        /// Only day before month can be.
        case dayFirst
        /// Only month before day can be.
        case monthFirst
    }

    var year: UInt16
    /// The month when `order` is certain; otherwise the number written first.
    var first: UInt8
    /// The day when `order` is certain; otherwise the number written second.
    var second: UInt8
    var order: Order
    /// Whether a part was written that no calendar has; it counts as unknown.
    var hasImpossiblePart = false

    /// Nothing was written, or a word for nothing.
    static let missing = DateReading(year: 0, first: 0, second: 0, order: .certain)
    /// Something was written that no calendar has.
    static let impossible = spoilt(year: 0)

    /// The date, in the order its column was found to have.
    func date(monthFirst: Bool) -> PartialDate {
        let isSwapped = order == .dayFirst || order == .either && !monthFirst
        let (month, day) = isSwapped ? (second, first) : (first, second)
        return PartialDate(year: year, month: month, day: month == 0 ? 0 : day)
    }

    /// The last year of this century that two digits may mean: `26` is 2026, `27` is 1927.
    static let pivot = 26

    /// Reads a date.
    static func read(_ value: Span<UInt8>) -> DateReading {
        if let date = iso(value) { return date }
        return MissingValue.isValue(value) ? .missing : DateParts(value).reading
    }

    /// `1990-05-17` or `1990/05/17`, which most files have and which needs little work; nil for others.
    static func iso(_ value: Span<UInt8>) -> DateReading? {
        guard value.count == 10, value[4] == value[7], value[4] == 0x2d || value[4] == 0x2f else {
            return nil
        }
        var number = 0
        for index in 0..<10 where index != 4 && index != 7 {
            let digit = Int(value[index]) - 0x30
            guard digit >= 0, digit < 10 else { return nil }
            number = number * 10 + digit
        }
        return certain(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// A date of which the parts are told apart; parts that are 0 are unknown.
    ///
    /// When month and day can only be each other (`1990-17-05`) they are taken so. Otherwise, of a date
    /// that no calendar has, the year stays, and the month if it is one.
    static func certain(year: Int, month: Int, day: Int) -> DateReading {
        guard (0...9999).contains(year) else { return .impossible }
        guard isDay(day, month: month, year: year) else {
            if month > 12, day > 0, isDay(month, month: day, year: year) {
                return certain(year: year, month: day, day: month)
            }
            return spoilt(year: year, month: month)
        }
        return DateReading(
            year: UInt16(year),
            first: UInt8(month),
            second: month == 0 ? 0 : UInt8(day),
            order: .certain
        )
    }

    /// Two numbers and a year, in an order still to be found.
    static func numbers(_ first: Int, _ second: Int, year: Int) -> DateReading {
        let canBeDayFirst = isDay(first, month: second, year: year)
        let canBeMonthFirst = isDay(second, month: first, year: year)
        guard (0...9999).contains(year) else { return .impossible }
        guard canBeDayFirst || canBeMonthFirst else { return spoilt(year: year) }
        let order: Order =
            first == second || !(canBeDayFirst && canBeMonthFirst)
            ? (canBeDayFirst ? .dayFirst : .monthFirst) : .either
        return DateReading(
            year: UInt16(year),
            first: UInt8(first),
            second: UInt8(second),
            // The same number twice says nothing of the order.
            order: first == second ? .certain : order
        )
    }

    /// What is left of a date that no calendar has.
    private static func spoilt(year: Int, month: Int = 0) -> DateReading {
        DateReading(
            year: UInt16(year),
            first: year > 0 && month <= 12 ? UInt8(month) : 0,
            second: 0,
            order: .certain,
            hasImpossiblePart: true
        )
    }

    private static func isDay(_ day: Int, month: Int, year: Int) -> Bool {
        guard (0...12).contains(month), day >= 0 else { return false }
        let isLeap = year == 0 || year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, 31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month]
    }
}

extension PartialDate: CustomStringConvertible {
    /// The known parts, the greatest first, as `1990-05-17`, `1990-05`, `1990` or `--05-17`; empty when
    /// nothing is known.
    public var description: String {
        func two(_ number: UInt8) -> String { (number < 10 ? "0" : "") + String(number) }
        if isMissing { return "" }
        var text = year == 0 ? "-" : String(year)
        if month > 0 { text += "-" + two(month) }
        if day > 0 { text += "-" + two(day) }
        return text
    }
}
