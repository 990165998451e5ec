import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct PlotTests {
    static let numbers = [
        0, 1, 2.5, 7, 99, 1234, 11_313, 43_894, 1e6, 3e9, 2e15, 1e40, .infinity, .nan, -3, 1e-12,
        .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]

    static let names = [
        "LA", "Policía Nacional de Fronteras", "<script>alert('x')</script>", "a & \"b\"",
        "\u{0}\u{8}\u{FFFE}",
        "中文列表中文列表中文列表中文列表", String(repeating: "W", count: 200), "", "مرحبا",
    ]

    @Test(arguments: EstimationLanguage.allCases, [PlotPlacing.file, .page])
    func `the UK lists are drawn with all their counts`(
        language: EstimationLanguage,
        placing: PlotPlacing
    ) throws {
        let table = try CaptureTable(
            lists: ["LA", "NG", "PFNCA"],
            counts: [0, 54, 463, 15, 995, 19, 62, 3]
        )
        let plot = OverlapPlot(table, words: .init(in: language))
        let svg = plot.svg(placing)
        let picture = try checked(svg)
        for figure in ["54", "463", "15", "995", "19", "62", "3"] {
            #expect(picture.texts.contains(figure))
        }
        #expect(picture.texts.contains("NG · 543"))
        #expect(picture.summary.contains("LA + NG: 15."))
        #expect(picture.root["lang"] == language.rawValue)
        #expect((picture.elements["style"] == nil) == (placing == .page))
        #expect(
            picture.texts.joined(separator: " ").contains(plot.words.title) == (placing == .file)
        )
        // Three lists by seven sets.
        #expect(picture.elements["circle"] == 21)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `small numbers that are asked to be hidden change nothing in the picture`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 2...6, using: &random)
        var (one, other) = ([0.0], [0.0])
        for _ in 1..<1 << lists {
            let large = Double(Int.random(in: 10...500, using: &random))
            let isSmall = Bool.random(using: &random)
            one.append(isSmall ? Double(Int.random(in: 1...9, using: &random)) : large)
            other.append(isSmall ? Double(Int.random(in: 1...9, using: &random)) : large)
        }
        let names = (0..<lists).map { "list \($0)" }
        var plots = try [one, other].map {
            OverlapPlot(
                try CaptureTable(lists: names, counts: $0),
                suppressingBelow: 10,
                words: .init(in: .spanish)
            )
        }
        #expect(plots[0].svg() == plots[1].svg())
        for index in plots.indices { plots[index].rowLimit = 5 }
        #expect(plots[0].svg() == plots[1].svg())
        let picture = try checked(plots[0].svg())
        #expect(!picture.texts.contains { (1...9).map(String.init).contains($0) })
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `any table is a whole picture`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 2...10, using: &random)
        let most = [1, 9, 500, 90_000_000].randomElement(using: &random) ?? 1
        let counts =
            [0, 1]
            + (2..<1 << lists).map { _ in
                Double(Int.random(in: 0...most, using: &random))
            }
        let table = try CaptureTable(
            lists: (0..<lists).map {
                Self.names[$0 % Self.names.count] + String(repeating: "z", count: $0)
            },
            counts: counts
        )
        for suppressing in [nil, 10] {
            var plot = OverlapPlot(table, suppressingBelow: suppressing, words: .init(in: .english))
            plot.rowLimit = Int.random(in: -1...50, using: &random)
            try checked(plot.svg())
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `any methods are a whole picture`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let number = { (random: inout SplitMix64) in
            Self.numbers.randomElement(using: &random) ?? 0
        }
        let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            ForestPlot.Row(
                name: Self.names.randomElement(using: &random) ?? "",
                estimate: Bool.random(using: &random) ? number(&random) : nil,
                interval: Bool.random(using: &random)
                    ? Interval(low: number(&random), high: number(&random)) : nil,
                isLowerBound: Bool.random(using: &random)
            )
        }
        let range = Interval(low: number(&random), high: number(&random))
        let plot = ForestPlot(
            rows: rows,
            range: Bool.random(using: &random) ? range : nil,
            seen: Bool.random(using: &random) ? number(&random) : nil,
            words: .init(in: .spanish)
        )
        for placing in [PlotPlacing.file, .page] { try checked(plot.svg(placing)) }
    }

    @Test
    func `methods show their numbers, and a lower bound and an open interval are arrows`() throws {
        let plot = ForestPlot(
            rows: [
                .init(
                    name: "Chao",
                    estimate: 8591,
                    interval: .init(low: 8189, high: 9027),
                    isLowerBound: true
                ),
                .init(name: "BIC", estimate: 22_991, interval: .init(low: 11_456, high: .infinity)),
                .init(name: "Latent", estimate: nil),
            ],
            range: Interval(low: 8785, high: 43_894),
            seen: 2744,
            words: .init(in: .english)
        )
        let picture = try checked(plot.svg())
        #expect(picture.texts.contains("at least 8,591 (from 8,189)"))
        #expect(picture.texts.contains("22,991 (11,456–∞)"))
        #expect(picture.texts.contains("no number"))
        #expect(picture.texts.contains("8,785–43,894"))
        #expect(picture.texts.contains("2,744 people seen."))
        #expect(picture.summary.contains("Chao: at least 8,591 (from 8,189)."))
        #expect(picture.elements["path"] == 2)
        #expect(picture.elements["circle"] == 1)
    }

    @Test
    func `the scale is by ratios when numbers spread more than eightfold, and says so`() throws {
        for (high, isByRatio) in [(7000.0, false), (9000, true)] {
            let rows = [
                ForestPlot.Row(name: "a", estimate: 1000), .init(name: "b", estimate: high),
            ]
            let picture = try checked(ForestPlot(rows: rows, words: .init(in: .english)).svg())
            #expect(picture.summary.contains("equal ratios") == isByRatio)
        }
    }

    @Test
    func `the models near the best have their range and their number written`() throws {
        let points = [
            (100.0, 0.0), (120, 1.9), (90, 2.1), (300, 6), (50, 10), (9999, 10.1), (.nan, 1),
        ]
        let plot = MultiversePlot(
            points: points.map { .init(estimate: $0, difference: $1) },
            words: .init(in: .english)
        )
        let picture = try checked(plot.svg())
        #expect(picture.texts.contains("2: 100–120 (2 models)."))
        #expect(picture.texts.contains("6: 90–300 (4 models)."))
        #expect(picture.texts.contains("10: 50–300 (5 models)."))
        #expect(picture.elements["circle"] == 5)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `any models are a whole picture, of points that do not lie on each other`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let points = (0..<Int.random(in: 0...3000, using: &random)).map { index in
            MultiversePlot.Point(
                estimate: index % 50 == 0
                    ? Self.numbers.randomElement(using: &random) ?? 0
                    : Double.random(in: 500...90_000, using: &random),
                difference: Double.random(in: -1...12, using: &random)
            )
        }
        let distances = [[], [2, 6, 10], [.nan, -1, 0, 3.5], [1e9]].randomElement(using: &random)
        let plot = MultiversePlot(
            points: points,
            distances: distances ?? [],
            words: .init(in: .spanish)
        )
        let svg = plot.svg()
        try checked(svg)
        #expect(svg.utf8.count < 300_000)
    }

    @Test
    func `a curve of two peaks has both, with the median and the interval`() throws {
        let grid = stride(from: 2744.0, through: 60_000, by: 20).map(\.self)
        let densities = grid.map { people in
            exp(-pow((people - 11_700) / 900, 2)) + 0.6 * exp(-pow((people - 24_300) / 4000, 2))
        }
        let plot = PosteriorPlot(
            grid: grid,
            densities: densities,
            modes: [11_704, 24_304],
            median: 22_990,
            interval: Interval(low: 10_387, high: 33_510),
            words: .init(in: .spanish)
        )
        let picture = try checked(plot.svg())
        #expect(picture.texts.contains("11,704"))
        #expect(picture.texts.contains("24,304"))
        #expect(picture.texts.contains("Picos: 11,704; 24,304."))
        #expect(picture.texts.contains("Mediana: 22,990."))
        #expect(picture.texts.contains("Intervalo del 95 %: 10,387–33,510."))
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `any curve is a whole picture`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let size = [0, 1, 2, 500].randomElement(using: &random) ?? 0
        let start = Self.numbers.randomElement(using: &random) ?? 0
        let number = { (random: inout SplitMix64) in
            Self.numbers.randomElement(using: &random) ?? 0
        }
        let plot = PosteriorPlot(
            grid: (0..<size).map { start + Double($0) * 37 },
            densities: (0..<size).map { _ in
                Bool.random(using: &random)
                    ? number(&random) : Double.random(in: 0...1, using: &random)
            },
            modes: (0..<Int.random(in: 0...5, using: &random)).map { _ in number(&random) },
            median: number(&random),
            interval: Interval(low: number(&random), high: number(&random)),
            words: .init(in: .english)
        )
        try checked(plot.svg())
    }

    @Test
    func `the posterior and the ranked models of a table are drawn`() throws {
        let table = try CaptureTable(lists: ["b", "c", "d"], counts: [0, 5, 5, 54, 41, 6, 0, 12])
        let posterior = try DecomposableAveraging(table: table).posterior()
        let curve = try checked(PosteriorPlot(posterior, words: .init(in: .english)).svg())
        #expect(curve.summary.contains(FigureText.count(posterior.median)))
        let models = try ModelSearch(listCount: 3, order: 2).rank(table)
        let points = try checked(MultiversePlot(models, words: .init(in: .english)).svg())
        #expect(points.summary.contains("2: "))
    }
}
