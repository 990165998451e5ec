import Foundation
import Testing

@testable import Estimation

@Suite
struct ReportShapeTests {
    private static func object(_ report: EstimationReport) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
        return try #require(json as? [String: Any])
    }

    private static func method(
        _ name: String,
        in object: [String: Any]
    ) throws -> [String: Any] {
        let methods = try #require(object["methods"] as? [[String: Any]])
        return try #require(methods.first { $0["name"] as? String == name })
    }

    @Test(.readsPublishedTables)
    func `JSON has the names that machines were promised`() async throws {
        let report = try await GateTests.report(PublishedTable("Korea").table)
        let object = try Self.object(report)
        #expect(object["observed"] as? Int == 123)
        #expect(object["lists"] as? [String] == ["b", "c", "d"])
        #expect(object["verdict"] as? String == "indicative")
        #expect((object["range"] as? [Double])?.count == 2)
        let least = try #require(report.least)
        #expect(abs(try #require(object["lowerBound"] as? Double) / least - 1) < 1e-12)
        #expect(object["seed"] as? Int == 1)
        #expect(object["resamples"] as? Int == 40)
        #expect(object["version"] as? String == EstimationRun.version)

        let reasons = try #require(object["reasons"] as? [[String: Any]])
        for reason in reasons {
            #expect(reason["refuses"] as? Bool == false)
            #expect((reason["es"] as? String)?.isEmpty == false)
            #expect((reason["en"] as? String)?.isEmpty == false)
            #expect(reason["check"] is [String: Any])
        }

        let stepwise = try Self.method("stepwise", in: object)
        #expect(abs(try #require(stepwise["estimate"] as? Double) / 268.777778 - 1) < 1e-8)
        #expect((stepwise["interval"] as? [Double])?.count == 2)
        #expect(stepwise["terms"] as? [String] == ["b:c"])
        #expect(abs(try #require(stepwise["acceleration"] as? Double) + 0.0287733799) < 1e-9)
        #expect(stepwise["z0"] is Double)
        #expect(stepwise["existence"] as? Int == 0)

        let bic = try Self.method("bic", in: object)
        #expect(abs(try #require(bic["estimate"] as? Double) / 157.166667 - 1) < 1e-8)
        #expect(bic["mean"] is Double)
        #expect((bic["wald"] as? [Double])?.count == 2)
        #expect((bic["profile"] as? [Any])?.count == 2)
        let averages = try #require(bic["averages"] as? [[String: Any]])
        #expect(averages.map { $0["criterion"] as? String } == ["bic", "aic"])
        #expect(averages[0]["mean"] as? Double == bic["mean"] as? Double)

        let graphs = try Self.method("decomposable", in: object)
        #expect(graphs["mean"] is Double && graphs["median"] is Double)
        #expect(graphs["topGraph"] as? String == "[12,23]")

        let chao = try Self.method("chao", in: object)
        #expect(chao["estimate"] is Double)
    }

    @Test(.readsPublishedTables)
    func `a refused report says so in JSON and has no range`() async throws {
        let object = try Self.object(
            try await GateTests.report(PublishedTable("Artificial_3").table)
        )
        #expect(object["verdict"] as? String == "refused")
        #expect(object["range"] is NSNull && object["lowerBound"] is NSNull)
        let reasons = try #require(object["reasons"] as? [[String: Any]])
        #expect(reasons.allSatisfy { $0["refuses"] as? Bool == true })
        #expect((object["overlaps"] as? [Any])?.count == 3)
    }

    @Test(.readsPublishedTables, arguments: ["Korea", "Kosovo", "Artificial_3"])
    func `a report read back from JSON is the same report`(name: String) async throws {
        let report = try await GateTests.report(PublishedTable(name).table)
        let bytes = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(EstimationReport.self, from: bytes) == report)
    }

    @Test(arguments: [
        (Interval(low: 1.5, high: 2), "[1.5,2]"), (Interval(low: 1, high: .infinity), "[1,null]"),
    ])
    func `an end without bound is null in JSON, and is read back`(
        interval: Interval,
        json: String
    ) throws {
        #expect(String(decoding: try JSONEncoder().encode(interval), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(Interval.self, from: Data(json.utf8)) == interval)
    }

    @Test(arguments: ["[1]", "[1,2,3]", "[2,1]", "[]", "{}", "[\"a\",1]"])
    func `what is no interval is not read as one`(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Interval.self, from: Data(json.utf8))
        }
    }

    @Test(.readsPublishedTables)
    func `there is a picture for each part, and fewer when refused`() async throws {
        let korea = try PublishedTable("Korea").table
        let report = try await GateTests.report(korea)
        for language in EstimationLanguage.allCases {
            let plots = report.plots(of: korea, in: language)
            #expect(plots.map(\.name) == ["overlaps", "methods", "models", "posterior"])
            #expect(plots.allSatisfy { $0.svg.contains("<svg") })
            let methods = MethodResult.Name.headlines.map { $0.words.text(in: language) }
            for name in methods { #expect(plots[1].svg.contains(name)) }
        }
        let artificial = try PublishedTable("Artificial_3").table
        let refused = try await GateTests.report(artificial)
        #expect(
            refused.plots(of: artificial, in: .spanish).map(\.name) == ["overlaps", "methods"]
        )
    }

    @Test(.readsPublishedTables)
    func `one list with times seen gives the printed bounds, and says at least`() throws {
        let table = try RepeatedReader.read(PublishedTable.text("ill"))
        let report = RepeatedRun(table, list: "ill").report()
        #expect(report.verdict == .indicative && report.range == nil)
        #expect(report.reasons == [.warning(.oneList), .warning(.populationUndeclared)])
        let printed: [MethodResult.Name: Double] = [
            .chao: 9_273.51, .chaoCorrected: 9_228.86, .zelterman: 9_424.56,
            .truncatedPoisson: 7_079.93,
        ]
        for method in report.methods {
            let estimate = try #require(method.estimate)
            #expect(abs(estimate - (printed[method.name] ?? 0)) < 0.01, "\(method.name)")
        }
        #expect(report.methods.count == printed.count)
        #expect(
            report.answer.en.contains("They are at least 8,000, if being seen once does not make")
        )
    }

    @Test(arguments: [(6.0, true), (7.0, false)])
    func `one list needs seven people seen exactly twice, as a pair of lists needs seven shared`(
        twice: Double,
        isRefused: Bool
    ) throws {
        let table = try RepeatedTable(groups: [
            .init(times: 1, count: 200), .init(times: 2, count: twice),
        ])
        let declared = Declarations(samePopulation: true)
        let report = RepeatedRun(table, list: "a", declarations: declared).report()
        #expect(
            report.reasons
                == [isRefused ? .refusal(.fewSeenTwice(people: 6)) : .warning(.oneList)]
        )
        #expect((report.lowerBound == nil) == isRefused)
        #expect(report.methods.allSatisfy { ($0.estimate == nil) == isRefused })
    }

    @Test
    func `one list declared to mix populations, or made by referral, is refused`() throws {
        let table = try RepeatedTable(groups: [
            .init(times: 1, count: 200), .init(times: 2, count: 70),
        ])
        let declared = Declarations(samePopulation: false, referredLists: ["a"])
        let report = RepeatedRun(table, list: "a", declarations: declared).report()
        #expect(
            report.reasons
                == [.refusal(.differentPopulations), .refusal(.madeByReferral(list: "a"))]
        )
        #expect(report.verdict == .refused && report.lowerBound == nil)
    }

    @Test
    func `one list that saw nobody exactly twice is refused`() throws {
        let table = try RepeatedTable(groups: [
            .init(times: 1, count: 20), .init(times: 3, count: 2),
        ])
        let report = RepeatedRun(table, list: "a").report()
        #expect(report.verdict == .refused)
        #expect(report.reasons == [.refusal(.nobodySeenTwice)])
        #expect(report.methods.allSatisfy { $0.estimate == nil })
    }
}
