import Linkage
import Testing

@Test func `a missing second surname is no conflict`() {
    #expect(
        names(("Rosa", "Quispe Mamani"), ("Rosa", "Quispe")) == [.same, .oneSaysMore, .asWritten]
    )
}

@Test func `a sibling agrees in the surnames and differs in the given name`() {
    #expect(
        names(("Rosa", "Quispe Mamani"), ("Julia", "Quispe Mamani"))
            == [.different, .same, .asWritten]
    )
}

@Test func `given names in another order are the same`() {
    #expect(
        names(("Maria Elena", "Quispe"), ("Elena Maria", "Quispe")) == [.same, .same, .asWritten]
    )
}

@Test func `given names and surnames that are exchanged are found so`() {
    #expect(names(("Rosa", "Quispe"), ("Quispe", "Rosa")) == [.same, .same, .exchanged])
}

@Test func `a surname written among the given names is moved and not lost`() {
    #expect(
        names(("Rosa Quispe", "Mamani"), ("Rosa", "Quispe Mamani")) == [.same, .same, .movedPart]
    )
}

@Test func `a joined spelling is another spelling of both parts`() {
    #expect(
        names(("Rosalinda", "Quispe"), ("Rosa Linda", "Quispe"))
            == [.otherSpelling, .same, .asWritten]
    )
    #expect(
        names(("Rosa Linda", "Quispe"), ("Rosalinda", "Quispe"))
            == [.otherSpelling, .same, .asWritten]
    )
}

@Test func `an initial agrees with the name that it begins, and with no other`() {
    #expect(names(("R", "Quispe"), ("Rosa", "Quispe")) == [.initial, .same, .asWritten])
    #expect(names(("J", "Quispe"), ("Rosa", "Quispe")) == [.different, .same, .asWritten])
}

@Test func `one name in common and others that conflict agree in part`() {
    #expect(
        names(("Maria Rosa", "Quispe"), ("Maria Julia", "Quispe")) == [.partly, .same, .asWritten]
    )
}

@Test func `a slip of the pen is another spelling`() {
    #expect(names(("Rosa", "Quispe"), ("Rosa", "Quizpi")).first == .same)
    #expect(names(("Micaela", "Quispe"), ("Micaeal", "Quispe")).first == .otherSpelling)
}

@Test func `a name that is missing on one side is no evidence`() {
    #expect(names(("", "Quispe"), ("Rosa", "Quispe")) == [.missing, .same, .asWritten])
    #expect(names(("", ""), ("Rosa", "Quispe")) == [.missing, .missing, .missing])
}

@Test func `a whole name in one field meets one in two, in either order`() {
    let fields = [
        Field(name: "name", kind: .fullName), Field(name: "given", kind: .givenNames),
        Field(name: "surname", kind: .surnames),
    ]
    for whole in ["Rosa Quispe", "Quispe Rosa"] {
        let records = [("a", [whole, "", ""]), ("b", ["", "Rosa", "Quispe"])]
        let table = RecordTable(fields: fields, sources: [records])
        let space = PatternSpace(table)
        var comparer = PairComparer(table, space)
        let levels = space.levels(of: comparer.pattern(0, 1))
        #expect(
            zip(space.features, levels).prefix(2).map { $0.levels[$1].finding } == [.same, .same]
        )
    }
}

@Test func `agreement on a rare name is told from agreement on a common one`() {
    var records = (0..<400).map { ("\($0)", ["Maria", "Quispe"]) }
    records += [("x", ["Xilonen", "Quispe"]), ("y", ["Xilonen", "Quispe"])]
    let fields = [
        Field(name: "given", kind: .givenNames), Field(name: "surname", kind: .surnames),
    ]
    let table = RecordTable(fields: fields, sources: [records])
    let space = PatternSpace(table)
    var comparer = PairComparer(table, space)
    func given(_ left: Int, _ right: Int) -> Level {
        space.features[0].levels[space.levels(of: comparer.pattern(left, right))[0]]
    }
    #expect(given(0, 1).finding == .same)
    #expect(given(0, 1).rarity == .common)
    #expect(given(400, 401).finding == .same)
    #expect(given(400, 401).rarity == .uncommon)
}
