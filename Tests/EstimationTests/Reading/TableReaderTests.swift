import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct TableReaderTests {
    static let small = try? CaptureTable(lists: ["Policía", "b"], counts: [0, 3, 4, 5])

    @Test(arguments: [
        "Policía,b,count\n1,0,3\n0,1,4\n1,1,5\n",
        "Policía;b;count\r\n1;0;3\r\n0;1;4\r\n1;1;5\r\n",
        "Policía\tb\tcount\n1\t0\t3\n0\t1\t4\n1\t1\t5",
        "\u{FEFF}\"Policía\",\"b\",\"COUNT\"\r1,0,3\r0,1,4\r1,1,5",
        "sep=;\r\nPolicía;b;Conteo\r\n1;0;3\r\n0;1;4\r\n1;1;5\r\n;;\r\n",
        "\n\n Policía , b , count ,,\n1,0,3\n\n 0 , 1,\"4\",,\n1,1,5,,\n,,,,\n",
        "cuenta,Policía,b\n3,1,0\n4,0,1\n5,1,1\n",
        "Policía,b\n"
            + [("1,0\n", 3), ("0,1\n", 4), ("1,1\n", 5)].map {
                String(repeating: $0, count: $1)
            }.joined(),
    ])
    func `one table in many spellings is one table`(text: String) throws {
        #expect(try TableReader.read(text) == Self.small)
    }

    @Test
    func `names with separators, quotation marks and line ends inside marks are kept`() throws {
        let table = try TableReader.read("\"a, \"\"b\"\"\";\" c;d \";count\n1;1;2\n")
        #expect(table.lists == ["a, \"b\"", "c;d"])
    }

    @Test(
        arguments: [
            ("", .empty, nil, nil),
            (" \n,,\n", .empty, nil, nil),
            ("0,0,1,41\n", .noHeader, 1, nil),
            ("0,1,41\n1,1,2\n", .noHeader, 1, nil),
            ("a,,count\n1,1,2\n", .missingName(column: 2), 1, nil),
            ("a,b\u{7},count\n1,1,2\n", .badName(column: 2), 1, nil),
            ("a,A,count\n1,1,2\n", .repeatedName, 1, "A"),
            (
                "a,b\(String(repeating: "\u{301}", count: 120)),count\n1,1,2\n",
                .badName(column: 2),
                1, nil
            ),
            (
                (0..<100_000).map { "c\($0)" }.joined(separator: ","), .tooManyColumns(16_384), 1,
                nil
            ),
            ((0..<201).map { "c\($0)" }.joined(separator: ","), .tooManyColumns(201), 1, nil),
            (
                "a,b,count\n1,1" + String(repeating: ",", count: 100_000),
                .tooManyColumns(16_384), 2, nil
            ),
            ("a,count\n1,2\n", .tooFewLists, 1, nil),
            ("a b count\n1 1 2\n", .tooFewLists, 1, nil),
            ("a,b,c,d,e,f,g,h,i,j,k,count\n", .tooManyLists(11), 1, nil),
            ("a,b,count\n1,1,2\n1,0\n", .wrongNumberOfFields(expected: 3, found: 2), 3, nil),
            ("a,b,count\n1,1,2\n1,0,4,1\n", .wrongNumberOfFields(expected: 3, found: 4), 3, nil),
            ("a,b,people\n1,1,2\n", .noCountColumn, 2, "people"),
            ("a,b,count\n1,1,2\n1,2,2\n", .notZeroOrOne, 3, "b"),
            ("a,b,count\n1,,2\n", .notZeroOrOne, 2, "b"),
            ("id,a,b\n17,1,1\n", .notZeroOrOne, 2, "id"),
            ("a,b,count\n1,1,\n", .notANumber, 2, "count"),
            ("a,b,count\n1,1,many\n", .notANumber, 2, "count"),
            ("a,b,count\n1,1,1E+05\n", .notANumber, 2, "count"),
            ("a,b,count\n1,1,٣\n", .notANumber, 2, "count"),
            ("a,b,count\n1,1,2\n1,0,-3\n", .negative, 3, "count"),
            ("a,b,count\n1,1,2\n1,0,−3\n", .negative, 3, "count"),
            ("a,b,count\n1,1,2.5\n", .fractional, 2, "count"),
            ("a;b;count\n1;1;2,5\n", .fractional, 2, "count"),
            ("a,b,count\n1,1,1.645\n", .fractional, 2, "count"),
            ("a,b,count\n1,1,\"1,645\"\n", .fractional, 2, "count"),
            ("a,b,count\n1,1,1000000001\n", .tooLarge, 2, "count"),
            ("a,b,count\n1,1,99999999999999999999999999\n", .tooLarge, 2, "count"),
            ("a,b,count\n1,1,1000000000\n1,0,1\n", .tooLarge, 3, nil),
            ("a,b,count\n1,1,2\n0,0,9\n", .rowOfZeros, 3, nil),
            ("a,b\n1,1\n\n0,0\n", .rowOfZeros, 4, nil),
            ("a,b,count\n1,1,2\n1,0,2\n1,1,3\n", .repeatedRow(line: 2), 4, nil),
            ("a,b,count\n", .nobody, 1, nil),
            ("a,b,count\n1,1,0\n", .nobody, 2, nil),
            ("a,b,count\n1,1,1\n1,0,0\n", .onePerson, 3, nil),
            ("a,b,count\n1,0,4\n0,1,5\n1,1,0\n", .noOverlap, 4, nil),
            ("a,b,count\n1,\"1,2\n", .openQuote, 2, nil),
            ("a,b,\"count\"x\n1,1,2\n", .textAfterQuote, 1, nil),
            ("\"a\nc\",b,count\n1,1,2\n", .badName(column: 1), 1, nil),
            ("a,\"b\n\",count\n1,1,2\n1,1,-2", .negative, 4, "count"),
        ] as [(String, TableUnreadable.Reason, Int?, String?)]
    )
    func `what is wrong is named with its line and column`(
        text: String,
        reason: TableUnreadable.Reason,
        line: Int?,
        column: String?
    ) {
        let error = #expect(throws: TableUnreadable.self) { try TableReader.read(text) }
        #expect(error == TableUnreadable(reason, line: line, column: column))
    }

    @Test
    func `bytes that are no UTF-8 are named with their line`() {
        let bytes = Array("a,b,count\n1,1,2\n".utf8) + [0x50, 0xED, 0x61]
        #expect(throws: TableUnreadable(.notUTF8, line: 3)) { try TableReader.read(bytes) }
    }

    @Test
    func `a file of more than 16 MiB is not read`() {
        let bytes = [UInt8](repeating: 0x31, count: TableReader.byteLimit + 1)
        #expect(throws: TableUnreadable(.tooLong)) { try TableReader.read(bytes) }
    }

    @Test
    func `messages name the place and what to do, in both languages`() {
        let error = TableUnreadable(.negative, line: 4, column: "count")
        #expect(
            error.text(in: .english)
                == "Line 4, column “count”: this number is below 0. People are counted from 0 up."
        )
        #expect(
            error.text(in: .spanish)
                == "Línea 4, columna «count»: este número es menor que 0. Las personas se cuentan desde 0."
        )
        #expect("\(TableUnreadable(.empty))" == "The file has no text.")
    }

    @Test(.readsPublishedTables)
    func `published tables are read, and written tables read back the same`() throws {
        let people = [
            "UKdat": 2744.0, "UKdat_5": 2744, "UKdat_4": 2428, "Kosovo": 4400, "Korea": 123,
            "Western": 345, "NewOrl": 186, "NewOrl_185": 185, "MadiganYork5": 537,
            "SpinaBifida3": 626, "Artificial_3": 96, "lesbian": 2185, "hare": 68,
        ]
        for (name, count) in people {
            let table = try TableReader.read(Array(PublishedTable.data("tables/\(name).csv")))
            #expect(table.observed == count, "\(name)")
            #expect(try TableReader.read(TableWriter.write(table)) == table, "\(name)")
        }
        #expect(throws: TableUnreadable(.tooManyLists(18), line: 1)) {
            try TableReader.read(Array(PublishedTable.data("tables/rbvole.csv")))
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `whatever table is written is read back the same`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let letters = ["a", "ñ", "\"", ",", ";", " x", "sep=", "0", "'", "=", "中", "e\u{301}"]
        let lists = (0..<Int.random(in: 2...10, using: &random)).map { index in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? ""
            }.joined() + "\(index)z"
        }
        var counts =
            [0]
            + (1..<1 << lists.count).map { _ in
                Bool.random(using: &random)
                    ? 0 : Double(Int.random(in: 0...900_000, using: &random))
            }
        counts[3] += 2
        let table = try CaptureTable(
            lists: lists.map { $0.trimmingCharacters(in: .whitespaces) },
            counts: counts
        )
        #expect(try TableReader.read(TableWriter.write(table)) == table)
    }
}
