import Foundation
import Telegram
import TestSupport
import Testing

/// What both the source document and our retelling of it must give.
struct SourceDocumentTests {
    static let sources: [URL] = [Files.retold] + [Files.original].compactMap(\.self)

    @Test(.enabled(if: SharedFolder.isPresent, "the folder ../shared is absent"))
    func `the source document is among those read`() {
        #expect(Self.sources.count == 2)
    }

    @Test(arguments: sources)
    func `the number, time and precedence are read`(source: URL) throws {
        let telegram = try Files.read(source, named: false)
        #expect(telegram.reference == "06MEXICO3423")
        #expect(telegram.dateTime?.description == "2006-06-21T19:31:00Z")
        #expect(telegram.dateTime?.dayOfYear == 172)
        #expect(telegram.precedence == .routine)
        #expect(telegram.informationPrecedence == nil)
        #expect(telegram.filing?.routing == "RUEHME")
        #expect(telegram.filing?.serial == 3423)
        #expect(telegram.filing?.section == 1)
        #expect(telegram.filing?.dayOfYear == 172)
        #expect(telegram.filing?.hour == 19)
        #expect(telegram.filing?.minute == 31)
        #expect(telegram.section?.number == 1)
        #expect(telegram.section?.count == 2)
    }

    @Test(arguments: sources)
    func `the places where a fact stands agree`(source: URL) throws {
        let checks = try Files.read(source).checks
        #expect(
            checks.map(\.code) == [
                "number", "filing-time", "precedence", "secrecy-letter", "section", "portion-marks",
            ]
        )
        #expect(checks.allSatisfy { $0.holds })
        let number = try #require(checks.first)
        #expect(number.lines == [7, 23, 55])
        #expect(checks[1].lines == [7, 11])
    }

    @Test(arguments: sources)
    func `originator and addressees are read with their routing indicators`(source: URL) throws {
        let telegram = try Files.read(source)
        #expect(telegram.originator?.name == "AMEMBASSY MEXICO")
        #expect(telegram.originator?.routing == "RUEHME")
        let action = try #require(telegram.action.first)
        #expect(telegram.action.count == 1)
        #expect(action.name == "SECSTATE WASHDC")
        #expect(action.routing == "RUEHC")
        #expect(action.serial == 1780)
        #expect(action.precedence == nil)
        #expect(!action.isCollective)
        #expect(telegram.information.map(\.routing) == ["RUEHXC", "RUEAWJA", "RUEAHLA"])
        #expect(
            telegram.information.map(\.name) == [
                "ALL US CONSULATES IN MEXICO COLLECTIVE", "DEPT OF JUSTICE WASHDC",
                "DEPT OF HOMELAND SECURITY",
            ]
        )
        #expect(telegram.information.map(\.isCollective) == [true, false, false])
        #expect(telegram.deliverTo.count == 9)
        #expect(telegram.deliverTo.last?.name == "AMCONSUL TIJUANA")
        #expect(telegram.transmission?.channel == "XRO")
        #expect(telegram.transmission?.serial == 6521)
        #expect(telegram.transmission?.identifier == "VZCZCXR06521")
        #expect(telegram.instructions == "ZNR UUUUU ZZH")
    }

    @Test(arguments: sources)
    func `classification, captions and tags are each read once`(source: URL) throws {
        let telegram = try Files.read(source)
        #expect(telegram.classification?.text == "UNCLASSIFIED, SENSITIVE")
        #expect(telegram.captions == ["SIPDIS", "FOR WHA/MEX, ALSO FOR G/TIP"])
        #expect(telegram.executiveOrder?.number == "12958")
        #expect(telegram.executiveOrder?.marking == "N/A")
        #expect(telegram.tags.map(\.code) == ["PHUM", "PGOV", "PREL", "PINR", "MX"])
        #expect(telegram.tags.allSatisfy { $0.meaning != nil && $0.meaningES != nil })
        #expect(telegram.tags.first?.meaning == "Human rights")
        #expect(telegram.subject?.isEmpty == false)
        #expect(telegram.signature == "GARZA")
    }

    @Test(arguments: sources)
    func `six paragraphs are read with marks, headings and parts`(source: URL) throws {
        let paragraphs = try Files.read(source).paragraphs
        #expect(paragraphs.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(paragraphs.map(\.label) == ["¶11.", "¶12.", "¶13.", "¶14.", "¶5.", "¶6."])
        #expect(paragraphs.map(\.mark) == ["SBU", "U", "U", "U", "U", "SBU"])
        #expect(paragraphs.map(\.part) == [.summary, .body, .body, .body, .body, .comment])
        #expect(paragraphs.map { $0.heading != nil } == [false, true, false, false, true, true])
        #expect(paragraphs.last?.heading == "Comment")
        #expect(paragraphs.first?.text.hasSuffix("End Summary.") == true)
        #expect(paragraphs.allSatisfy { !$0.text.contains("\n") })
    }

    @Test(arguments: sources)
    func `every repair and remainder is noted with its line`(source: URL) throws {
        let telegram = try Files.read(source)
        let notes = telegram.notes.map { "\($0.line) \($0.code)" }
        #expect(
            notes.prefix(9) == [
                "3 letter-typed-as-zero", "29 caption-repeated", "35 link-residue",
                "39 label-prefixed", "43 label-prefixed", "45 label-prefixed", "47 label-prefixed",
                "49 unmarked-break", "55 page-line",
            ]
        )
        #expect(notes.dropFirst(9).map { $0.hasSuffix("web-site-notice") } == [true, true])
        #expect(telegram.notes.last?.kind == .leftOver)
        #expect(telegram.notes.allSatisfy { $0.text(in: .english) != $0.text(in: .spanish) })
        Accounting.expectWhole(telegram, try Files.bytes(source))
    }

    @Test(.enabled(if: SharedFolder.isPresent, "the folder ../shared is absent"))
    func `the sentence that the page break cut is whole`() throws {
        let telegram = try Files.read(try #require(Files.original))
        let sentence =
            "a significantly larger number of migrants were actually moving through the area"
        #expect(telegram.paragraphs[4].text.contains(sentence))
        #expect(telegram.paragraphs[3].text.contains("the lack of a federal TIP law"))
        #expect(
            telegram.paragraphs.map(\.heading) == [
                nil, "A Well-Attended Event with Frank Discussion", nil, nil, "The Other Border",
                "Comment",
            ]
        )
    }

    @Test func `the sentence that the page break cut in the retelling is whole`() throws {
        let telegram = try Files.read(Files.retold)
        let sentence = "a far greater number of travellers slip past unseen"
        #expect(telegram.paragraphs[4].text.contains(sentence))
        #expect(telegram.paragraphs[3].text.contains("the lack of a federal TIP statute"))
        #expect(telegram.paragraphs[5].text.contains("a retelling made for Enlace"))
    }

    @Test(arguments: sources)
    func `encoded, it has the keys that others read, and decodes to itself`(source: URL) throws {
        let telegram = try Files.read(source)
        let data = try JSONEncoder().encode(telegram)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let keys = [
            "reference", "dateTime", "precedence", "originator", "action", "information",
            "classification", "captions", "tags", "subject", "section", "paragraphs", "signature",
            "notes",
        ]
        #expect(keys.filter { object[$0] == nil }.isEmpty)
        #expect(object["dateTime"] as? String == "2006-06-21T19:31:00Z")
        #expect(object["precedence"] as? String == "ROUTINE")
        let paragraph = try #require((object["paragraphs"] as? [[String: Any]])?.first)
        #expect(
            ["number", "label", "mark", "heading", "text"].filter { paragraph[$0] == nil }.isEmpty
        )
        #expect(try JSONDecoder().decode(Telegram.self, from: data) == telegram)
    }
}
