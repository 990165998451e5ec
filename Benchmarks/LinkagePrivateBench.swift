import ArgumentParser
import Foundation
import Linkage

/// Measures private comparison next to bare loops and to clkhash and anonlink.
struct LinkagePrivateBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkage-private",
        abstract: "Encoding records as filters, and comparing filters by Dice.",
        discussion: """
            Invented people are encoded as a run would encode them. Beside loops in C that compare the \
            same filters and do nothing else, which cc builds on the spot, and beside clkhash and \
            anonlink where a Python that has them is named. All speeds are of processor time.
            """
    )

    @Option(help: "How many records each side has; may be given several times.")
    var records = [16_384, 50_000]

    @Option(help: "The least coefficient of a hit.")
    var threshold = 0.8

    @Option(help: "How often each is measured by turns; the peers once.")
    var rounds = 3

    @Option(help: "A Python that has clkhash and anonlink.")
    var python = "python3"

    func validate() throws {
        guard rounds > 0, records.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("Rounds and records are at least 1.")
        }
    }

    func run() async throws {
        print(Machine.describe())
        print("")
        try await withTemporaryFolder { folder in
            let peers = PrivatePeers(python: python, folder: folder)
            let people = try PrivatePeople(records: records.max() ?? 0)
            try await EncodingBench(people: people, peers: peers, rounds: rounds).run()
            let limit = try DiceLimit(folder: folder)
            for count in records {
                let bench = DiceBench(
                    left: people.left.first(count),
                    right: people.right.first(count),
                    threshold: threshold,
                    rounds: rounds,
                    folder: folder
                )
                try await bench.run(limit: limit, peers: peers)
            }
        }
        print("load average at the end: \(Machine.load)")
    }
}

extension FilterSet {
    /// The first filters.
    fileprivate func first(_ count: Int) -> FilterSet {
        var part = FilterSet(wordsPerFilter: wordsPerFilter)
        part.append(words.prefix(count * wordsPerFilter))
        return part
    }
}
