import Linkage

/// What our links of a labelled set are worth.
struct LinkageAccuracy {
    /// At the threshold that was chosen without the truth.
    let chosen: Accuracy
    let threshold: Double
    /// At the threshold that is best on the truth.
    let best: Accuracy
    let bestThreshold: Double
    /// One-to-one, at the threshold that is best on the truth; nil where a source may have duplicates.
    let oneToOne: Accuracy?
    /// One-to-one, at the chosen threshold.
    let oneToOneChosen: Accuracy?
    /// The pairs within clusters at the chosen threshold, where a source may have duplicates.
    let clustered: Accuracy?
    /// The share of clusters and persons that are the same, as F1.
    let wholeClusters: Double?
    /// How many links the bridge check cut.
    let cuts: Int
    /// The share of the true pairs among the candidates.
    let completeness: Double
    let candidates: Int
    /// The recall at the chosen threshold of each group.
    let byGroup: [String: Accuracy]
    let run: LinkageRun

    init(_ set: LinkageSet) throws {
        var settings = LinkerSettings()
        settings.floor = 0.01
        run = try Linker(settings: settings).run(set.table)
        threshold = run.threshold
        let links = run.scored.map(\.link)
        let evaluation = Evaluation(links: links, truth: set.truth)
        chosen = evaluation.accuracy(at: threshold)
        (bestThreshold, best) = evaluation.best
        if set.isOneToOne {
            let assigned = Evaluation(
                links: Assignment.oneToOne.chosen(among: links),
                truth: set.truth
            )
            oneToOne = assigned.best.accuracy
            oneToOneChosen = assigned.accuracy(at: threshold)
            clustered = nil
            wholeClusters = nil
            cuts = 0
        } else {
            let clusters = Clusters(links: links, count: set.table.count, threshold: threshold)
            clustered = Evaluation.accuracy(of: clusters.pairs, truth: set.truth)
            wholeClusters =
                ClusterAgreement(
                    clusters: clusters.assignment,
                    persons: Self.persons(set)
                ).f1
            cuts = clusters.cuts.count
            oneToOne = nil
            oneToOneChosen = nil
        }
        let plan = BlockingPlan(set.table, limits: settings.limits)
        let pairs = CandidatePairs(set.table, plan, scope: set.table.usualScope, threads: 1)
        var hits = 0
        unsafe pairs.forEachBatch { batch in
            hits += unsafe batch.count { set.truth.contains($0) }
        }
        completeness = Double(hits) / Double(set.truth.pairs.count)
        candidates = run.report.pairs
        let chosenPairs = links.filter { [threshold] in $0.probability >= threshold }.map(\.pair)
        byGroup =
            set.groups.isEmpty
            ? [:]
            : Evaluation.recall(of: chosenPairs, truth: set.truth) { set.groups[Int($0.left)] }
    }

    /// Who each row is, as the true pairs tell.
    private static func persons(_ set: LinkageSet) -> [UInt32] {
        Clusters(
            links: set.truth.pairs.map { Link(pair: $0, probability: 1) },
            count: set.table.count,
            threshold: 0,
            bridgeCheck: nil
        ).assignment
    }

    /// The groups that have enough pairs to be judged.
    var judgedGroups: [String: Accuracy] {
        byGroup.filter { $0.value.wanted >= LinkageGate.groupPairs }
    }

    /// What is below the gates, in words.
    func failures(_ name: String) -> [String] {
        var failures: [String] = []
        if let wanted = LinkageGate.pairs[name], best.f1 < wanted {
            failures.append("\(name), best F1 of pairs \(share(best.f1)), wanted \(share(wanted))")
        }
        if let wanted = LinkageGate.oneToOne[name], let oneToOne, oneToOne.f1 < wanted {
            failures.append("\(name), one to one \(share(oneToOne.f1)), wanted \(share(wanted))")
        }
        if best.f1 - chosen.f1 > LinkageGate.threshold {
            failures.append(
                "\(name), F1 at the chosen threshold \(share(chosen.f1)), best \(share(best.f1))"
            )
        }
        let highest = judgedGroups.map(\.value.recall).max() ?? 0
        for (group, accuracy) in judgedGroups.sorted(by: { $0.key < $1.key })
        where accuracy.recall < highest - LinkageGate.group {
            failures.append(
                "\(name), recall of \(group) \(share(accuracy.recall)), best served \(share(highest))"
            )
        }
        return failures
    }
}
