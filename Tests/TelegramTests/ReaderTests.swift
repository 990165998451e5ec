import Foundation
import Telegram
import Testing

/// Telegrams made up to show one thing each.
struct ReaderTests {
    // MARK: What is no telegram

    @Test(arguments: ["", " \n\t\r\n\n"])
    func `a file without text is refused as empty`(text: String) {
        #expect(throws: NotATelegram.self) { try read(text) }
        #expect(refusal(text)?.reason == .empty)
    }

    @Test(arguments: [
        "Dear Ana,\n\nSUBJECT: lunch\n\n1. Come at two.\n\nLUIS",
        "{\"key\": [1, 2, 3]}", "<!DOCTYPE html>\n<title>TAGS</title>",
        "# Notes\n\n1. One\n2. Two\n", "\nHELLO", "A,B,C\n1,2,3\n",
    ])
    func `a file that is not a telegram is refused with the line and the reason`(text: String) {
        let error = refusal(text)
        #expect(error?.reason == .unrecognised)
        #expect(error?.line == (text.hasPrefix("\n") ? 2 : 1))
        #expect(error?.text(in: .english).contains("Expected there") == true)
        #expect(error?.text(in: .spanish).contains("telegrama") == true)
    }

    @Test func `a file over the limit is refused and one at the limit is not`() throws {
        let head = Array("FM AMEMBASSY MEXICO\nTO SECSTATE WASHDC\n\n".utf8)
        let filler = [UInt8](
            repeating: UInt8(ascii: "A"),
            count: TelegramReader.byteLimit - head.count
        )
        let telegram = try TelegramReader.read(head + filler)
        #expect(telegram.lines.last?.end == TelegramReader.byteLimit)
        let error = #expect(throws: NotATelegram.self) {
            try TelegramReader.read(head + filler + [UInt8(ascii: "A")])
        }
        #expect(error?.reason == .tooLong)
    }

    // MARK: Bytes

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `any line end will do`(end: String) throws {
        let text = Self.small.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: end)
        let telegram = try read(text)
        #expect(telegram.paragraphs.map(\.text) == ["First text.", "Second text."])
        Accounting.expectWhole(telegram, Array(text.utf8))
    }

    @Test func `a byte order mark is taken off and noted`() throws {
        let telegram = try TelegramReader.read([0xEF, 0xBB, 0xBF] + Array(Self.small.utf8))
        #expect(telegram.notes.map(\.code) == ["byte-order-mark"])
        #expect(telegram.precedence == .priority)
    }

    @Test func `a paragraph sign in Latin-1 is understood`() throws {
        let bytes = Self.small.unicodeScalars.map { UInt8($0.value) }
        let telegram = try TelegramReader.read(bytes)
        #expect(telegram.paragraphs.map(\.label) == ["¶1.", "¶2."])
        #expect(telegram.notes.map(\.code) == ["not-utf8", "not-utf8"])
        #expect(telegram.notes.map(\.found) == ["B6", "B6"])
    }

    @Test func `control characters do not reach a terminal`() throws {
        let telegram = try read(Self.small.replacing("First", with: "Fi\u{1B}[31mrst"))
        #expect(telegram.notes.map(\.code) == ["control-characters"])
        #expect(telegram.notes.map(\.found) == ["1B"])
        #expect(!telegram.report(in: .english).contains("\u{1B}"))
    }

    // MARK: Head

    @Test func `two precedences are for action and for information`() throws {
        let telegram = try read(Self.small.replacing("P 021305Z", with: "O R 021305Z"))
        #expect(telegram.precedence == .immediate)
        #expect(telegram.informationPrecedence == .routine)
    }

    @Test(arguments: [
        ("66", "1966"), ("99", "1999"), ("00", "2000"), ("06", "2006"), ("65", "2065"),
        ("1912", "1912"), ("2031", "2031"),
    ])
    func `two digits of a year are of 1966 to 2065`(printed: String, year: String) throws {
        let telegram = try read(Self.small.replacing("FEB 05", with: "FEB \(printed)"))
        #expect(telegram.dateTime?.description == "\(year)-02-02T13:05:00Z")
    }

    @Test func `the year in the file's name decides the century`() throws {
        let telegram = try TelegramReader.read(
            Array(Self.small.utf8),
            fileName: "archive/1905GUATEMALA123.txt"
        )
        #expect(telegram.dateTime?.year == 1905)
        #expect(telegram.reference == "05GUATEMALA123")
        #expect(telegram.checks.allSatisfy { $0.holds })
    }

    @Test func `a number in the file's name that differs is doubted`() throws {
        let telegram = try TelegramReader.read(
            Array(Self.small.utf8),
            fileName: "05GUATEMALA124.txt"
        )
        #expect(telegram.reference == "05GUATEMALA123")
        #expect(telegram.notes.map(\.code) == ["disagreement-number"])
    }

    @Test(arguments: [
        ("UNCLASSIFIED GUATEMALA 000123", "UNCLASSIFIED"),
        ("C O N F I D E N T I A L SECTION 02 OF 03 GUATEMALA 000123", "CONFIDENTIAL"),
        ("S E C R E T GUATEMALA 000123", "SECRET"),
        ("TOP SECRET GUATEMALA 000123", "TOP SECRET"),
        ("LIMITED OFFICIAL USE GUATEMALA 123", "LIMITED OFFICIAL USE"),
    ])
    func `every level of classification is read`(line: String, level: String) throws {
        let telegram = try read(Self.small.replacing("UNCLAS GUATEMALA 000123", with: line))
        #expect(telegram.classification?.text == level)
        #expect(telegram.reference == "05GUATEMALA123")
        #expect((telegram.section?.number == 2) == line.contains("SECTION"))
    }

    @Test func `places that disagree are noted, each with its line`() throws {
        let text = Self.small
            .replacing("#0123", with: "#0124").replacing("0331306", with: "0361306")
            .replacing("ZNR UUUUU", with: "ZNY CCCCC").replacing("PP RUEHC", with: "RR RUEHC")
            .replacing("¶2. ", with: "¶2. (C) ")
        let telegram = try read(text)
        #expect(
            telegram.notes.map(\.code).sorted() == [
                "disagreement-filing-time", "disagreement-number", "disagreement-portion-marks",
                "disagreement-precedence", "disagreement-secrecy-letter",
            ]
        )
        #expect(telegram.notes.first { $0.code == "disagreement-number" }?.line == 2)
    }

    @Test func `filing within a day after the date-time group is no fault`() throws {
        for filed in ["0331305", "0332359", "0341305"] {
            let telegram = try read(Self.small.replacing("0331306", with: filed))
            #expect(telegram.notes.isEmpty)
        }
        for filed in ["0331304", "0341306"] {
            let telegram = try read(Self.small.replacing("0331306", with: filed))
            #expect(telegram.notes.map(\.code) == ["disagreement-filing-time"])
        }
    }

    @Test func `addressees may have precedence, number, both or neither`() throws {
        let lines = """
            TO SECSTATE WASHDC PRIORITY 9285
            CTF 345
            RUEHGT/AMEMBASSY GUATEMALA IMMEDIATE
            AMCONSUL NOGALES 1O23
            INFO ALL DIPLOMATIC POSTS COLLECTIVE PIORITY
            XMT AMEMBASSY KABUL
            """
        let telegram = try read(Self.small.replacing("TO RUEHC/SECSTATE WASHDC 4321", with: lines))
        #expect(
            telegram.action.map(\.name) == [
                "SECSTATE WASHDC", "CTF 345", "AMEMBASSY GUATEMALA", "AMCONSUL NOGALES",
            ]
        )
        #expect(telegram.action.map(\.serial) == [9285, nil, nil, 1023])
        #expect(telegram.action.map(\.precedence) == [.priority, nil, .immediate, nil])
        #expect(telegram.information.map(\.isCollective) == [true])
        #expect(telegram.information.map(\.precedence) == [.priority])
        #expect(telegram.exempted.map(\.name) == ["AMEMBASSY KABUL"])
        #expect(telegram.notes.map(\.code) == ["zero-typed-as-letter", "precedence-misspelt"])
    }

    @Test func `tags take commas, links, persons and a second line`() throws {
        let tags = "TAGS: [PHUM](#), OVIP (RICE, CONDOLEEZZA), KTIP,\nKTIP, XYZQ, GT"
        let telegram = try read(Self.small.replacing("TAGS: PHUM, GT", with: tags))
        #expect(telegram.tags.map(\.code) == ["PHUM", "OVIP", "KTIP", "XYZQ", "GT"])
        #expect(telegram.tags[1].person == "RICE, CONDOLEEZZA")
        #expect(telegram.tags.filter { $0.meaning == nil }.map(\.code) == ["XYZQ"])
        #expect(telegram.notes.map(\.code) == ["link-residue", "tag-repeated"])
    }

    @Test func `references keep their letters`() throws {
        let references = "REF: A. 05 STATE 2731\n     B. 04 GUATEMALA 99\n     (C) MEXICO 1"
        let telegram = try read(
            Self.small.replacing("SUBJECT: A TEST", with: "SUBJECT: A TEST\n\n\(references)")
        )
        #expect(telegram.references.map(\.letter) == ["A", "B", "C"])
        #expect(
            telegram.references.map(\.text) == ["05 STATE 2731", "04 GUATEMALA 99", "MEXICO 1"]
        )
    }

    @Test func `a subject may go on in the next line, in a double-spaced copy too`() throws {
        let single = Self.small.replacing("A TEST\n", with: "A TEST OF\nTWO LINES\n")
        let double = single.replacing("\n", with: "\n\n")
        for text in [single, double] {
            let telegram = try read(text)
            #expect(telegram.subject == "A TEST OF TWO LINES")
            #expect(telegram.paragraphs.map(\.heading) == [nil, nil])
            Accounting.expectWhole(telegram, Array(text.utf8))
        }
        #expect(try read(double).notes.map(\.code) == ["subject-continued"])
        let heading = double.replacing("TWO LINES", with: "Two Lines")
        #expect(try read(heading).paragraphs.map(\.heading) == ["Two Lines", nil])
    }

    @Test func `lines that fit no field are kept with their numbers`() throws {
        let text =
            "found in a drawer\n"
            + Self.small.replacing("TAGS", with: "odd line here\nTAGS")
            .replacing("ZNR UUUUU ZZH", with: "ZNR UUUUU ZZH\nFEB 05 extra")
            .replacing("FEB 05\n", with: "FEB 05 ZEX\n")
        let telegram = try read(text)
        let leftOver = telegram.notes.filter { $0.kind == .leftOver }
        #expect(leftOver.map(\.code) == ["before-head", "in-head", "end-of-line", "in-head"])
        #expect(
            leftOver.map(\.found) == ["found in a drawer", "FEB 05 extra", "ZEX", "odd line here"]
        )
        #expect(leftOver.map(\.line) == [1, 5, 6, 11])
    }

    @Test func `what a head lacks is noted`() throws {
        let telegram = try read("FM AMEMBASSY MEXICO\nUNCLAS MEXICO 000001\n\n1. TEXT.")
        #expect(
            telegram.notes.map(\.code) == [
                "missing-dateTime", "missing-action", "missing-subject", "no-signature",
            ]
        )
        #expect(telegram.reference == nil)
    }

    // MARK: Text

    @Test(arguments: [
        ([11, 12, 13, 14, 5, 6], [1, 2, 3, 4, 5, 6]), ([11, 12], [1, 2]), ([11, 2], [1, 2]),
        ([1, 3, 8, 11, 12, 13, 14], [1, 3, 8, 11, 12, 13, 14]), ([11, 12, 14], [11, 12, 14]),
        (Array(1...14), Array(1...14)), ([12, 13], [12, 13]), ([2, 3], [2, 3]),
    ])
    func `only a first run of labels with a 1 too many is repaired`(
        printed: [Int],
        numbers: [Int]
    ) throws {
        let text = printed.map { "¶\($0). Text.\n\n" }.joined()
        let telegram = try read(Self.head + text + "GARZA")
        #expect(telegram.paragraphs.map(\.number) == numbers)
        #expect(telegram.paragraphs.map(\.label) == printed.map { "¶\($0)." })
        let repairs = telegram.notes.filter { $0.code == "label-prefixed" }.count
        #expect(repairs == zip(printed, numbers).filter { $0 != $1 }.count)
    }

    @Test func `labels without the sign are never taken for the artefact`() throws {
        let telegram = try read(Self.head + "11. Text.\n\n12. Text.\n\nGARZA")
        #expect(telegram.paragraphs.map(\.number) == [11, 12])
    }

    @Test(arguments: ["¶2007. ", "1.6 million ", "3) ", "12.5. "])
    func `a number that labels nothing stays in the text`(start: String) throws {
        let telegram = try read(Self.head + "¶1. Text.\n\n\(start)more text.\n\nGARZA")
        #expect(telegram.paragraphs.map(\.text) == ["Text.\n\(start)more text."])
    }

    @Test func `a page line between paragraphs joins nothing`() throws {
        let text = "¶1. Text.\n\nGUATEMALA 00000123 002 OF 002\n\n¶2. Text.\n\nGARZA"
        let telegram = try read(Self.head + text)
        #expect(telegram.paragraphs.map(\.text) == ["Text.", "Text."])
        #expect(telegram.notes.map(\.code) == ["page-line"])
        #expect(telegram.lines.filter { $0.use == .pageLine }.count == 1)
    }

    @Test(arguments: ["GUATEMALA 00000123 001.2 OF 002", "PAGE 02 GUATEMA 00123 021305Z"])
    func `page lines of either kind inside a sentence are taken out`(page: String) throws {
        let telegram = try read(Self.head + "¶1. Half a\n\n\(page)\n\nsentence.\n\nGARZA")
        #expect(telegram.paragraphs.map(\.text) == ["Half a sentence."])
        #expect(telegram.checks.contains { $0.code == "number" && $0.holds })
    }

    @Test func `a page line with another number is doubted`() throws {
        let text = "¶1. Half a\n\nGUATEMALA 00000124 002 OF 002\n\nsentence.\n\nGARZA"
        #expect(try read(Self.head + text).notes.map(\.code).contains("disagreement-number"))
    }

    @Test func `lines that adjoin are one piece, but for items of a list`() throws {
        let text = "1. One\ntwo\nthree:\n- four\n- five\nA. six\n\nGARZA"
        let telegram = try read(Self.head + text)
        #expect(telegram.paragraphs.map(\.text) == ["One two three:\n- four\n- five\nA. six"])
    }

    @Test(arguments: [
        ("¶1. Summary: Text. End Summary.", TelegramParagraph.Part.summary),
        ("¶1. (SBU) Summary and Comment: Text.", .summary), ("¶1. COMMENT. TEXT.", .comment),
        ("¶1. Action requested: Text.", .action), ("¶1. Summary trials are unlawful.", .body),
        ("¶1. Comment was refused by the officials who spoke.", .body),
        ("Comment: Text.", .comment),
    ])
    func `summary, comment and action are known by their title`(
        text: String,
        part: TelegramParagraph.Part
    ) throws {
        #expect(try read(Self.head + text + "\n\nGARZA").paragraphs.map(\.part) == [part])
    }

    @Test(arguments: [
        ("GARZA", "GARZA"), ("O'NEILL-SMITH", "O'NEILL-SMITH"), ("GARZA\nNNNN", "GARZA"),
        ("GARZA\n\nUNCLASSIFIED", "GARZA"), ("MINIMIZE CONSIDERED. GARZA", "GARZA"),
        ("GARZA\n\n#0123\nNNNN", "GARZA"), ("GP-3\nGARZA", "GARZA"), ("END SUMMARY", nil),
        ("A last line in small letters", nil),
    ])
    func `the signature is the surname after the text`(end: String, name: String?) throws {
        let text = Self.head + "¶1. Text.\n\n" + end
        let telegram = try read(text)
        #expect(telegram.signature == name)
        Accounting.expectWhole(telegram, Array(text.utf8))
    }

    // MARK: Report

    @Test(arguments: TelegramLanguage.allCases)
    func `the report fits its width and has every paragraph`(language: TelegramLanguage) throws {
        let telegram = try Files.read(Files.retold)
        let report = telegram.report(in: language)
        #expect(report.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(report.contains("06MEXICO3423"))
        #expect(report.contains("AMEMBASSY MEXICO (RUEHME)"))
        #expect(report.contains(language == .english ? "Human rights" : "Derechos humanos"))
        let joined = report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for paragraph in telegram.paragraphs { #expect(joined.contains(paragraph.text)) }
    }

    // MARK: Helpers

    private static let head = """
        PP RUEHC
        DE RUEHGT #0123 0331306
        ZNR UUUUU ZZH
        P 021305Z FEB 05
        FM AMEMBASSY GUATEMALA
        TO RUEHC/SECSTATE WASHDC 4321
        UNCLAS GUATEMALA 000123
        E.O. 12958: N/A
        TAGS: PHUM, GT
        SUBJECT: A TEST


        """

    private static let small = head + "¶1. First text.\n\n¶2. Second text.\n\nGARZA\n"

    private func read(_ text: String) throws(NotATelegram) -> Telegram {
        try TelegramReader.read(Array(text.utf8))
    }

    private func refusal(_ text: String) -> NotATelegram? {
        do throws(NotATelegram) {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }
}
