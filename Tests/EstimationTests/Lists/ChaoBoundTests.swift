import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct ChaoBoundTests {
    /// Model Mth with Chao's heterogeneity by Rcapture 1.4-4 (`closedpCI.t`, negative η set to zero):
    /// abundance, standard error, and the multinomial profile interval.
    static let rcapture: [(String, Double, Double, Double, Double)] = [
        ("Kosovo", 8591.183638, 213.549023, 8188.718688, 9026.917773),
        ("UKdat", 12_298.5081302, 686.5502141, 11_050.46791, 13_811.76273),
        ("UKdat_5", 13_570.0268009, 821.2917626, 12_085.75972, 15_323.37476),
        ("UKdat_4", 10_813.4363792, 673.7656336, 9599.92997, 12_330.43740),
        ("NewOrl", 1121.970006, 305.443172, 689.7369722, 2020.7137113),
        ("NewOrl_5", 1194.8441176, 339.9241496, 720.073268, 2216.255439),
        ("Western", 2200.5079047, 456.0814878, 1507.417027, 3409.279597),
        ("Artificial_3", 539.0939294, 201.4453632, 285.5411197, 1267.5225971),
        ("MadiganYork5", 659.78506417, 21.13478858, 621.7148821, 704.8419728),
        ("SpinaBifida3", 763.88793186, 20.61761171, 726.0627907, 807.0298356),
        ("lesbian", 4321.3846115, 155.0705242, 4034.194394, 4643.573585),
        ("hare", 79.571457388, 6.253714317, 70.41038928, 95.15816950),
        ("Korea", 141.992647351, 6.297451071, 130.9985201, 155.7724158),
    ]

    @Test(.readsPublishedTables, arguments: rcapture)
    func `bounds of several lists are those of Rcapture's Mth Chao`(
        name: String,
        estimate: Double,
        standardError: Double,
        low: Double,
        high: Double
    ) throws {
        let bound = try ChaoBound(
            TableReader.read(Array(PublishedTable.data("tables/\(name).csv")))
        )
        #expect(close(bound.estimate / estimate, 1, 1e-6))
        #expect(close(bound.standardError / standardError, 1, 1e-4))
        // Rcapture writes the factorials by Stirling's first term, which is felt where few are unseen.
        let tolerance = name == "Korea" ? 0.015 : 0.01
        #expect(close(bound.interval.low, low, tolerance))
        #expect(close(bound.interval.high, high, tolerance))
        #expect(bound.interval.contains(bound.estimate))
        #expect(bound.form == .lists)
        #expect(bound.intervalKind == .profileLikelihood)
    }

    @Test
    func `of two lists it is Lincoln's and Petersen's number`() throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 80, 60, 20])
        let bound = try ChaoBound(table)
        #expect(close(bound.estimate, 100 * 80 / 20, 1e-6))
        // Seber's variance without corrections, a·b·(a−m)(b−m)/m³.
        #expect(close(bound.standardError, (100.0 * 80 * 80 * 60 / 8000).squareRoot(), 1e-6))
    }

    /// Counts of histories when each person of several kinds is on each list by chance alone.
    static func table(lists: Int, kinds: [(people: Double, chances: [Double])]) throws
        -> CaptureTable
    {
        var counts = [Double](repeating: 0, count: 1 << lists)
        for kind in kinds {
            for history in 1..<counts.count {
                var share = 1.0
                for (list, chance) in kind.chances.enumerated() {
                    share *= history >> list & 1 == 1 ? chance : 1 - chance
                }
                counts[history] += kind.people * share
            }
        }
        return try CaptureTable(lists: (0..<lists).map { "list \($0)" }, counts: counts)
    }

    @Test(arguments: 2...7)
    func `people who are all alike are all found, whatever the lengths of the lists`(
        lists: Int
    ) throws {
        let chances = (0..<lists).map { 0.1 + 0.07 * Double($0) }
        let bound = try ChaoBound(Self.table(lists: lists, kinds: [(5000, chances)]))
        #expect(close(bound.estimate, 5000, 1e-3))
        #expect(bound.interval.contains(5000))
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `of people who differ it never finds more than there are`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 3...6, using: &random)
        let weights = (0..<lists).map { _ in Double.random(in: 0.3...1, using: &random) }
        let kinds = (0..<Int.random(in: 2...4, using: &random)).map { _ in
            let ease = Double.random(in: 0.02...0.5, using: &random)
            return (
                people: Double.random(in: 100...9000, using: &random),
                // Odds that multiply: a person's own times a list's own.
                chances: weights.map { ease * $0 / (1 + ease * $0) }
            )
        }
        let bound = try ChaoBound(Self.table(lists: lists, kinds: kinds))
        let people = kinds.reduce(0) { $0 + $1.people }
        #expect(bound.estimate <= people * (1 + 1e-6))
        #expect(bound.estimate >= bound.observed)
        #expect(bound.interval.contains(bound.estimate))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `the order of lists and a list that has nobody change nothing`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let counts = [0] + (1..<16).map { _ in Double(Int.random(in: 0...60, using: &random)) }
        let table = try CaptureTable(lists: ["a", "b", "c", "d"], counts: counts)
        let order = [0, 1, 2, 3].shuffled(using: &random)
        var turned = [Double](repeating: 0, count: 32)
        for history in 1..<16 {
            let there = (0..<4).reduce(0) { $0 | (history >> $1 & 1) << order[$1] }
            turned[there] = counts[history]
        }
        let other = try CaptureTable(lists: ["a", "b", "c", "d", "nobody"], counts: turned)
        let (one, two) = (try ChaoBound(table), try ChaoBound(other))
        #expect(close(one.estimate / two.estimate, 1, 1e-8))
        #expect(close(one.interval.low / two.interval.low, 1, 1e-6))
        #expect(close(one.interval.high / two.interval.high, 1, 1e-6))
    }

    @Test
    func
        `nobody on two lists, or nobody on one of them alone with the others apart, gives no bound`()
        throws
    {
        let apart = try CaptureTable(lists: ["a", "b"], counts: [0, 8, 6, 0])
        #expect(throws: ChaoBoundRefused.nobodySeenTwice) { try ChaoBound(apart) }
        for why in [ChaoBoundRefused.nobodySeenTwice, .noMaximum] {
            #expect(why.text(in: .english) != why.text(in: .spanish))
        }
    }

    @Test(arguments: 1...120 as ClosedRange<UInt64>)
    func `any table gives a bound that its interval holds, or says why not`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 2...5, using: &random)
        let most = [1, 3, 20, 1_000_000].randomElement(using: &random) ?? 1
        let counts =
            [0]
            + (1..<1 << lists).map { _ in
                Bool.random(using: &random) ? 0 : Double(Int.random(in: 0...most, using: &random))
            }
        guard
            let table = try? CaptureTable(lists: (0..<lists).map(String.init), counts: counts),
            let bound = try? ChaoBound(table)
        else { return }
        #expect(bound.estimate >= bound.observed)
        #expect(bound.standardError.isFinite)
        #expect(bound.interval.contains(bound.estimate), "\(bound)")
        #expect(bound.interval.low >= bound.observed)
    }
}
