import ArgumentParser
import Estimation
import Foundation
import Ledger

/// Where a table comes from, and how its report is given out.
struct EstimateOutput: ParsableArguments {
    enum Language: String, ExpressibleByArgument, CaseIterable { case es, en }

    @Argument(help: "The table, or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @Flag(help: "Print everything as JSON.")
    var json = false

    @Option(help: "The language of the words; that of the terminal if not given.")
    var language: Language?

    /// The language wanted, or else that of the terminal.
    var words: EstimationLanguage {
        switch language {
        case .es: .spanish
        case .en: .english
        case nil: Terminal.isSpanish ? .spanish : .english
        }
    }

    /// The bytes of the table.
    func read() throws -> [UInt8] {
        // One byte over the limit is enough for the reader to refuse it, and a pipe need not end.
        let limit = TableReader.byteLimit + 1
        guard
            let input = file == "-"
                ? .standardInput : try? FileHandle(forReadingFrom: URL(filePath: file)),
            let bytes = try? input.read(upToCount: limit) ?? Data()
        else {
            throw problem(
                "\(file) cannot be read. Check the path.",
                "No se puede leer \(file). Revise la ruta."
            )
        }
        return Array(bytes)
    }

    /// A problem in the language wanted.
    func problem(_ english: String, _ spanish: String) -> Problem {
        let text = words == .spanish ? spanish : english
        return Problem(text, text)
    }

    /// What is wrong with a table.
    func problem(_ error: TableUnreadable) -> Problem {
        let text = "\(file): \(error.text(in: words))"
        return Problem(text, text)
    }

    /// Prints a report, and exits as its verdict asks.
    func give(_ report: EstimationReport, of bytes: [UInt8]) throws {
        var report = report
        report.inputHash = Digest32.sha256(bytes).description
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            print(report.text(in: words))
        }
        if report.verdict == .refused { throw EstimateCommand.refused }
    }
}
