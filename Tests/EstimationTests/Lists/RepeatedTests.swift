import Foundation
import Testing

@testable import Estimation

/// People apprehended in four Dutch cities once to six times, by van der Heijden and others (2003).
///
/// The estimates are those of Rcapture 1.4-4 and singleRcapture 0.2.3.
@Suite
struct RepeatedTests {
    static func ill() throws -> RepeatedTable {
        try RepeatedTable(
            groups: [1645.0, 183, 37, 13, 1, 1].enumerated().map {
                RepeatedTable.Group(times: $0.offset + 1, count: $0.element)
            }
        )
    }

    @Test
    func `people apprehended in the Netherlands are at least 9 273.51 (Rcapture)`() throws {
        let bound = try ChaoBound(Self.ill(), form: .classic)
        #expect(close(bound.estimate, 9273.510929, 1e-6))
        #expect(close(bound.standardError, 662.5899972, 1e-6))
        #expect(bound.intervalKind == .logNormal)
        #expect(bound.interval.contains(bound.estimate))
        // By profile likelihood Rcapture has [8 088.23, 10 703.96].
        #expect(close(bound.interval.low, 8088.23, 10))
        #expect(close(bound.interval.high, 10_703.96, 25))
    }

    @Test
    func `corrected for bias they are at least 9 228.86`() throws {
        let bound = try ChaoBound(Self.ill())
        #expect(bound.form == .biasCorrected)
        #expect(close(bound.estimate, 9228.86, 0.005))
    }

    @Test
    func `Zelterman's number of them is 9 424.56`() throws {
        let zelterman = try Zelterman(Self.ill())
        #expect(close(zelterman.estimate, 9424.56, 0.005))
        #expect(zelterman.interval().contains(zelterman.estimate))
    }

    @Test
    func `alike in everything they are 7 079.93 with a standard error of 365.75`() throws {
        let fit = try TruncatedPoisson(Self.ill())
        #expect(close(fit.estimate, 7079.93, 0.005))
        #expect(close(fit.standardError, 365.75, 0.005))
        #expect(fit.coefficients.count == 1)
    }

    @Test
    func `Zelterman's variance is that of the delta method`() throws {
        let table = try Self.ill()
        let (n, f1, f2) = (1880.0, 1645.0, 183.0)
        let number = { (once: Double, twice: Double) in n / (1 - Foundation.exp(-2 * twice / once))
        }
        // The share of those seen twice among once and twice is binomial.
        let step = 1e-3
        let slope = (number(f1 - step, f2 + step) - number(f1 + step, f2 - step)) / (2 * step)
        let seen = n / number(f1, f2)
        let byHand = n * (1 - seen) / (seen * seen) + slope * slope * f1 * f2 / (f1 + f2)
        #expect(close(try Zelterman(table).variance / byHand, 1, 1e-6))
    }

    @Test(arguments: [ChaoBound.Form.classic, .biasCorrected])
    func `nobody seen twice gives no bound`(form: ChaoBound.Form) throws {
        let table = try RepeatedTable(groups: [
            .init(times: 1, count: 9), .init(times: 3, count: 2),
        ])
        #expect(throws: ChaoBoundRefused.nobodySeenTwice) { try ChaoBound(table, form: form) }
        #expect(throws: NobodySeenTwice()) { try Zelterman(table) }
        #expect(throws: Never.self) { try TruncatedPoisson(table) }
    }

    @Test
    func `where all were seen twice nobody is missing`() throws {
        let table = try RepeatedTable(groups: [.init(times: 2, count: 30)])
        for form in [ChaoBound.Form.classic, .biasCorrected] {
            let bound = try ChaoBound(table, form: form)
            #expect(bound.estimate == 30)
            #expect(bound.interval == Interval(low: 30, high: 30))
        }
        #expect(try Zelterman(table).estimate == 30)
        #expect(try Zelterman(table).interval() == Interval(low: 30, high: 30))
    }

    @Test
    func `groups that are alike are one, in whatever order they come`() throws {
        let table = try RepeatedTable(groups: [
            .init(times: 2, count: 3), .init(times: 1, count: 4), .init(times: 2, count: 5),
            .init(times: 7, count: 0),
        ])
        #expect(table.groups.map(\.times) == [1, 2])
        #expect(table.people(seen: 2) == 8)
        #expect(table.peopleByTimes[2] == 8)
        #expect(table.peopleByTimes.values.reduce(0, +) == table.observed)
        #expect(table.observed == 12)
    }

    @Test(arguments: [
        (RepeatedTable.Group(times: 0, count: 1), RepeatedTableRefused.badTimes(0)),
        (.init(times: 1, count: -1), .badCount(times: 1)),
        (.init(times: 1, count: .nan), .badCount(times: 1)),
        (.init(times: 1, levels: [0], count: 1), .badLevel(times: 1)),
        (.init(times: 1, count: 0), .empty),
    ])
    func `a table that is none is refused`(group: RepeatedTable.Group, why: RepeatedTableRefused) {
        #expect(throws: why) { try RepeatedTable(groups: [group]) }
    }
}
