import ArgumentParser
import Foundation
import InventedPeople

/// Writes files of invented people, always the same for a seed, with their true pairs beside them.
struct LinkageData: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkage-data",
        abstract: "Write files of invented people with their true pairs.",
        discussion: """
            With --records, one file of that size whose people have two Spanish surnames, one record of \
            five being another of someone in the file. Without, the difficult sets: difficult10k.csv, and \
            difficultA.csv and difficultB.csv, which share half their people. A file NAME.truth.csv has the \
            true pairs, NAME.groups.csv each record's origin.
            """
    )

    @Option(help: "How many records one large file has.")
    var records: Int?
    @Option(help: "The large file, or the folder of the difficult sets.")
    var out: String
    @Option(help: "What all people follow from.")
    var seed: UInt64 = 1

    func validate() throws {
        guard records.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--records is above 0.")
        }
    }

    func run() throws {
        if let records {
            try writeLarge(records)
        } else {
            try FileManager.default.createDirectory(
                atPath: out,
                withIntermediateDirectories: true
            )
            try writeOne()
            try writeTwo()
        }
    }

    private func writeLarge(_ count: Int) throws {
        let file = LargeFile(seed: seed, count: count)
        var lines = try LineFile(path: out)
        try lines.add(InventedRecord.largeColumns)
        for place in 0..<count {
            try lines.add(file.record(at: place).largeValues(identifier: String(place)))
        }
        try lines.close()
        let name = out.hasSuffix(".csv") ? String(out.dropLast(4)) : out
        var pairs = try LineFile(path: name + ".truth.csv")
        try pairs.add(["id_a", "id_b"])
        try file.forEachPair { try pairs.add([String($0), String($1)]) }
        try pairs.close()
    }

    private func writeOne() throws {
        let records = InventedPeople(seed: seed &+ 6).oneFile(count: 10_000)
        try write(records, "difficult10k", mark: "d")
        var pairs = try LineFile(path: "\(out)/difficult10k.truth.csv")
        try pairs.add(["id_a", "id_b"])
        var places: [Int: [Int]] = [:]
        for (place, record) in records.enumerated() {
            for other in places[record.person] ?? [] { try pairs.add(["d\(other)", "d\(place)"]) }
            places[record.person, default: []].append(place)
        }
        try pairs.close()
    }

    private func writeTwo() throws {
        let (border, shelter) = InventedPeople(seed: seed &+ 7).twoFiles(count: 5_000)
        try write(border, "difficultA", mark: "a")
        try write(shelter, "difficultB", mark: "b")
        var pairs = try LineFile(path: "\(out)/difficult.truth.csv")
        try pairs.add(["id_a", "id_b"])
        let places = Dictionary(
            uniqueKeysWithValues: border.enumerated().map { ($1.person, $0) }
        )
        for (place, record) in shelter.enumerated() {
            if let other = places[record.person] { try pairs.add(["a\(other)", "b\(place)"]) }
        }
        try pairs.close()
    }

    /// The records with their columns, and each one's group.
    private func write(_ records: [InventedRecord], _ name: String, mark: String) throws {
        var lines = try LineFile(path: "\(out)/\(name).csv")
        var groups = try LineFile(path: "\(out)/\(name).groups.csv")
        try lines.add(InventedRecord.columns)
        try groups.add(["id", "group", "source"])
        for (place, record) in records.enumerated() {
            try lines.add(record.values(identifier: "\(mark)\(place)"))
            try groups.add(["\(mark)\(place)", record.origin.rawValue, record.source.rawValue])
        }
        try lines.close()
        try groups.close()
    }
}

/// A file of comma-separated values that is written piece by piece.
private struct LineFile {
    private let handle: FileHandle
    private var text = ""

    init(path: String) throws {
        try Data().write(to: URL(filePath: path))
        handle = try FileHandle(forWritingTo: URL(filePath: path))
    }

    mutating func add(_ values: [String]) throws {
        text += CSVLine.text(values)
        if text.utf8.count > 1 << 20 { try flush() }
    }

    mutating func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(text.utf8))
        text = ""
    }
}
