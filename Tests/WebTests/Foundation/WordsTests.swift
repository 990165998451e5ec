import Casework
import Testing
import Web

@Suite struct WordsTests {
    private let spanish = Words(.spanish)
    private let english = Words(.english)
    private let noon = Moment(milliseconds: 1_795_543_200_000)  // 2026-11-24T18:00:00Z

    @Test(arguments: [
        ("", Language.spanish), ("*", .spanish), ("fr", .spanish), ("en", .english),
        ("en-US,en;q=0.9,es;q=0.8", .english), ("es-MX,es;q=0.9,en;q=0.8", .spanish),
        ("en;q=0.3, es;q=0.7", .spanish), ("fr, en;q=0.1", .english), ("en;q=0", .spanish),
        ("EN-gb", .english), ("es;q=0,en;q=0.1", .english), ("en;q=x", .spanish),
        (";;;,,,q=1", .spanish), ("es, en", .spanish), ("en, es", .english),
    ])
    func `the browser's wish decides the language`(header: String, language: Language) {
        #expect(Language.preferred(byHeader: header) == language)
    }

    @Test func `a missing key is loud`() {
        #expect(spanish("no.such.key") == "⟦no.such.key⟧")
        #expect(Catalogue.missing.contains("no.such.key"))
    }

    @Test func `a missing value is loud`() {
        #expect(english("error.tooLong") == "Too long: there is room for ⟦max⟧ characters")
        #expect(Catalogue.missing.contains("error.tooLong{max}"))
    }

    @Test func `a value with braces is not filled in again`() {
        #expect(english("time.ago", ["span": "{span}"]) == "{span} ago")
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"),
        (1_234_567, "1,234,567"), (-1000, "−1,000"), (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func `thousands are set apart`(number: Int, text: String) {
        #expect(spanish.number(number) == text)
    }

    @Test(arguments: [
        (0.0, 0, "0"), (1234.5, 1, "1,234.5"), (0.05, 2, "0.05"), (2.999, 2, "3.00"),
        (-0.001, 2, "0.00"), (-1.5, 1, "−1.5"), (.nan, 1, "—"), (.infinity, 0, "—"),
    ])
    func `decimals follow a point`(number: Double, places: Int, text: String) {
        #expect(english.number(number, places: places) == text)
    }

    @Test func `percentages follow each language's custom`() {
        #expect(spanish.percent(0.125, places: 1) == "12.5 %")
        #expect(english.percent(0.125, places: 1) == "12.5%")
    }

    @Test func `times are those of central Mexico, in any season`() {
        #expect(spanish.dayAndTime(noon) == "24 nov 2026, 12:00")
        #expect(english.day(noon) == "24 Nov 2026")
        #expect(LocalTime(noon).stamp == "2026-11-24T12:00:00-06:00")
        let july = LocalTime.moment("2026-07-01T00:30")
        #expect(july?.iso == "2026-07-01T06:30:00.000Z")
    }

    @Test(arguments: ["", "2026-13-01", "2026-02-29", "2026-1-1", "0000-01-01", "2026-01-01T", "x"])
    func `what is no day is refused`(text: String) {
        #expect(LocalTime.startOfDay(text) == nil)
    }

    @Test func `a day goes out and comes back the same`() throws {
        for offset in stride(from: -800_000, through: 800_000, by: 997) {
            let moment = noon.adding(hours: offset)
            let day = LocalTime(moment).isoDay
            let start = try #require(LocalTime.startOfDay(day))
            #expect(LocalTime(start).isoDay == day)
            #expect(start <= moment && moment < start.adding(hours: 24))
        }
    }

    @Test(arguments: [
        (180, "vence en 3 h", "due in 3 h"), (-20, "venció hace 20 min", "20 min overdue"),
        (0, "vence ahora", "due now"), (119, "vence en 119 min", "due in 119 min"),
        (-120, "venció hace 2 h", "2 h overdue"), (2879, "vence en 47 h", "due in 47 h"),
        (2880, "vence en 2 días", "due in 2 days"), (-1, "venció hace 1 min", "1 min overdue"),
    ])
    func `a deadline says how long is left or how long ago it was`(
        minutes: Int64,
        inSpanish: String,
        inEnglish: String
    ) {
        let deadline = Moment(milliseconds: noon.milliseconds + minutes * 60_000)
        #expect(spanish.deadline(deadline, now: noon) == inSpanish)
        #expect(english.deadline(deadline, now: noon) == inEnglish)
    }

    @Test func `moments at the ends of time do no harm`() {
        let first = Moment(milliseconds: .min)
        let last = Moment(milliseconds: .max)
        #expect(english.distance(first, from: last).hasSuffix("days ago"))
        #expect(english.distance(last, from: first).hasPrefix("in "))
    }
}
