import Foundation
import TestSupport
import Testing

@testable import Casework

struct MomentTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0),
        ("1969-12-31T23:59:59.999Z", -1),
        ("2006-06-21T19:31:00.000Z", 1_150_918_260_000),
        ("2000-02-29T12:00:00.500Z", 951_825_600_500),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
    ])
    func `known moments are written as everybody writes them`(iso: String, milliseconds: Int64) {
        #expect(Moment(iso: iso)?.milliseconds == milliseconds)
        #expect(Moment(milliseconds: milliseconds).iso == iso)
    }

    @Test(arguments: UInt64(0)..<300)
    func `a moment reads back from its text, its parts and its JSON`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999
        let moment = Moment(milliseconds: Int64.random(in: range, using: &generator))
        #expect(Moment(iso: moment.iso) == moment)
        let parts = moment.civil
        let again = Moment(
            year: parts.year,
            month: parts.month,
            day: parts.day,
            hour: parts.hour,
            minute: parts.minute,
            second: parts.second,
            millisecond: parts.millisecond
        )
        #expect(again == moment)
        let json = try JSONEncoder().encode([moment])
        #expect(try JSONDecoder().decode([Moment].self, from: json) == [moment])
    }

    @Test func `day follows day through four centuries`() throws {
        var day = try #require(Moment(year: 1900, month: 1, day: 1))
        var leapDays = 0
        var days = 0
        while day.civil.year < 2300 {
            let next = day.adding(hours: 24)
            let (now, then) = (day.civil, next.civil)
            let isNextDay = then.month == now.month && then.day == now.day + 1
            let isNextMonth = then.day == 1 && then.month == now.month % 12 + 1
            if !isNextDay && !isNextMonth { Issue.record("after \(day.iso) comes \(next.iso)") }
            if now.month == 2, now.day == 29 { leapDays += 1 }
            day = next
            days += 1
        }
        #expect(days == 146_097)
        #expect(leapDays == 97)
    }

    @Test func `the 29th of February is there every fourth year but three times in 400`() {
        for year in 1...2400 {
            let isLeap =
                year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
            #expect((Moment(year: year, month: 2, day: 29) != nil) == isLeap, "\(year)")
        }
    }

    @Test func `every month has its days and no more`() {
        for (month, days) in zip(1..., [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            #expect(Moment(year: 2026, month: month, day: days) != nil)
            #expect(Moment(year: 2026, month: month, day: days + 1) == nil)
            #expect(Moment(year: 2026, month: month, day: 0) == nil)
        }
    }

    @Test(arguments: [
        "", "2026-11-24", "2026-11-24T06:00:00Z", "2026-11-24T06:00:00.0000Z",
        "2026-11-24 06:00:00.000Z", "2026-11-24T06:00:00.000z", "2026-11-24T06:00:00.000+",
        "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z",
        "2026-11-24T24:00:00.000Z", "2026-11-24T23:60:00.000Z", "2026-11-24T23:59:60.000Z",
        "0000-01-01T00:00:00.000Z", "-026-11-24T06:00:00.000Z", "２026-11-24T06:00:00.00Z",
    ])
    func `what is no moment is refused`(iso: String) {
        #expect(Moment(iso: iso) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Moment].self, from: JSONEncoder().encode([iso]))
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func `one changed character makes another moment or none`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var text = Array("2026-11-24T06:18:00.000Z")
        let index = Int.random(in: text.indices, using: &generator)
        text[index] = Array("0123456789-:TZ.").randomElement(using: &generator) ?? "0"
        guard let moment = Moment(iso: String(text)) else { return }
        #expect(moment.iso == String(text))
    }

    @Test func `hours are added across days and backwards`() {
        let moment = Moment(milliseconds: 0)
        #expect(moment.adding(hours: 25).iso == "1970-01-02T01:00:00.000Z")
        #expect(moment.adding(hours: -1).iso == "1969-12-31T23:00:00.000Z")
        #expect(moment.adding(hours: 1) > moment)
    }
}
