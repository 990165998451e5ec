import Estimation
import Foundation
import TestSupport
import Testing

/// A published table, and the fixtures that belong to it, in the folder that stands beside the package.
struct PublishedTable {
    let table: CaptureTable
    /// The histories that were observed, in the order of the file: the columns of the resamples.
    let histories: [Int]

    init(_ name: String) throws {
        let rows = try Self.rows("tables/\(name).csv")
        let lists = Array(try #require(rows.first).dropLast())
        var counts = [Double](repeating: 0, count: 1 << lists.count)
        histories = rows.dropFirst().map { row in
            lists.indices.reduce(0) { $0 | (row[$1] == "1" ? 1 << $1 : 0) }
        }
        for (history, row) in zip(histories, rows.dropFirst()) {
            counts[history] = try #require(row.last.flatMap(Double.init))
        }
        table = try CaptureTable(lists: lists, counts: counts)
    }

    /// The thousand resamples that the R package drew, as counts by history.
    static func resamples(_ name: String, of table: PublishedTable) throws -> [[Double]] {
        try rows("tables/fixtures/resamples_\(name)_seed1234.csv").map { row in
            var counts = [Double](repeating: 0, count: table.table.counts.count)
            for (history, count) in zip(table.histories, row) {
                counts[history] = try #require(Double(count))
            }
            return counts
        }
    }

    /// What the R package estimated from each resample.
    static func refits(_ name: String) throws -> [Double?] {
        try rows("tables/fixtures/sparsemse_stepwise_\(name).csv").dropFirst().map {
            $0.last.flatMap(Double.init)
        }
    }

    private static func rows(_ path: String) throws -> [[String]] {
        let text = try String(decoding: data(path), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",").map(String.init)
        }
    }

    /// The text of a table.
    static func text(_ name: String) throws -> [UInt8] {
        try Array(data("tables/\(name).csv"))
    }

    /// A file of the shared folder.
    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: #require(SharedFolder.url).appending(path: path))
    }
}

extension Trait where Self == ConditionTrait {
    /// For tests that read the published tables.
    static var readsPublishedTables: Self {
        .enabled(if: SharedFolder.isPresent, "the folder ../shared is absent")
    }
}
