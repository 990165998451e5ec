/// How two dates of birth compare.
///
/// The findings are what happens to dates when they are told, heard and written: a part not known,
/// 1 January for a year only, day and month exchanged, a slip in one digit, an age by guess.
enum DateComparison {
    /// The finding for two dates, in either order.
    static func compare(_ left: PartialDate, _ right: PartialDate) -> Level.Finding {
        guard left.year != 0 || left.month != 0, right.year != 0 || right.month != 0 else {
            return .missing
        }
        if left == right { return equal(left) }
        guard left.year != 0, right.year != 0 else { return withoutYear(left, right) }
        let apart = abs(Int(left.year) - Int(right.year))
        if left.isYearOnly || right.isYearOnly { return byYear(left, right, apart) }
        if left.day == 0 || right.day == 0 { return byMonth(left, right, apart) }
        if apart == 0, left.day == right.month, left.month == right.day {
            return .dayAndMonthExchanged
        }
        let same = (apart == 0, left.month == right.month, left.day == right.day)
        let partsThatAgree = (same.0 ? 1 : 0) + (same.1 ? 1 : 0) + (same.2 ? 1 : 0)
        if partsThatAgree == 2, oneDigitDiffers(left, right) { return .oneDigit }
        switch same {
        case (true, true, false): return .otherDay
        case (true, false, true): return .otherMonth
        case (false, true, true): return .otherYear
        case (true, false, false): return .sameYear
        default: return byDistance(apart)
        }
    }

    private static func equal(_ date: PartialDate) -> Level.Finding {
        if date.year == 0 || date.month == 0 { return date.year == 0 ? .sameYear : .sameYearOnly }
        if date.day == 0 { return .sameYearAndMonth }
        return date.isYearOnly ? .sameYearFirstOfJanuary : .same
    }

    private static func withoutYear(_ left: PartialDate, _ right: PartialDate) -> Level.Finding {
        guard left.month != 0, right.month != 0 else { return .missing }
        return left.month == right.month && left.day == right.day ? .otherYear : .different
    }

    private static func byYear(
        _ left: PartialDate,
        _ right: PartialDate,
        _ apart: Int
    ) -> Level.Finding {
        apart == 0 ? .sameYearOnly : apart <= 2 ? .yearsNear : byDistance(apart)
    }

    private static func byMonth(
        _ left: PartialDate,
        _ right: PartialDate,
        _ apart: Int
    ) -> Level.Finding {
        guard apart == 0 else { return byDistance(apart) }
        return left.month == right.month ? .sameYearAndMonth : .sameYear
    }

    private static func byDistance(_ apart: Int) -> Level.Finding {
        apart <= 2 ? .withinTwoYears : apart <= 10 ? .withinTenYears : .different
    }

    /// Whether one of the digits of a year, month or day differs, or two neighbours are exchanged.
    private static func oneDigitDiffers(_ left: PartialDate, _ right: PartialDate) -> Bool {
        let apart = left.digits ^ right.digits
        let first = apart.trailingZeroBitCount & ~3
        let differing = apart >> UInt32(first)
        if differing < 16 { return true }
        guard differing < 256 else { return false }
        let pair = (left.digits >> UInt32(first)) & 0xff
        return (pair >> 4 | (pair & 15) << 4) == (right.digits >> UInt32(first)) & 0xff
    }
}

extension PartialDate {
    /// Whether only a year is known, or 1 January of it, which by custom stands for the same.
    var isYearOnly: Bool { month == 0 || (month == 1 && day == 1) }

    /// The digits of year, month and day, four bits each.
    fileprivate var digits: UInt32 {
        func decimal(_ value: UInt32) -> UInt32 { (value / 10) << 4 | value % 10 }
        let year = UInt32(year)
        return decimal(year / 100) << 24 | decimal(year % 100) << 16
            | decimal(UInt32(month)) << 8 | decimal(UInt32(day))
    }
}
