import Foundation
import InventedPeople
import Linkage

/// clkhash and anonlink, in a Python of their own.
struct PrivatePeers {
    let python: String
    let folder: URL

    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "linkage_private_peers.py")

    /// The processor seconds that anonlink takes to compare the filters of two files, and its hits; nil
    /// where it is absent.
    func compare(_ left: URL, _ right: URL, threshold: Double) throws -> (
        seconds: Double, hits: Int
    )? {
        try run("compare", left.path, right.path, String(threshold))
    }

    /// The processor seconds that clkhash takes to encode records; nil where it is absent.
    func encode(_ records: [InventedRecord]) throws -> Double? {
        let file = folder.appending(path: "records.csv")
        var lines = [InventedRecord.columns.joined(separator: ",")]
        for record in records {
            let values = record.values(identifier: String(record.person))
            lines.append(values.map { "\"\($0)\"" }.joined(separator: ","))
        }
        try (lines.joined(separator: "\n") + "\n").write(
            to: file,
            atomically: true,
            encoding: .utf8
        )
        return try run("encode", file.path)?.seconds
    }

    private func run(_ arguments: String...) throws -> (seconds: Double, hits: Int)? {
        let text = try output(of: [python, Self.script.path] + arguments)
        let numbers = text.split { $0.isWhitespace }.compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], Int(numbers[1])) : nil
    }
}

/// What a program prints.
func output(of command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(),
        as: UTF8.self
    )
    process.waitUntilExit()
    return text
}
