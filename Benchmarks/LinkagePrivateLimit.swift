import Foundation
import Linkage

/// Loops in C that compare filters and do nothing else, built where cc is.
struct DiceLimit {
    private let program: URL

    private static let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "linkage_private_limit.c")

    init(folder: URL) throws {
        program = folder.appending(path: "limit")
        _ = try output(of: ["cc", "-O3", "-o", program.path, Self.source.path])
    }

    /// The speeds of the loops for one set of instructions, in comparisons a second.
    struct Speeds {
        /// Over all bits.
        var all: Double
        /// With an early end.
        var early: Double
    }

    /// The speeds by the name of the instructions; none where there is no cc.
    func measure(_ left: URL, _ right: URL, threshold: Double) throws -> [String: Speeds] {
        guard FileManager.default.fileExists(atPath: program.path) else { return [:] }
        var speeds: [String: Speeds] = [:]
        let lines = try output(of: [program.path, left.path, right.path, String(threshold)])
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 4, let millions = Double(words[2]) else { continue }
            let path: WritableKeyPath<Speeds, Double> = words[1] == "all" ? \.all : \.early
            speeds[String(words[0]), default: Speeds(all: .nan, early: .nan)][keyPath: path] =
                millions * 1e6
        }
        return speeds
    }
}
