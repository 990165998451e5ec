import Linkage
import Testing

@Test func `a table keeps its sources, identifiers and the tokens of names`() {
    let table = RecordTable(
        fields: [
            Field(name: "names", kind: .givenNames), Field(name: "surnames", kind: .surnames),
            Field(name: "born", kind: .dateOfBirth), Field(name: "town", kind: .place),
        ],
        sources: [
            [("a1", ["María José", "López Díaz", "1990-05-17", "Tapachula"])],
            [("b1", ["Maria", "Lopez", "19900517", "TAPACHULA"]), ("b2", ["", "", "", ""])],
        ]
    )
    #expect(table.sources == [0..<1, 1..<3])
    #expect((0..<3).map { table.identifiers[$0] } == ["a1", "b1", "b2"])
    let words = table.names[0].map {
        String(decoding: table.names.vocabulary[$0.id], as: UTF8.self)
    }
    #expect(words == ["maria", "jose", "lopez", "diaz"])
    #expect(table.names[0].map(\.role) == [.given, .given, .surname, .surname])
    #expect(table.names[1].map(\.id) == [0, 2])
    #expect(table.names[2].isEmpty)
    #expect(Array(table.names.vocabulary.counts) == [2, 1, 2, 1])
    guard case .dates(let dates) = table.columns[0].values,
        case .codes(let towns) = table.columns[1].values
    else {
        Issue.record("the columns are a date and a code")
        return
    }
    #expect(dates == [PartialDate(year: 1990, month: 5, day: 17), dates[0], .missing])
    #expect(towns.values == [1, 1, 0])
}
