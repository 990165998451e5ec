import Linkage
import Testing

@Test(
    arguments: [
        ("1994-03-07", "1994-03-07", Level.Finding.same),
        ("1994-03-07", "1994-07-03", .dayAndMonthExchanged),
        ("1994-03-07", "1994-03-08", .oneDigit),
        ("1994-03-07", "1949-03-07", .oneDigit),
        ("1994-03-07", "1994-13-37", .sameYearOnly),
        ("1994-03-07", "1994-03-29", .otherDay),
        ("1994-03-07", "1994-10-07", .otherMonth),
        ("1994-03-07", "1988-03-07", .otherYear),
        ("1994-03-07", "1994", .sameYearOnly),
        ("1994-03-07", "1994-01-01", .sameYearOnly),
        ("1994-01-01", "1994-01-01", .sameYearFirstOfJanuary),
        ("1994-03-07", "1994-03", .sameYearAndMonth),
        ("1994-03-07", "1995", .yearsNear),
        ("1994-03-07", "1994-11-22", .sameYear),
        ("1994-03-07", "1995-11-22", .withinTwoYears),
        ("1994-03-07", "2001-11-22", .withinTenYears),
        ("1994-03-07", "1961-11-22", .different),
    ]
)
func `dates compare as they are told, heard and written`(
    left: String,
    right: String,
    expected: Level.Finding
) {
    #expect(finding(.dateOfBirth, left, right) == expected)
    #expect(finding(.dateOfBirth, right, left) == expected)
}

@Test func `two slips in a date are more than one digit`() {
    #expect(finding(.dateOfBirth, "1994-03-07", "1996-03-17") != .oneDigit)
    #expect(finding(.dateOfBirth, "1994-03-12", "1994-05-14") == .sameYear)
}

@Test(
    arguments: [
        ("5512345678", "5512345678", Level.Finding.same),
        ("5512345678", "2345678", .sameEnd),
        ("5512345678", "5512354678", .otherSpelling),
        ("5512345678", "7798000111", .different),
        ("5512345678", "", .missing),
    ]
)
func `telephone numbers agree by their ends or but for a slip`(
    left: String,
    right: String,
    expected: Level.Finding
) {
    #expect(finding(.phone, left, right) == expected)
}

@Test func `documents agree but for one slip, or resemble with two`() {
    #expect(finding(.document, "A1234567", "A1234567") == .same)
    #expect(finding(.document, "A1234567", "A1243567") == .otherSpelling)
    #expect(finding(.document, "A1234567", "A7234569") == .alike)
    #expect(finding(.document, "A1234567", "B9900112") == .different)
}

@Test func `words of an address in another order are another spelling`() {
    #expect(finding(.other, "Calle Hidalgo 12", "12 Calle Hidalgo") == .otherSpelling)
    #expect(finding(.other, "Calle Hidalgo 12", "Calle Hidlago 12") == .otherSpelling)
    #expect(finding(.other, "ng9", "ng9 8py") == .sameBeginning)
    #expect(finding(.other, "Calle Hidalgo 12", "Avenida Juarez 40") == .different)
}

@Test func `several places are one feature of how many agree`() {
    let kinds: [FieldKind] = [.place, .place, .place]
    let home = ["Tapachula", "30700", "Chiapas"]
    #expect(levels(kinds, home, home) == [.same])
    #expect(levels(kinds, home, ["Tapachula", "", "Chiapas"]) == [.same])
    #expect(levels(kinds, home, ["Comitan", "30000", "Chiapas"]) == [.partly])
    #expect(levels(kinds, home, ["Guadalajara", "44100", "Jalisco"]) == [.different])
    #expect(levels(kinds, home, ["", "", ""]) == [.missing])
}

@Test func `a table of very many fields has its last ones in one feature`() {
    let kinds = [FieldKind](repeating: .other, count: 60)
    let left = (0..<60).map { "value \($0)" }
    let space = PatternSpace(
        RecordTable(
            fields: kinds.enumerated().map { Field(name: "\($0)", kind: $1) },
            sources: [[("a", left), ("b", left)]]
        )
    )
    #expect(space.patternCount <= 1 << 32)
    #expect(space.features.last?.kind == .remainder)
    #expect(Set(space.features.flatMap(\.fields)).count == 60)
    #expect(levels(kinds, left, left).allSatisfy { $0 == .same })
}
