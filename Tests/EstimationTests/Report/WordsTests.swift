import Foundation
import Testing

@testable import Estimation

@Suite
struct WordsTests {
    static let refusals: [EstimationRefusal] = [
        .tooFewLists(informative: 2), .copiedList(list: "a", of: "b", shared: 30),
        .tooLittleOverlap(people: 3), .listsApart(groups: [["a"], ["b", "c"]]),
        .noBaseline(existence: 1), .noModel(method: .bic), .nobodySeenTwice,
        .fewSeenTwice(people: 6),
        .differentPopulations, .madeByReferral(list: "a"),
    ]
    static let warnings: [EstimationWarning] = [
        .populationUndeclared, .referralsUndeclared,
        .nestedList(list: "a", in: "b", shared: 9, of: 10),
        .modelsDisagree(within: 10, low: 10_546, high: 34_083),
        .listDecides(low: 10, high: 20), .methodsDisagree(low: 10, high: 20),
        .biasedSelection(method: .stepwise, z0: -0.45), .skewedResamples(method: .bic, ratio: 2),
        .severalPeaks(at: [11_723, 24_264]), .chainsApart(rHat: 1.27),
        .failedResamples(method: .stepwise, share: 0.1),
        .inconsistentList(list: "a", known: 100, estimate: 50), .fewSeen(share: 0.05),
        .poorFit(method: .stepwise, probability: 0.0001), .linksDecide(low: 10, high: 20),
        .oneList, .methodLeftOut(method: .decomposable), .methodInapplicable(method: .bic),
        .noInterval(method: .stepwise), .oneInterval(method: .stepwise),
        .noUpperEnd(method: .decomposable), .dependenceLeftOut,
        .priorDecides(share: 0.02), .linksNeeded, .listNeeded(lists: ["a"]),
        .boundAboveMethods(bound: 12_086, low: 11_313),
    ]

    static var reasons: [EstimationReason] {
        refusals.map { .refusal($0) } + warnings.map { .warning($0) }
    }

    @Test(arguments: reasons)
    func `every reason is a sentence in both languages, and is read back from JSON`(
        reason: EstimationReason
    ) throws {
        let words = reason.words
        for text in [words.es, words.en] {
            #expect(text.last == "." && text.count > 20 && !text.contains("\\("))
        }
        #expect(words.es != words.en)
        let bytes = try JSONEncoder().encode(reason)
        #expect(try JSONDecoder().decode(EstimationReason.self, from: bytes) == reason)
    }

    @Test
    func `every method has a name in both languages`() {
        for name in MethodResult.Name.allCases {
            #expect(!name.words.es.isEmpty && !name.words.en.isEmpty)
        }
    }

    @Test(arguments: [
        (10_203.4, 45_678.9, "between 10,000 and 46,000"), (604.2, 645.2, "between 604 and 646"),
        (1_228, 22_935, "between 1,200 and 23,000"), (9_826, 16_546, "between 9,800 and 16,600"),
        (132, .infinity, "at least 130"), (46_000, 121_500, "between 46,000 and 122,000"),
    ])
    func `ranges are said with no more digits than they bear, and rounded outwards`(
        low: Double,
        high: Double,
        words: String
    ) {
        #expect(Interval(low: low, high: high).words.en == words)
    }

    @Test
    func `words never go below the number of people seen`() {
        #expect(Interval(low: 123, high: 539).words(seen: 123).en == "between 123 and 540")
    }

    @Test(.readsPublishedTables, arguments: ["Korea", "Artificial_3", "Kosovo"])
    func `the text begins with the answer, keeps to 80 columns and says each reason`(
        name: String
    ) async throws {
        let report = try await GateTests.report(
            PublishedTable(name).table,
            declarations: Declarations()
        )
        for language in EstimationLanguage.allCases {
            let lines = report.text(in: language).split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= TextPage.width })
            let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(text.contains(report.answer.text(in: language)))
            for reason in report.reasons {
                #expect(text.contains(reason.words.text(in: language)))
            }
            for paragraph in report.accompanying {
                #expect(text.contains(paragraph.text(in: language)))
            }
        }
    }

    @Test
    func `long names of lists are cut and no line is too long`() async throws {
        let table = try ReportFixture.independent()
        let long = try CaptureTable(
            lists: (1...4).map { "\($0) " + String(repeating: "lista larga ", count: 5) },
            counts: table.counts
        )
        let text = try await GateTests.report(long).text(in: .spanish)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= TextPage.width })
    }

    @Test(arguments: [
        (0.0, "0\u{00A0}%"), (0.004, "<\u{00A0}1\u{00A0}%"), (0.006, "1\u{00A0}%"),
        (0.5, "50\u{00A0}%"), (0.996, ">\u{00A0}99\u{00A0}%"), (1, "100\u{00A0}%"),
    ])
    func `a share is not rounded to none or to all`(share: Double, words: String) {
        #expect(FigureText.share(share) == words)
    }

    @Test(.readsPublishedTables, arguments: ["Korea", "UKdat_5", "Artificial_3"])
    func `sentences end once, no bound has an upper end, and words stay careful`(
        name: String
    ) async throws {
        let report = try await GateTests.report(
            PublishedTable(name).table,
            declarations: Declarations()
        )
        for language in EstimationLanguage.allCases {
            let text = report.text(in: language)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(!text.contains("..") && !text.contains("; ;"))
            #expect(!text.contains("fit nearly as well") && !text.contains("casi igual de bien"))
        }
        let bound = try #require(report.methods.first { $0.name == .chao })
        if let interval = bound.interval {
            let text = report.text(in: .spanish)
            #expect(text.contains("desde \(FigureText.count(interval.low))"))
            #expect(!text.contains("– \(FigureText.count(interval.high))"))
        }
    }

    @Test
    func `what must accompany a number is all there`() async throws {
        let report = try await GateTests.report(
            ReportFixture.independent(),
            declarations: Declarations(
                samePopulation: true,
                referredLists: [],
                population: "P",
                place: "L",
                window: "W",
                linkage: "E",
                reviewer: "R"
            )
        )
        let text = report.accompanying.map(\.en).joined(separator: "\n")
        for part in [
            "Population: P. Place: L. Window: W.", "The data cannot test this.",
            "Linking between lists: E.",
            "Reviewed by: R.", "Seed 1, version \(EstimationRun.version)", "no target, no quota",
            "Counts below 10 people",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }
}
