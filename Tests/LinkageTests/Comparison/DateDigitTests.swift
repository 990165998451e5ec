import Testing

@testable import Linkage

private func date(_ year: UInt16, _ month: UInt8, _ day: UInt8) -> PartialDate {
    PartialDate(year: year, month: month, day: day)
}

@Test(
    arguments: [
        (date(1967, 9, 27), date(1967, 9, 17), .oneDigit),
        (date(1967, 9, 27), date(1976, 9, 27), .oneDigit),
        (date(1967, 9, 27), date(1987, 9, 27), .oneDigit),
        (date(1967, 9, 27), date(1987, 9, 17), .different),
        (date(1967, 10, 5), date(1967, 11, 25), .sameYear),
    ] as [(PartialDate, PartialDate, Level.Finding)]
)
func `a slip of the pen in a date is one of all eight digits, tens too`(
    _ left: PartialDate,
    _ right: PartialDate,
    _ finding: Level.Finding
) {
    #expect(DateComparison.compare(left, right) == finding)
    #expect(DateComparison.compare(right, left) == finding)
}
