import Foundation
import Ledger
import Web

/// What a check of one receipt came to, for people and for programs.
struct ReceiptReport: Encodable {
    struct Vouching: Encodable {
        let name: String
        let time: UInt64
    }

    let file: String
    let outcome: ReceiptVerdict.Outcome
    let reason: ReceiptVerdict
    let index: UInt64?
    let origin: String?
    let leafHash: Digest32?
    let witnesses: [Vouching]

    /// Checks some files under the policy in a file.
    static func check(_ files: [String], policy file: String) -> [ReceiptReport] {
        guard let bytes = read(file, upTo: WitnessPolicy.maximumByteCount) else {
            return files.map { ReceiptReport(of: $0, ReceiptCheck(.noPolicy)) }
        }
        guard let policy = try? WitnessPolicy(parsing: bytes) else {
            return files.map { ReceiptReport(of: $0, ReceiptCheck(.badPolicy)) }
        }
        return files.map { file in
            let bytes = read(file, upTo: ReceiptFile.maximumByteCount)
            let check = bytes.map { ReceiptCheck($0, under: policy) }
            return ReceiptReport(of: file, check ?? ReceiptCheck(.unreadable))
        }
    }

    /// What the program exits with: 0 only if everything is verified.
    static func exitCode(_ reports: [ReceiptReport]) -> Int32 {
        let outcomes = Set(reports.map(\.outcome))
        return outcomes.contains(.notValid) ? 1 : outcomes.contains(.cannotCheck) ? 2 : 0
    }

    private init(of file: String, _ check: ReceiptCheck) {
        self.file = file
        outcome = check.verdict.outcome
        reason = check.verdict
        let proved = check.proved
        index = proved == nil ? nil : check.file?.index
        origin = proved?.checkpoint.origin
        leafHash = proved == nil ? nil : check.file?.leafHash
        witnesses =
            proved?.cosignatures.map {
                Vouching(name: $0.witness.verifier.name, time: $0.time)
            } ?? []
    }

    static func text(_ reports: [ReceiptReport]) -> String {
        reports.map { $0.text(Terminal.words) }.joined(separator: "\n")
    }

    private func text(_ words: Words) -> String {
        var lines = ["\(file): \(outcome.words(words)). \(reason.sentence(words))"]
        let facts = [
            ("check.entry", index.map { words.number(Int(clamping: $0)) }),
            ("check.log", origin), ("check.hash", leafHash?.description),
        ]
        for case (let key, let value?) in facts { lines.append("  \(words(key)): \(value)") }
        for witness in witnesses {
            lines.append("  \(witness.name) · \(words.dayAndTime(seconds: witness.time))")
        }
        return lines.joined(separator: "\n")
    }

    static func json(_ reports: [ReceiptReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports), as: UTF8.self)
    }

    /// A file's bytes, or one more than allowed, so that what is too long shows as such.
    private static func read(_ path: String, upTo limit: Int) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        // One reading of a pipe gives only what is there at the moment.
        while bytes.count <= limit {
            do {
                let more = try handle.read(upToCount: limit + 1 - bytes.count) ?? Data()
                guard !more.isEmpty else { return bytes }
                bytes += more
            } catch {
                return nil
            }
        }
        return bytes
    }
}
