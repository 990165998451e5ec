import Testing

@testable import Estimation

@Suite
struct CaptureTableTests {
    @Test
    func `overlaps count everybody who is on all lists of a set`() throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 3, 4, 5])
        #expect(table.overlaps == [12, 8, 9, 5])
        #expect(table.observed == 12)
        #expect(table.names(in: 2) == ["b"])
    }

    @Test(arguments: [
        (["a"], [0.0, 1], TableRefused.listCount(1)),
        (["a", "a"], [0, 1, 1, 1], .repeatedList("a")),
        (["a", "b"], [0, 1, 1], .wrongNumberOfCounts(expected: 4, found: 3)),
        (["a", "b"], [0, 1, -1, 1], .badCount(history: 2)),
        (["a", "b"], [0, 1, .nan, 1], .badCount(history: 2)),
        (["a", "b"], [1, 1, 1, 1], .countOfTheUnseen),
        (["a", "b"], [0, 0, 0, 0], .empty),
        (["a", "b"], [0, 1e300, 1, 1], .tooManyPeople),
        (["a", "b"], [0, 1e308, 1e308, 1e308], .tooManyPeople),
    ])
    func `a table that is none is refused`(lists: [String], counts: [Double], why: TableRefused) {
        #expect(throws: why) { try CaptureTable(lists: lists, counts: counts) }
    }
}
