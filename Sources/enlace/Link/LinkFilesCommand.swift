import ArgumentParser
import Foundation
import Linkage

struct LinkFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: "Find duplicates in one file, or link two.",
        discussion: """
            The files are tables with a header (CSV; commas, semicolons, tabs or bars). What each
            column holds is guessed from its name and values and shown; --config says it instead.
            Rows that cannot be read are counted, named by line and kept out. Nothing is merged:
            links are proposals, and a person decides.

            The configuration (YAML):
              id: folio
              columns:
                nombres: given names
                apellidos: surnames
                fecha_nac: date of birth
                notas: ignore
              threshold: 0.9
              one-to-one: true
            Kinds: given names, surnames, full name, date of birth, sex, place, phone, document,
            other, ignore.

            Exits with 0 only when everything that was asked for is written whole.

            Examples:
              enlace link register.csv
              enlace link register.csv shelter.csv --one-to-one --links links.csv
              enlace link register.csv --config kinds.yaml --clusters persons.csv --json
            """
    )

    @Argument(
        help: "A file, or two; - for standard input.",
        completion: .file(extensions: ["csv"])
    )
    var files: [String]

    @Option(
        help: "What the columns hold, in YAML.",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    @Option(help: "The column that tells records apart; the first if not given.")
    var id: String?

    @Option(help: "Where the links are written (CSV).", completion: .file(extensions: ["csv"]))
    var links: String?

    @Option(
        help: "Where the groups of records are written (CSV).",
        completion: .file(extensions: ["csv"])
    )
    var clusters: String?

    @Option(help: "The probability from which a pair is a link; chosen from the data if not given.")
    var threshold: Double?

    @Flag(help: "Each record has at most one partner in the other file.")
    var oneToOne = false

    @Option(help: "The seed of all random numbers.")
    var seed: UInt64 = 1

    @Option(help: "How many threads work.")
    var threads: Int?

    @Option(help: "The most memory to use, in MB.")
    var memory: Int?

    @Flag(help: "Print the summary as JSON.")
    var json = false

    func validate() throws {
        guard (1...2).contains(files.count) else {
            throw ValidationError("One file or two.")
        }
        guard threshold.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--threshold takes a number above 0 and at most 1.")
        }
        guard (1...1_024).contains(threads ?? 1) else {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
        guard (1...1_000_000_000).contains(memory ?? 1) else {
            throw ValidationError("--memory takes a number of MB from 1 up.")
        }
    }

    func run() async throws {
        try await explaining(folder: files[0]) {
            let bar = ProgressBar()
            let configuration = try Self.configuration(config)
            let (table, reading) = try Self.read(
                files,
                RecordReader(
                    fields: configuration.fields,
                    identifier: id ?? configuration.identifier
                ),
                bar
            )
            let settings = settings(configuration)
            let run: LinkageRun
            do throws(LinkingFailure) {
                run = try Linker(settings: settings).run(table) { phase, share in
                    bar?.show(share, phase.words(in: Terminal.linkageLanguage))
                }
            } catch {
                bar?.clear()
                // What was kept out may be why it cannot go on.
                Terminal.note(ReadingSummary(reading).text)
                throw Problem(error)
            }
            bar?.clear()
            let isOneToOne = oneToOne || configuration.isOneToOne == true
            let outcome = LinkOutcome(
                table: table,
                reading: reading,
                run: run,
                isOneToOne: isOneToOne
            )
            if let links { try LinkFiles.writeLinks(outcome, to: links) }
            if let clusters { try LinkFiles.writeClusters(outcome, to: clusters) }
            let summary = LinkSummary(outcome, isThresholdChosen: settings.threshold == nil)
            print(json ? try summary.json() : summary.text)
        }
    }

    /// Reads a configuration; without one everything is guessed.
    static func configuration(_ path: String?) throws -> LinkageConfiguration {
        guard let path else { return LinkageConfiguration() }
        let bytes = try PrivateFiles.read(path)
        do throws(ConfigurationUnreadable) {
            return try LinkageConfiguration(yaml: bytes)
        } catch {
            let text = "\(path): \(error.text(in: Terminal.linkageLanguage))"
            throw Problem(text, text)
        }
    }

    /// Reads files into one table.
    static func read(
        _ files: [String],
        _ reader: RecordReader,
        _ bar: ProgressBar?
    ) throws -> (RecordTable, ReadingReport) {
        let sources = files.map { $0 == "-" ? RecordSource.standardInput : .file(path: $0) }
        do throws(ReadingFailure) {
            return try reader.read(sources) { progress in
                let share = progress.size.map { Double(progress.bytes) / Double(max($0, 1)) }
                bar?.show(share ?? 0, Terminal.say("reading", "se lee"))
            }
        } catch { throw Problem(error) }
    }

    private func settings(_ configuration: LinkageConfiguration) -> LinkerSettings {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var settings = LinkerSettings()
        settings.threshold = threshold ?? configuration.threshold
        settings.threads = min(threads ?? cores, cores)
        settings.seed = seed
        settings.memoryLimit = memory.map { $0 * 1_000_000 }
        return settings
    }
}
