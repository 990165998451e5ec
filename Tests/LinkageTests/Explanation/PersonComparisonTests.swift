import Testing

@testable import Linkage

private let xochitl = PersonFields(
    givenNames: "Xóchitl",
    surnames: "Tzoc Caal",
    birthDate: "1994-03-07",
    sex: "F",
    nationality: "GTM"
)

private func changed(_ change: (inout PersonFields) -> Void) -> PersonFields {
    var person = xochitl
    change(&person)
    return person
}

@Test func `the same person under another spelling is likely one`() {
    let other = changed {
        $0.givenNames = "Sochil"
        $0.surnames = "Tsoc"
        $0.birthDate = "1994-07-03"
    }
    #expect(PersonComparison(xochitl, other).probability > 0.9)
}

@Test func `a sister of one household is not the same person`() {
    let sister = changed {
        $0.givenNames = "Marisol"
        $0.birthDate = "1996-11-20"
        $0.phone = "55 1234 5678"
    }
    #expect(PersonComparison(changed { $0.phone = "55 1234 5678" }, sister).probability < 0.05)
}

@Test func `a rare name says more than a common one`() {
    func same(_ given: String, _ surnames: String) -> Double {
        let person = PersonFields(givenNames: given, surnames: surnames, birthDate: "1994")
        return PersonComparison(person, person).probability
    }
    #expect(same("Xóchitl", "Tzoc Caal") > 0.6)
    #expect(same("María", "Hernández") < 0.4)
}

@Test func `a name she used before counts where it agrees better`() {
    let renamed = PersonFields(
        givenNames: "Linda",
        surnames: "Smith",
        otherNames: "Xochitl Tzoc Caal",
        birthDate: "1994-03-07"
    )
    let comparison = PersonComparison(xochitl, renamed)
    #expect(comparison.usesOtherNames)
    #expect(comparison.probability > 0.9)
    #expect(!PersonComparison(xochitl, xochitl).usesOtherNames)
}

@Test func `of whom nothing is known nothing is claimed`() {
    let comparison = PersonComparison(PersonFields(), xochitl)
    #expect(comparison.contributions.features.allSatisfy { $0.weight == 0 })
    #expect(comparison.probability < 0.001)
}

@Test func `a person is compared with each of many as with one`() {
    let others = [xochitl, changed { $0.givenNames = "Marisol" }, PersonFields()]
    let all = PersonComparison.all(of: xochitl, among: others, records: 500)
    #expect(all.count == 3)
    // The others stand in one table and make each other a little less rare.
    for (comparison, other) in zip(all, others) {
        let alone = PersonComparison(xochitl, other, records: 500)
        #expect((comparison.probability > 0.5) == (alone.probability > 0.5))
    }
    #expect(PersonComparison.all(of: xochitl, among: []).isEmpty)
}

@Test func `the more files there are, the less an agreement says`() {
    let other = changed { $0.birthDate = "1995-01-01" }
    let few = PersonComparison(xochitl, other, records: 50).probability
    #expect(PersonComparison(xochitl, other, records: 500_000).probability < few)
}
