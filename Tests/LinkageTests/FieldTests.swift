import Linkage
import Testing

@Test func `given names, surnames and full names are parts of a name, and nothing else is`() {
    #expect(FieldKind.allCases.filter(\.isName) == [.givenNames, .surnames, .fullName])
}
