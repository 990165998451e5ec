import Foundation
import Linkage

/// The tables that linking writes.
enum LinkFiles {
    /// The pieces in which a table is written, in bytes.
    private static let piece = 1 << 16

    /// Writes `id_a,id_b,probability` and each feature's weight in bits.
    static func writeLinks(_ outcome: LinkOutcome, to path: String) throws {
        let features = outcome.run.model.space.features
        let header = ["id_a", "id_b", "probability"] + features.map { "weight_" + $0.name }
        var weights: [Pattern: String] = [:]
        try write(path, header) { line in
            for link in outcome.links {
                let pattern = link.pattern
                let weight =
                    weights[pattern]
                    ?? outcome.run.model.contributions(of: pattern).features
                    .map { "," + decimal($0.weight, places: 2) }.joined()
                weights[pattern] = weight
                let left = CSVField.quoted(outcome.table.identifiers[Int(link.pair.left)])
                let right = CSVField.quoted(outcome.table.identifiers[Int(link.pair.right)])
                try line("\(left),\(right),\(decimal(link.probability, places: 6))\(weight)\n")
            }
        }
    }

    /// Writes `source,id,cluster` for every record.
    static func writeClusters(_ outcome: LinkOutcome, to path: String) throws {
        try write(path, ["source", "id", "cluster"]) { line in
            for (index, source) in outcome.table.sources.enumerated() {
                for row in source {
                    let identifier = CSVField.quoted(outcome.table.identifiers[row])
                    let cluster = outcome.clusters.assignment[row] + 1
                    try line("\(index + 1),\(identifier),\(cluster)\n")
                }
            }
        }
    }

    private static func write(
        _ path: String,
        _ header: [String],
        _ lines: ((String) throws -> Void) throws -> Void
    ) throws {
        try OutputFile(path: path).stream { write in
            var waiting = Array((header.map(CSVField.quoted).joined(separator: ",") + "\n").utf8)
            try lines { line in
                waiting.append(contentsOf: line.utf8)
                guard waiting.count >= piece else { return }
                try write(waiting)
                waiting.removeAll(keepingCapacity: true)
            }
            try write(waiting)
        }
    }
}

/// A number with a fixed count of decimal places and a point, whatever the language.
func decimal(_ value: Double, places: Int) -> String {
    let text = String(format: "%.\(places)f", value)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
}
