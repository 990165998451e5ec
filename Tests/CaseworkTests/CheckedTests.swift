import Testing

@testable import Casework

struct CheckedTests {
    @Test(arguments: ["", " ", "\n\t ", "\u{A0}\u{2003}"])
    func `white space is nothing`(text: String) throws {
        #expect(throws: Refusal.missing(field: "place")) { try checked(text, "place") }
        #expect(try checked(text, "place", required: false) == "")
    }

    @Test func `white space at the ends goes and what is between stays`() throws {
        #expect(try checked("  Ciudad  Hidalgo\n", "place") == "Ciudad  Hidalgo")
    }

    @Test(arguments: [1, 20, 4000])
    func `a text may be as long as its limit and not one longer`(limit: Int) throws {
        let text = String(repeating: "ñ", count: limit)
        #expect(try checked(text, "place", limit: limit) == text)
        #expect(try checked(" \(text) ", "place", limit: limit) == text)
        #expect(throws: Refusal.tooLong(field: "place", limit: limit)) {
            try checked(text + "x", "place", required: false, limit: limit)
        }
    }

    @Test func `accents piled on one letter count each`() {
        let text = "e" + String(repeating: "\u{301}", count: 20)
        #expect(text.count == 1)
        #expect(throws: Refusal.tooLong(field: "place", limit: 20)) {
            try checked(text, "place", limit: 20)
        }
    }
}
