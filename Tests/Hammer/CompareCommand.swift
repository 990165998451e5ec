import ArgumentParser
import Foundation
import Linkage

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Measure how two texts differ, for many pairs of texts.",
        discussion: """
            Reads two lines of UTF-8 for each pair from the standard input, and writes one number for \
            each pair to the standard output: 8 bytes, IEEE 754, little-endian.
            """
    )

    enum Measure: String, CaseIterable, ExpressibleByArgument {
        case jaroWinkler = "jaro-winkler"
        case levenshtein
        case optimalAlignment = "optimal-alignment"
        case damerau

        func callAsFunction(_ left: String, _ right: String) -> Double {
            switch self {
            case .jaroWinkler: JaroWinkler.similarity(left, right)
            case .levenshtein: Double(Levenshtein.distance(left, right))
            case .optimalAlignment: Double(OptimalAlignment.distance(left, right))
            case .damerau: Double(Damerau.distance(left, right))
            }
        }
    }

    @Argument(help: "What is measured.")
    var measure: Measure

    func run() throws {
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        var lines = input.split(separator: 10, omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true { lines = lines.dropLast() }
        guard lines.count.isMultiple(of: 2) else {
            throw ValidationError("The last text has no other to compare with.")
        }
        var output: [UInt8] = []
        output.reserveCapacity(lines.count * 4)
        while let left = lines.popFirst(), let right = lines.popFirst() {
            let result = measure(
                String(decoding: left, as: UTF8.self),
                String(decoding: right, as: UTF8.self)
            )
            for shift in stride(from: 0, to: 64, by: 8) {
                output.append(UInt8(truncatingIfNeeded: result.bitPattern >> UInt64(shift)))
            }
        }
        try FileHandle.standardOutput.write(contentsOf: Data(output))
    }
}
