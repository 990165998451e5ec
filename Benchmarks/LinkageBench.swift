import ArgumentParser
import Foundation
import Linkage

/// Measures what links are worth on labelled sets, next to what other programs reach on the same files.
struct LinkageBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkage",
        abstract: "The accuracy of links on labelled sets.",
        discussion: """
            The sets and what other programs reach are written by linkage_accuracy.py; invented people by \
            enlace-bench linkage-data.
            """
    )

    @Argument(
        help: "The folder of the sets: NAME.csv, or NAMEA.csv and NAMEB.csv, and NAME.truth.csv."
    )
    var folder: String
    @Option(help: "Only these sets.")
    var sets: [String] = []

    func run() throws {
        print(Machine.describe())
        print("")
        let folder = URL(filePath: folder)
        let names = try sets.isEmpty ? Self.names(in: folder) : sets
        let peers = LinkagePeers(folder.appending(path: "peers.csv"))
        var pairs = Table(
            heads: "pairs",
            "peers' best F1",
            "ours, best",
            "wanted",
            "chosen",
            "precision",
            "recall",
            "threshold",
            "among candidates",
            "candidates"
        )
        var others = Table(
            heads: "one to one, clusters",
            "peers' best F1",
            "ours, best",
            "wanted",
            "chosen",
            "pairs in clusters",
            "whole clusters",
            "links cut"
        )
        var groups = Table(heads: "recall by group", "", "pairs", "recall", "wanted")
        var failures: [String] = []
        for name in names {
            let set = try LinkageSet(name, in: folder)
            let ours = try LinkageAccuracy(set)
            pairs.add(
                name,
                peers.pairs(name),
                share(ours.best.f1),
                LinkageGate.pairs[name].map(share) ?? "",
                share(ours.chosen.f1),
                share(ours.chosen.precision),
                share(ours.chosen.recall),
                decimal(ours.threshold),
                share(ours.completeness),
                number(Double(ours.candidates))
            )
            others.add(
                name,
                peers.oneToOne(name),
                ours.oneToOne.map { share($0.f1) } ?? "",
                LinkageGate.oneToOne[name].map(share) ?? "",
                ours.oneToOneChosen.map { share($0.f1) } ?? "",
                ours.clustered.map { share($0.f1) } ?? "",
                ours.wholeClusters.map(share) ?? "",
                String(ours.cuts)
            )
            let best = ours.judgedGroups.map(\.value.recall).max() ?? 0
            for (group, accuracy) in ours.byGroup.sorted(by: { $0.key < $1.key }) {
                groups.add(
                    name,
                    group,
                    String(accuracy.wanted),
                    share(accuracy.recall),
                    share(best - LinkageGate.group)
                )
            }
            failures += ours.failures(name)
        }
        pairs.print()
        others.print()
        groups.print()
        for failure in failures { print("below what is wanted: \(failure)") }
    }

    private static func names(in folder: URL) throws -> [String] {
        let end = ".truth.csv"
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(end) }.map { String($0.dropLast(end.count)) }.sorted()
    }
}

/// A share with four decimals.
func share(_ value: Double) -> String { String(format: "%.4f", value) }
