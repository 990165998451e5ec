/// Dates as people write them.
enum DateReading {
    /// A date written as year, month and day in digits, with or without signs between.
    static func date(of value: Span<UInt8>) -> PartialDate {
        var digits: [Int] = []
        for index in value.indices {
            let digit = Int(value[index]) - 48
            if (0..<10).contains(digit) { digits.append(digit) }
        }
        guard digits.count == 8 else { return .missing }
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        guard year > 0, month <= 12, day <= 31 else { return .missing }
        return PartialDate(
            year: UInt16(year),
            month: UInt8(month),
            day: month == 0 ? 0 : UInt8(day)
        )
    }
}
