import Testing

@testable import Linkage

private let ana = PersonFields(
    givenNames: "Ana María",
    surnames: "López <Cruz>",
    birthDate: "1990-05-02",
    sex: "F",
    nationality: "HND"
)
private let anna = PersonFields(
    givenNames: "Anna María",
    surnames: "López",
    birthDate: "1990-02-05",
    sex: "F",
    nationality: "HND"
)

@Test(arguments: LinkageLanguage.allCases, [WeightWaterfall.Placing.page, .file])
func `a waterfall has a title and says in words all that it shows`(
    language: LinkageLanguage,
    placing: WeightWaterfall.Placing
) {
    let waterfall = PersonComparison(ana, anna).waterfall(in: language)
    let svg = waterfall.svg(name: "why", placing: placing)
    #expect(svg.contains("<title id=\"why-title\">") && svg.contains("<desc id=\"why-desc\">"))
    #expect(svg.contains("role=\"img\" lang=\"\(language.rawValue)\""))
    #expect(svg.contains("aria-labelledby=\"why-title why-desc\""))
    #expect(svg.contains("viewBox=\"0 0 360 "))
    #expect(svg.contains("<style>") == (placing == .file))
    for contribution in waterfall.contributions.features {
        #expect(waterfall.description.contains(contribution.words(in: language)))
        #expect(waterfall.description.contains(contribution.effect(in: language)))
    }
    let opened = svg.count { $0 == "<" }
    #expect(opened == svg.count { $0 == ">" })
    #expect(!svg.contains("nan") && !svg.contains("inf "))
}

@Test func `each bar begins where the last one ended, and the last at the odds`() {
    let waterfall = PersonComparison(ana, anna).waterfall(in: .spanish)
    var odds = waterfall.contributions.prior
    for row in waterfall.rows {
        #expect(row.start == odds)
        odds = row.end
    }
    #expect(abs(odds - waterfall.contributions.logOdds) < 1e-9)
}

@Test func `a name from outside cannot leave its place in the picture`() {
    let feature = Feature(kind: .other, fields: ["<script>&\"'\u{0}"], columns: [0])
    let contributions = Contributions(
        prior: -12,
        features: [Contribution(feature: feature, level: feature.levels[1], weight: 900)]
    )
    let svg = WeightWaterfall(contributions, language: .english).svg()
    #expect(!svg.contains("<script>"))
    #expect(svg.contains("&lt;script&gt;&amp;&quot;&#39;\u{FFFD}"))
}

@Test(
    arguments: [
        (1.0, "> 99.9 %"), (0.9995, "> 99.9 %"), (0.5, "50 %"), (0.987, "98.7 %"), (0, "< 0.1 %"),
    ] as [(Double, String)]
)
func `a probability never claims to be certain`(_ probability: Double, _ text: String) {
    #expect(WeightWaterfall.percent(probability) == text)
}
