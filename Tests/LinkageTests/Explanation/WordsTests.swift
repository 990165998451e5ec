import Testing

@testable import Linkage

private let kinds: [Feature.Kind] = [
    .givenNames, .surnames, .nameOrder, .dateOfBirth, .sex, .place, .phone, .document, .other,
    .remainder,
]

@Test(arguments: kinds)
func `each level of a feature is said in its own words, in both languages`(kind: Feature.Kind) {
    for columns in [[0], [0, 1]] {
        let feature = Feature(kind: kind, fields: columns.map { "c\($0)" }, columns: columns)
        for language in LinkageLanguage.allCases {
            let sentences = feature.levels.map {
                Contribution(feature: feature, level: $0, weight: 0).words(in: language)
            }
            #expect(Set(sentences).count == feature.levels.count)
            #expect(sentences.allSatisfy { $0.hasSuffix(".") && $0.contains(": ") })
        }
    }
}

@Test(
    arguments: [
        (0, "Counts neither way"), (0.1, "Counts neither way"),
        (0.5, "Speaks a little for one person"), (-0.5, "Speaks a little against one person"),
        (1, "About 2 times likelier to be one person"),
        (-5, "About 30 times less likely to be one person"),
        (12, "About 4,000 times likelier to be one person"),
        (40, "About a million or more times likelier to be one person"),
    ] as [(Double, String)]
)
func `a weight is said as what it does to the odds`(_ weight: Double, _ words: String) {
    let feature = Feature(kind: .sex, fields: ["sex"], columns: [0])
    let contribution = Contribution(feature: feature, level: feature.levels[1], weight: weight)
    #expect(contribution.effect(in: .english) == words)
    #expect(contribution.effect(in: .spanish) != words)
}

@Test func `a second surname that one lacks is said, not held against her`() {
    let first = PersonFields(givenNames: "Xochitl", surnames: "Tzoc Caal", birthDate: "1994-03-07")
    let second = PersonFields(givenNames: "Xochitl", surnames: "Tzoc", birthDate: "1994-03-07")
    let contributions = PersonComparison(first, second).contributions
    let surnames = contributions.features.first { $0.feature.kind == .surnames }
    #expect(surnames?.weight ?? 0 > 0)
    #expect(surnames?.words(in: .english).contains("a second surname is missing in it") == true)
    #expect(surnames?.words(in: .spanish).contains("le falta el segundo apellido") == true)
}
