import Foundation
import Linkage

/// What a person wants to know after linking: counts, thresholds, what to trust, and what was left out.
struct LinkSummary: Encodable {
    let reading: ReadingSummary
    let candidates: Int
    let pairs: Double
    let blockingCompleteness: Double
    let pairsForgone: Double
    let model: String
    let doubts: [String]
    let threshold: Double
    let isThresholdChosen: Bool
    let links: Int
    let estimatedPrecision: Double?
    let estimatedRecall: Double?
    let groups: Int
    let linksCut: Int
    let megabytes: Int

    init(_ outcome: LinkOutcome, isThresholdChosen: Bool = true) {
        let language = Terminal.linkageLanguage
        let (reading, run) = (outcome.reading, outcome.run)
        self.reading = ReadingSummary(reading)
        candidates = run.report.pairs
        pairs = outcome.table.pairCount(outcome.table.usualScope)
        blockingCompleteness = run.loss.completeness
        pairsForgone = run.report.pairsForgone
        model = run.origin.text(in: language)
        doubts = run.model.quality.doubts.map { $0.text(in: language) }
        threshold = run.threshold
        self.isThresholdChosen = isThresholdChosen
        links = outcome.links.count
        estimatedPrecision = run.expectedPrecision
        estimatedRecall = run.expectedRecall
        groups = outcome.groups
        linksCut = outcome.clusters.cuts.count
        megabytes = run.bytes / 1_000_000
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The summary for people, in the language of the terminal.
    var text: String {
        var lines = [reading.text]
        lines += figures
        lines += doubts.map { Terminal.say("Careful: \($0)", "Cuidado: \($0)") }
        return lines.joined(separator: "\n")
    }

    private var figures: [String] {
        let percent = { (share: Double?) in share.map { decimal($0 * 100, places: 1) + " %" } ?? "—"
        }
        let all = decimal(pairs, places: 0)
        let found = percent(blockingCompleteness)
        let threshold = decimal(threshold, places: 4)
        var lines = [
            Terminal.say(
                "Candidates  \(candidates) of \(all) pairs; at most \(found) of the true ones are among them",
                "Candidatos  \(candidates) de \(all) pares; entre ellos, a lo sumo el \(found) de los "
                    + "verdaderos"
            ),
            Terminal.say("Model       \(model)", "Modelo      \(model)"),
            Terminal.say(
                "Threshold   \(threshold)\(isThresholdChosen ? " (chosen from the data)" : " (as asked)")",
                "Umbral      \(threshold)\(isThresholdChosen ? " (elegido de los datos)" : " (pedido)")"
            ),
            Terminal.say(
                "Links       \(links); estimated precision \(percent(estimatedPrecision)), recall "
                    + percent(estimatedRecall),
                "Vínculos    \(links); precisión estimada \(percent(estimatedPrecision)), exhaustividad "
                    + percent(estimatedRecall)
            ),
            Terminal.say(
                "Groups      \(groups) of several records; \(linksCut) links not followed, because they "
                    + "alone would join groups",
                "Grupos      \(groups) de varios registros; \(linksCut) vínculos no seguidos, porque "
                    + "solos unirían grupos"
            ),
            Terminal.say("Memory      \(megabytes) MB", "Memoria     \(megabytes) MB"),
        ]
        if pairsForgone > 0 {
            let forgone = decimal(pairsForgone, places: 0)
            lines.insert(
                Terminal.say(
                    "            \(forgone) pairs of very large blocks were not looked at",
                    "            no se miraron \(forgone) pares de bloques muy grandes"
                ),
                at: 1
            )
        }
        return lines
    }
}

extension LinkerPhase {
    /// The phase in words, for a line that says how far the work is.
    func words(in language: LinkageLanguage) -> String {
        switch (self, language) {
        case (.blocking, .english): "sorting into blocks"
        case (.blocking, .spanish): "se ordena en bloques"
        case (.training, .english): "learning how records compare"
        case (.training, .spanish): "se aprende cómo se comparan"
        case (.scoring, .english): "comparing"
        case (.scoring, .spanish): "se compara"
        case (.finishing, .english): "putting links in order"
        case (.finishing, .spanish): "se ordenan los vínculos"
        }
    }
}

extension LinkageRun.ModelOrigin {
    fileprivate func text(in language: LinkageLanguage) -> String {
        switch (self, language) {
        case (.learned, .english): "learned from these records"
        case (.learned, .spanish): "aprendido de estos registros"
        case (.given, .english): "given"
        case (.given, .spanish): "dado"
        case (.fewRecords, .english): "built in: too few records to learn from"
        case (.fewRecords, .spanish): "incorporado: hay muy pocos registros para aprender"
        case (.failure(let failure), .english): "built in: \(failure.text(in: language))"
        case (.failure(let failure), .spanish): "incorporado: \(failure.text(in: language))"
        }
    }
}
