import Estimation
import Foundation

/// Programs of statisticians, in R, that are measured in the same run where they are installed.
enum RPackage: String {
    case stepwise = "SparseMSE"
    case bestModel = "MultipleSystemsEstimation"
    case graphs = "dga"

    /// The processor time that the package takes in one R process without its start, in seconds; nil
    /// where R or the package is absent.
    func cpuSeconds(_ table: CaptureTable, resamples: Int) async throws -> Double? {
        var seconds: Double?
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "table.csv")
            try Self.csv(table).write(to: file, atomically: true, encoding: .utf8)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [
                "Rscript", "--vanilla", Self.script.path, rawValue, file.path, String(resamples),
            ]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let text = String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(),
                as: UTF8.self
            )
            process.waitUntilExit()
            seconds = Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return seconds
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "peers.R")

    /// A column for each list and one for the people.
    private static func csv(_ table: CaptureTable) -> String {
        var lines = [(table.lists + ["count"]).joined(separator: ",")]
        for (history, count) in table.counts.enumerated() where count > 0 {
            let marks = table.lists.indices.map { String(history >> $0 & 1) }
            lines.append((marks + [String(Int(count))]).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
