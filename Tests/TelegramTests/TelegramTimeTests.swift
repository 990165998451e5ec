import Foundation
import Telegram
import Testing

struct TelegramTimeTests {
    @Test(arguments: [1900, 1972, 2000, 2006, 2024, 2100])
    func `every day of a year has its number, and its text reads back`(year: Int) {
        var number = 0
        for month in 1...12 {
            for day in 1...31 {
                guard
                    let time = TelegramTime(year: year, month: month, day: day, hour: 0, minute: 59)
                else { continue }
                number += 1
                #expect(time.dayOfYear == number)
                #expect(TelegramTime(time.description) == time)
            }
        }
        #expect(number == ([1972, 2000, 2024].contains(year) ? 366 : 365))
    }

    @Test(arguments: [
        (2006, 2, 29, 0, 0), (2006, 0, 1, 0, 0), (2006, 13, 1, 0, 0), (2006, 1, 0, 0, 0),
        (2006, 4, 31, 0, 0), (2006, 1, 1, 24, 0), (2006, 1, 1, 0, 60), (0, 1, 1, 0, 0),
        (10_000, 1, 1, 0, 0), (2006, 1, 1, -1, 0),
    ])
    func `what names no moment makes none`(
        year: Int,
        month: Int,
        day: Int,
        hour: Int,
        minute: Int
    ) {
        let time = TelegramTime(year: year, month: month, day: day, hour: hour, minute: minute)
        #expect(time == nil)
    }

    @Test(arguments: [
        "", "2006-06-21", "2006-06-21T19:31:00", "2006-06-21T19:31:30Z", "2006-6-21T19:31:00Z",
        "2006-06-31T19:31:00Z", "2006:06:21T19:31:00Z", "+006-06-21T19:31:00Z",
    ])
    func `other texts are refused`(text: String) {
        #expect(TelegramTime(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([TelegramTime].self, from: Data("[\"\(text)\"]".utf8))
        }
    }
}
