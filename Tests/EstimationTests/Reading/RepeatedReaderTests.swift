import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct RepeatedReaderTests {
    @Test(.readsPublishedTables)
    func `the table of people apprehended is read, and so is one line for each person`() throws {
        let table = try RepeatedReader.read(Array(PublishedTable.data("tables/ill.csv")))
        #expect(table == (try RepeatedTests.ill()))
        let single =
            "veces\n"
            + table.groups.map {
                String(repeating: "\($0.times)\n", count: Int($0.count))
            }.joined()
        #expect(try RepeatedReader.read(single) == table)
        #expect(try RepeatedReader.read(TableWriter.write(table)) == table)
    }

    @Test
    func `what is known of people keeps its columns, and levels are in the order of characters`()
        throws
    {
        let table = try RepeatedReader.read("capture;género;edad\n1;m;\n2;f;<40\n1;m;\n")
        #expect(
            table.covariates == [
                .init(name: "género", levels: ["f", "m"]),
                .init(name: "edad", levels: ["", "<40"]),
            ]
        )
        #expect(
            table.groups == [
                .init(times: 2, levels: [0, 1], count: 1),
                .init(times: 1, levels: [1, 0], count: 2),
            ]
        )
        #expect(try RepeatedReader.read(TableWriter.write(table)) == table)
    }

    @Test(
        arguments: [
            ("", .empty, nil, nil),
            ("seen,count\n1,2\n", .noTimesColumn, 1, nil),
            ("times,count\n0,2\n", .rowOfZeros, 2, "times"),
            ("times\n-1\n", .negative, 2, "times"),
            ("times\n1.5\n", .fractional, 2, "times"),
            ("times\n100001\n", .tooManyTimes, 2, "times"),
            ("times,count\n1,-2\n", .negative, 2, "count"),
            ("times,count\n1,2\n2,1\n1,3\n", .repeatedRow(line: 2), 4, nil),
            ("times,sex,count\n1,f,2\n2,f,1\n1,f,3\n", .repeatedRow(line: 2), 4, nil),
            ("times,sex,count\n1,f\n", .wrongNumberOfFields(expected: 3, found: 2), 2, nil),
            ("times,sex\n1,f\u{0}\n", .badValue, 2, "sex"),
            ("times,count\n1,1000000000\n2,1\n", .tooLarge, 3, nil),
            ("times\n", .nobody, 1, nil),
            ("times\n2\n", .onePerson, 2, nil),
            ("times,count\n1,9\n2,0\n", .nobodySeenTwice, 3, nil),
            (
                "times,id\n" + (1...51).map { "1,p\($0)\n" }.joined(), .tooManyLevels, 52, "id"
            ),
        ] as [(String, TableUnreadable.Reason, Int?, String?)]
    )
    func `what is wrong is named with its line and column`(
        text: String,
        reason: TableUnreadable.Reason,
        line: Int?,
        column: String?
    ) {
        let error = #expect(throws: TableUnreadable.self) { try RepeatedReader.read(text) }
        #expect(error == TableUnreadable(reason, line: line, column: column))
        for language in EstimationLanguage.allCases {
            #expect(error?.text(in: language).isEmpty == false)
        }
    }
}
