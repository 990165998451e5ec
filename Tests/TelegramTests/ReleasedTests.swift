import Foundation
import Telegram
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isPresent, "the folder ../shared is absent"))
struct ReleasedTests {
    @Test func `there are thirty-one released telegrams`() {
        #expect(Files.released.count == 31)
    }

    @Test(arguments: Files.released)
    func `a released telegram is read with every byte and word accounted for`(file: URL) throws {
        let telegram = try Files.read(file)
        Accounting.expectWhole(telegram, try Files.bytes(file))
        #expect(!telegram.paragraphs.isEmpty)
        #expect(telegram.signature != nil)
        #expect(telegram.reference != nil)
    }

    @Test(arguments: Files.released)
    func `a released telegram is read under any name`(file: URL) throws {
        let telegram = try Files.read(file, named: false)
        #expect(telegram.paragraphs == (try Files.read(file)).paragraphs)
    }

    @Test func `the head of 66BUENOSAIRES2481 is read`() throws {
        let telegram = try read("66BUENOSAIRES2481")
        #expect(telegram.dateTime?.description == "1966-12-28T18:48:00Z")
        #expect(telegram.precedence == .priority)
        #expect(telegram.informationPrecedence == .routine)
        #expect(telegram.action.first?.precedence == .priority)
        #expect(telegram.information.count == 11)
        #expect(telegram.reference == "66BUENOSAIRES2481")
        #expect(telegram.references.count == 2)
        #expect(telegram.paragraphs.count == 8)
        #expect(telegram.signature == "SACCIO")
        #expect(telegram.notes.filter { $0.kind == .leftOver }.count == 9)
    }

    @Test func `numbers inside a quoted text are not those of paragraphs`() throws {
        #expect(try read("1977STATE051361").paragraphs.map(\.number) == [1])
    }

    @Test func `the head of a second section inside the text is left over`() throws {
        let telegram = try read("1978PARIS34984")
        #expect(telegram.paragraphs.map(\.number) == [1, 2, 3])
        let lines = telegram.notes.filter { $0.code == "repeated-head" }.map(\.line)
        #expect(lines == Array(31...36))
    }

    @Test func `a number that goes back is kept as text and doubted`() throws {
        let telegram = try read("1978TELAV00245")
        #expect(telegram.paragraphs.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(telegram.notes.contains { $0.code == "label-out-of-order" && $0.line == 12 })
    }

    private func read(_ name: String) throws -> Telegram {
        try Files.read(try #require(Files.released.first { $0.lastPathComponent == name + ".txt" }))
    }
}
