import ArgumentParser
import Foundation
import Linkage

struct LinkCompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the encoded files of a run, without key and without names.",
        discussion: """
            To be run where no list of names lies and nobody has the key of the run. Each run is
            answered once, and the encoded files are removed when the answer is written.

            The answer to “count” is a table that enlace estimate reads; with --answer it is
            also a file for the agencies' pages. The answer to “pairs” names rows, which each
            agency finds again in its own map.

            Examples:
              enlace link compare a.clk b.clk
              enlace link compare a.clk b.clk c.clk --open-with commission.private --out overlap.csv
            """
    )

    @Argument(
        help: "The encoded files, one of each agency.",
        completion: .file(extensions: ["clk"])
    )
    var files: [String]

    @Option(help: "The private key to which the files are sealed.", completion: .file())
    var openWith: String?

    @Option(help: "Where the table is written; otherwise it is printed.", completion: .file())
    var out: String?

    @Option(
        help: "Where the answer is written for the agencies' pages (JSON).",
        completion: .file()
    )
    var answer: String?

    @Option(help: "The list of runs that were answered here.", completion: .file())
    var answered = "answered-runs"

    @Flag(help: "Leave the encoded files where they are.")
    var keep = false

    @Option(help: "How many threads work.")
    var threads: Int?

    func validate() throws {
        guard (1...1_024).contains(threads ?? 1) else {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
    }

    func run() async throws {
        try await explaining(folder: out ?? ".") {
            let key = try openWith.map(PrivateFiles.privateKey)
            let encoded = try files.map { try PrivateFiles.encoded($0, with: key) }
            let before = try AnsweredRuns(path: answered)
            let comparison: PrivateComparison
            do throws(ComparisonRefused) {
                comparison = try PrivateComparison(
                    encoded,
                    now: Int64(Date.now.timeIntervalSince1970),
                    answered: before.runs
                )
            } catch { throw Problem(error) }
            let terms = comparison.terms
            Terminal.note(terms.lines)
            let cores = ProcessInfo.processInfo.activeProcessorCount
            let answer = try await comparison.answer(threads: threads ?? cores)
            // Noted before anything is shown, so that what was shown is never asked again.
            try before.adding(terms.idText)
            try give(answer, of: terms)
            guard !keep else { return }
            for file in files {
                try FileManager.default.removeItem(atPath: file)
                Terminal.note(Terminal.say("Removed: \(file)", "Eliminado: \(file)"))
            }
        }
    }

    private func give(_ answer: ComparisonAnswer, of terms: RunTerms) throws {
        let text =
            switch answer {
            case .count(let counts): counts.csv
            case .yesOrNo(let isKnown):
                isKnown ? Terminal.say("yes\n", "sí\n") : Terminal.say("no\n", "no\n")
            case .pairs(let pairs):
                "row_a,row_b,likeness\n"
                    + pairs.map { "\($0.first),\($0.second),\($0.likeness)\n" }.joined()
            }
        if let path = self.answer, let file = AnswerFile(answer, of: terms) {
            try OutputFile(path: path).write(file.file)
        }
        if let out {
            try OutputFile(path: out).write(text.utf8)
        } else {
            print(text, terminator: "")
        }
    }
}

/// The runs that were answered on this machine, one number a line.
private struct AnsweredRuns {
    let path: String
    let runs: Set<String>

    init(path: String) throws {
        self.path = path
        let exists = FileManager.default.fileExists(atPath: path)
        let bytes = exists ? try PrivateFiles.read(path) : []
        runs = Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    func adding(_ run: String) throws {
        let text = runs.union([run]).sorted().map { $0 + "\n" }.joined()
        try OutputFile(path: path).write(text.utf8)
    }
}
