import TestSupport
import Testing

@testable import Linkage

private func date(_ text: String, monthFirst: Bool = false) -> String {
    DateReading.read(Array(text.utf8).span).date(monthFirst: monthFirst).description
}

@Suite struct `Dates are read as people write them` {
    @Test(arguments: [
        ("1990-05-17", "1990-05-17"), ("1990/5/7", "1990-05-07"), ("19900517", "1990-05-17"),
        ("17051990", "1990-05-17"), ("17/05/1990", "1990-05-17"), ("05/17/1990", "1990-05-17"),
        ("17.5.90", "1990-05-17"), ("17-may-90", "1990-05-17"),
        ("17 de mayo de 1990", "1990-05-17"),
        ("May 17, 1990", "1990-05-17"), ("17th May 1990", "1990-05-17"),
        ("1er janvier 1990", "1990-01-01"), ("15 août 1985", "1985-08-15"), ("mai 1990", "1990-05"),
        ("05/1990", "1990-05"), ("1990-05", "1990-05"), ("1990", "1990"), ("c. 1990", "1990"),
        ("~1990", "1990"), ("ca. 1990", "1990"), ("hacia 1990", "1990"), ("1990-00-00", "1990"),
        ("00/00/1990", "1990"), ("1990-05-00", "1990-05"), ("00/05/1990", "1990-05"),
        ("1990-05-17T10:30:00Z", "1990-05-17"), ("17/05/1990 10:30", "1990-05-17"),
        ("1990-05-17 00:00:00", "1990-05-17"), ("17/05/25", "2025-05-17"),
        ("17/05/27", "1927-05-17"),
        ("1990年5月17日", "1990-05-17"), ("17 de mayo", "--05-17"), ("900517", "1990-05-17"),
        ("2000-02-29", "2000-02-29"),
    ])
    func `in these forms`(text: String, expected: String) {
        #expect(date(text) == expected)
        #expect(!DateReading.read(Array(text.utf8).span).hasImpossiblePart)
    }

    @Test(arguments: ["", "-", "desconocida", "N/A", "0000-00-00", "s/d", "99999999", "unknown"])
    func `a word for nothing is nothing`(text: String) {
        #expect(date(text).isEmpty)
        #expect(!DateReading.read(Array(text.utf8).span).hasImpossiblePart)
    }

    @Test(arguments: [
        ("1990-02-30", "1990-02"), ("31/02/1990", "1990"), ("1856-86-18", "1856"),
        ("1900-02-29", "1900-02"), ("hola", ""), ("12345", ""),
        ("1990-13-45", "1990"),
    ])
    func `what no calendar has is left out and said`(text: String, expected: String) {
        #expect(date(text) == expected)
        #expect(DateReading.read(Array(text.utf8).span).hasImpossiblePart)
    }

    @Test func `a day and a month that can only be each other are exchanged`() {
        #expect(date("1990-17-05") == "1990-05-17")
        #expect(date("19901705") == "1990-05-17")
    }

    @Test func `every day of 400 years is read back in four forms`() {
        var days = 0
        for year in 1700..<2100 {
            for month in 1...12 {
                for day in 1...31 {
                    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
                    let iso = "\(year)-\(two(month))-\(two(day))"
                    let reading = DateReading.read(Array(iso.utf8).span)
                    if reading.hasImpossiblePart { continue }
                    days += 1
                    guard day == 1 || day >= 28 else { continue }
                    #expect(date(iso) == iso)
                    #expect(date("\(year)\(two(month))\(two(day))") == iso)
                    #expect(date("\(two(day))/\(two(month))/\(year)") == iso)
                    #expect(date("\(month)/\(day)/\(year)", monthFirst: true) == iso)
                }
            }
        }
        // 400 years of the Gregorian calendar, whichever they are.
        #expect(days == 146_097)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `any text is a date, a part of one or none`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "1", "9", "0", "31", "1990", "/", "-", ".", " ", "mayo", "de", "T", ":", "x", "é", "年",
        ]
        for _ in 0..<5000 {
            let count = Int.random(in: 0...8, using: &random)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            for monthFirst in [false, true] {
                let found = DateReading.read(Array(text.utf8).span).date(monthFirst: monthFirst)
                #expect(found.year <= 9999 && found.month <= 12 && found.day <= 31)
                #expect(found.day == 0 || found.month > 0)
            }
        }
    }
}

@Suite struct `A column of dates decides the order of day and month` {
    private func read(_ texts: [String]...) -> ([PartialDate], [DateOrder?]) {
        var builder = TableBuilder(fields: [Field(name: "born", kind: .dateOfBirth)])
        for source in texts {
            builder.beginSource()
            for (place, text) in source.enumerated() {
                builder.append(identifier: "\(place)", values: [text])
            }
        }
        let (table, reports) = builder.finishWithReports()
        guard case .dates(let dates) = table.columns[0].values else { return ([], []) }
        return (dates, reports[0].dateOrders)
    }

    @Test func `by the dates that can only be one, for each source apart`() {
        let (dates, orders) = read(["03/04/1990", "05/17/1990"], ["03/04/1990", "17/05/1990"])
        #expect(dates.map(\.month) == [3, 5, 4, 5])
        #expect(orders.map { $0?.isMonthFirst } == [true, false])
        #expect(orders[0] == DateOrder(isMonthFirst: true, shown: 1, against: 0, undecided: 1))
    }

    @Test func `as day before month when none shows it, which is said`() {
        let (dates, orders) = read(["03/04/1990"])
        #expect(dates.map(\.month) == [4])
        #expect(orders[0]?.shown == 0)
        #expect(orders[0]?.text(in: .english).contains("no date of the file shows") == true)
    }

    @Test func `and not where every date is certain`() {
        #expect(read(["1990-04-03", "5/5/1990"]).1 == [nil])
    }
}
