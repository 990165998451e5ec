import ArgumentParser
import Estimation
import Foundation

struct EstimateListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists",
        abstract: "Estimate from several lists that share people.",
        discussion: """
            The table has a column for each list with 0 or 1, and either a column called
            count with the number of people or one row for each person. The report says
            who was seen, what each method gives, the range over stepwise, the best model and
            the graphs, what other choices would give, and what must be said with it. Where the lists
            cannot bear a number it refuses, and says why.

            The same table and seed give the same numbers on any number of threads.

            Exits with 0 when there is a range, with 1 when the file cannot be read as a
            table, and with 2 when the estimate is refused.

            Examples:
              enlace estimate lists.csv
              enlace estimate lists.csv --same-population yes --no-referrals
              enlace estimate lists.csv --method stepwise --method bic --order 2
              enlace estimate lists.csv --json --resamples 1000 --seed 7
              enlace estimate - < lists.csv
            """
    )

    enum Method: String, ExpressibleByArgument, CaseIterable {
        case stepwise, bic, decomposable
        case latentClass = "latent-class"
        case chao

        var name: MethodResult.Name {
            switch self {
            case .stepwise: .stepwise
            case .bic: .bic
            case .decomposable: .decomposable
            case .latentClass: .latentClass
            case .chao: .chao
            }
        }
    }

    @OptionGroup var output: EstimateOutput

    @Option(
        name: .customLong("method"),
        help: "A method to run; may be repeated. Without it all are; the lower bound always is."
    )
    var methods: [Method] = []

    @Option(help: "How many resamples; 20000, or fewer where many models are searched in each.")
    var resamples: Int?

    @Option(help: "The seed of all random numbers.")
    var seed: UInt64 = 1

    @Option(help: "The most lists in a dependence, among models compared by BIC.")
    var order: Int?

    @Option(help: "How many threads work: as many as there are cores, or fewer.")
    var threads: Int?

    @Option(
        help: "A folder for pictures (SVG); it is made if it is not there.",
        completion: .directory
    )
    var plots: String?

    @OptionGroup(title: "What the counts cannot show") var said: EstimateDeclarations

    @OptionGroup(title: "Referrals between lists") var referrals: EstimateReferrals

    func validate() throws {
        guard (resamples ?? 1) >= 0, (resamples ?? 1) <= 10_000_000 else {
            throw ValidationError("--resamples takes a number from 0 to 10000000.")
        }
        guard (order ?? 1) >= 1 else { throw ValidationError("--order takes a number from 1 up.") }
        guard (1...1_024).contains(threads ?? 1) else {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
    }

    func run() async throws {
        try await explaining(folder: output.file) {
            let bytes = try output.read()
            let table = try table(bytes)
            let bar = ProgressBar()
            let words = output.words
            let report = try await EstimationRun(
                table,
                settings: settings(),
                declarations: declarations
            )
            .report {
                bar?.show(Double($0.done) / Double(max($0.of, 1)), $0.words.text(in: words))
            }
            bar?.clear()
            if let plots { try write(report.plots(of: table, in: output.words), to: plots) }
            try output.give(report, of: bytes)
        }
    }

    private func table(_ bytes: [UInt8]) throws -> CaptureTable {
        let table: CaptureTable
        do throws(TableUnreadable) {
            table = try TableReader.read(bytes)
        } catch {
            guard (try? RepeatedReader.read(bytes)) == nil else {
                throw output.problem(
                    "\(output.file) says how often one list saw people. Read it with: enlace estimate "
                        + "repeated \(output.file)",
                    "\(output.file) dice cuántas veces una lista vio a las personas. Léalo con: enlace "
                        + "estimate repeated \(output.file)"
                )
            }
            throw output.problem(error)
        }
        for list in referrals.referredLists where !table.lists.contains(list) {
            throw output.problem(
                "\(output.file) has no list \(list). Its lists: "
                    + "\(table.lists.joined(separator: ", ")).",
                "\(output.file) no tiene una lista \(list). Sus listas: "
                    + "\(table.lists.joined(separator: ", "))."
            )
        }
        let highest = EstimationSettings.highestOrder(listCount: table.listCount)
        if let order, order > highest {
            throw output.problem(
                "With \(table.listCount) lists --order is at most \(highest).",
                "Con \(table.listCount) listas, --order es como máximo \(highest)."
            )
        }
        return table
    }

    private func write(_ plots: [ReportPlot], to folder: String) throws {
        let url = URL(filePath: folder)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for plot in plots {
                try Data(plot.svg.utf8).write(to: url.appending(path: "\(plot.name).svg"))
            }
        } catch {
            throw output.problem(
                "The pictures cannot be written to \(folder). Check the path and who owns it.",
                "No se pueden escribir las imágenes en \(folder). Revise la ruta y de quién es."
            )
        }
    }

    private var declarations: Declarations {
        var declarations = said.declarations
        declarations.referredLists = referrals.lists
        return declarations
    }

    private func settings() -> EstimationSettings {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var settings = EstimationSettings(
            resamples: resamples,
            seed: seed,
            order: order,
            // Each thread prepares its own search, so more of them than cores only cost.
            threads: min(threads ?? cores, cores)
        )
        if !methods.isEmpty { settings.methods = Set(methods.map(\.name)) }
        return settings
    }
}
