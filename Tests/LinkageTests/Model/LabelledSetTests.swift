import Foundation
import InventedPeople
import TestSupport
import Testing

@testable import Linkage

/// A table of which it is known who is who.
private struct LabelledTable {
    let table: RecordTable
    let truth: Truth

    init(_ fields: [Field], _ records: [(person: String, values: [String])], second: Int? = nil) {
        var builder = TableBuilder(fields: fields)
        for (row, record) in records.enumerated() {
            if row == 0 || row == second { builder.beginSource() }
            builder.append(identifier: "\(row)", values: record.values)
        }
        table = builder.finish()
        truth = Truth(persons: records.map(\.person))
    }

    /// Rows of a published file without quotes: the columns of each value, joined, and of the person.
    init(_ name: String, _ fields: [(Field, columns: [Int], separator: String)], person: Int) throws
    {
        let folder = try #require(SharedFolder.url).appending(path: "linkage-data")
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let records = rows.map { row in
            let values = fields.map { field in
                field.columns.map { row[$0] == "NA" ? "" : row[$0] }
                    .joined(separator: field.separator)
            }
            return (person: row[person], values: values)
        }
        self.init(fields.map(\.0), records)
    }

    /// Invented people in one file, or in two without duplicates.
    init(invented count: Int, seed: UInt64, files: Int) {
        let kinds: [FieldKind] = [
            .givenNames, .surnames, .dateOfBirth, .sex, .other, .place, .phone, .document,
        ]
        let people = InventedPeople(seed: seed)
        let two = people.twoFiles(count: count)
        let records = files == 1 ? people.oneFile(count: count) : two.border + two.shelter
        self.init(
            zip(InventedRecord.columns.dropFirst(), kinds).map { Field(name: $0, kind: $1) },
            records.map { ("\($0.person)", Array($0.values(identifier: "").dropFirst())) },
            second: files == 1 ? nil : two.border.count
        )
    }

    /// What linking with a learned model comes to.
    func outcome() throws -> (chosen: Accuracy, best: Double, run: LinkageRun) {
        var settings = LinkerSettings()
        settings.backgroundPairs = 40_000
        settings.floor = 0.001
        let run = try Linker(settings: settings).run(table)
        let evaluation = Evaluation(links: run.scored.map(\.link), truth: truth)
        return (evaluation.accuracy(at: run.threshold), evaluation.best.accuracy.f1, run)
    }
}

private func german(_ name: String) throws -> LabelledTable {
    try LabelledTable(
        name,
        [
            (Field(name: "given", kind: .givenNames), [0, 1], " "),
            (Field(name: "surnames", kind: .surnames), [2, 3], " "),
            (Field(name: "born", kind: .dateOfBirth), [4, 5, 6], "-"),
        ],
        person: 8
    )
}

private func splink() throws -> LabelledTable {
    try LabelledTable(
        "fake_1000.csv",
        [
            (Field(name: "first_name", kind: .givenNames), [1], ""),
            (Field(name: "surname", kind: .surnames), [2], ""),
            (Field(name: "dob", kind: .dateOfBirth), [3], ""),
            (Field(name: "city", kind: .place), [4], ""),
            (Field(name: "email", kind: .other), [5], ""),
        ],
        person: 6
    )
}

private enum LabelledSet: String, CaseIterable {
    case german500, german10000, splink1000

    func table() throws -> LabelledTable {
        switch self {
        case .german500: try german("RLdata500.csv")
        case .german10000: try german("RLdata10000.csv")
        case .splink1000: try splink()
        }
    }

    /// The F1 it must reach.
    var least: Double {
        switch self {
        case .german500: 0.97
        case .german10000: 0.94
        case .splink1000: 0.88
        }
    }
}

private func check(_ labelled: LabelledTable, least: Double) throws {
    let (chosen, best, run) = try labelled.outcome()
    #expect(run.origin == .learned)
    #expect(chosen.f1 >= least)
    #expect(chosen.f1 >= best - 0.02, "the best threshold reaches \(best)")
    let precision = try #require(run.expectedPrecision)
    #expect(abs(precision - chosen.precision) < 0.06, "\(precision), in truth \(chosen.precision)")
    // What blocking lost is known only in part.
    let recall = try #require(run.expectedRecall)
    #expect(recall > chosen.recall - 0.06, "\(recall), in truth \(chosen.recall)")
}

@Test(
    .enabled(if: SharedFolder.isPresent, "the folder ../shared is absent"),
    arguments: LabelledSet.allCases
)
private func `the threshold chosen without the truth is nearly the best on published sets`(
    set: LabelledSet
) throws {
    try check(try set.table(), least: set.least)
}

@Test(arguments: [(1_200, 1, 0.95), (800, 2, 0.92)] as [(Int, Int, Double)])
func `the threshold chosen without the truth is nearly the best among invented people`(
    _ count: Int,
    _ files: Int,
    _ least: Double
) throws {
    try check(LabelledTable(invented: count, seed: 11, files: files), least: least)
}

@Test(arguments: UInt64(1)...3)
func `in a table too small to learn from the built-in model finds most and errs little`(
    seed: UInt64
) throws {
    let labelled = LabelledTable(invented: 150, seed: seed, files: 1)
    let (chosen, _, run) = try labelled.outcome()
    #expect(run.origin == .fewRecords)
    #expect(chosen.precision > 0.9)
    #expect(chosen.recall > 0.8)
}

@Test func `the built-in weights are those that invented people have`() throws {
    let labelled = LabelledTable(invented: 1_200, seed: 7, files: 1)
    let space = PatternSpace(labelled.table)
    var comparer = PairComparer(labelled.table, space)
    var counts = space.features.map { $0.levels.map { _ in (same: 0.5, others: 0.5) } }
    for pair in labelled.truth.pairs {
        let pattern = comparer.pattern(Int(pair.left), Int(pair.right))
        for (feature, level) in space.levels(of: pattern).enumerated() {
            counts[feature][level].same += 1
        }
    }
    var random = SplitMix64(seed: 1)
    for _ in 0..<40_000 {
        let rows = (
            Int.random(in: 0..<1_200, using: &random), Int.random(in: 0..<1_200, using: &random)
        )
        let pair = CandidatePair(
            left: UInt32(min(rows.0, rows.1)),
            right: UInt32(max(rows.0, rows.1))
        )
        guard rows.0 != rows.1, !labelled.truth.contains(pair) else { continue }
        let levels = space.levels(of: comparer.pattern(rows.0, rows.1))
        for (feature, level) in levels.enumerated() { counts[feature][level].others += 1 }
    }
    for (feature, counts) in zip(space.features, counts) where feature.kind != .nameOrder {
        let (typical, chance) = (
            TypicalLevels.shares(of: feature), ChanceLevels.shares(of: feature)
        )
        let same = counts.dropFirst().reduce(0) { $0 + $1.same }
        let others = counts.dropFirst().reduce(0) { $0 + $1.others }
        for (level, count) in counts.enumerated().dropFirst()
        where count.same > 15 && count.others > 15 {
            let found = log2(count.same / same) - log2(count.others / others)
            let built = log2(typical[level]) - log2(chance[level])
            #expect(
                abs(found - built) < 4,
                "\(feature.name) \(feature.levels[level]): \(found), \(built)"
            )
        }
    }
}
