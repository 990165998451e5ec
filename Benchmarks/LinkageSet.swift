import Foundation
import InventedPeople
import Linkage

/// A file, or two, of which it is known which records are one person.
struct LinkageSet {
    let name: String
    let table: RecordTable
    let truth: Truth
    /// Each row's group, for recall by group; empty where there are none.
    let groups: [String]

    /// Whether each of two sources is free of duplicates.
    var isOneToOne: Bool { table.sources.count == 2 }

    /// Reads `name.csv`, or `nameA.csv` and `nameB.csv`, with `name.truth.csv` beside them, which has the
    /// true pairs by their identifiers, and the rows' groups where there are such files.
    init(_ name: String, in folder: URL) throws {
        let parts = ["", "A", "B"].filter {
            FileManager.default.fileExists(atPath: folder.appending(path: "\(name)\($0).csv").path)
        }
        let sources = parts.map {
            RecordSource.file(path: folder.appending(path: "\(name)\($0).csv").path)
        }
        let table = try RecordReader().read(sources).table
        var rows: [String: UInt32] = [:]
        for row in 0..<table.count { rows[table.identifiers[row]] = UInt32(row) }
        let pairs = try Self.lines(folder.appending(path: "\(name).truth.csv")).map { cells in
            guard let left = rows[cells[0]], let right = rows[cells[1]] else {
                throw LinkageSetUnreadable(set: name, pair: cells)
            }
            return CandidatePair(left: left, right: right)
        }
        var groups: [String] = []
        for part in parts {
            let file = folder.appending(path: "\(name)\(part).groups.csv")
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            groups += try Self.lines(file).map { $0[1] }
        }
        self.name = name
        self.table = table
        truth = Truth(pairs: pairs)
        self.groups = groups
    }

    /// The cells of all lines but the first; no cell has a comma.
    private static func lines(_ file: URL) throws -> [[String]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",").map(String.init) }
    }
}

/// A pair of the truth that the files do not have.
struct LinkageSetUnreadable: Error, CustomStringConvertible {
    let set: String
    let pair: [String]

    var description: String {
        "\(set): the truth has a pair that the files do not: \(pair.joined(separator: ", "))"
    }
}
