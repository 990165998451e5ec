import Estimation
import Foundation
import TestSupport
import Testing

/// The published tables that stand beside the package, as counts.
enum PublishedCounts {
    /// Says when they are absent.
    static let trait = ConditionTrait.enabled(
        if: SharedFolder.isPresent,
        "the folder ../shared is absent"
    )

    /// Reads one: a column of 0 and 1 for each list, then the count.
    static func table(_ name: String) throws -> CaptureTable {
        let url = try #require(SharedFolder.url).appending(path: "tables/\(name).csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let lists = try #require(lines.first).split(separator: ",").dropLast().map(String.init)
        var counts = Array(repeating: 0.0, count: 1 << lists.count)
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",")
            var history = 0
            for (list, field) in fields.dropLast().enumerated() where field == "1" {
                history |= 1 << list
            }
            counts[history] += try #require(fields.last.flatMap { Double($0) })
        }
        return try CaptureTable(lists: lists, counts: counts)
    }
}

extension CaptureTable {
    /// The same table with its lists in another order: list *i* is the old list `order[i]`.
    func reordered(_ order: [Int]) throws -> CaptureTable {
        var moved = counts
        for history in counts.indices {
            var old = 0
            for (new, list) in order.enumerated() where history >> new & 1 == 1 { old |= 1 << list }
            moved[history] = counts[old]
        }
        return try CaptureTable(lists: order.map { lists[$0] }, counts: moved)
    }
}
