package import Casework
package import Estimation

extension EstimatedNumbers {
    /// What of a report may be published.
    ///
    /// - Throws: `Refusal.estimateRefused` if the gates let no number through, or none that has two
    ///   ends.
    init(_ report: EstimationReport, of run: EstimateRun, from table: OverlapTable) throws(Refusal)
    {
        let verdict: Verdict
        switch report.verdict {
        case .refused: throw .estimateRefused
        case .indicative: verdict = .indicative
        case .sound: verdict = .sound
        }
        let shown = report.forPublication()
        guard let range = shown.range, let low = Int(exactly: range.low),
            let high = Int(exactly: range.high)
        else { throw .estimateRefused }
        self.init(
            verdict: verdict,
            atLeast: shown.least.flatMap { Int(exactly: $0) } ?? shown.observed,
            low: low,
            high: high,
            methods: shown.methods.map { Method($0, in: shown) },
            reasons: shown.reasons.map { Casework.Wording($0.publicWords) },
            caveats: shown.accompanying.map { Casework.Wording($0) },
            seed: run.seed,
            resamples: report.resamples,
            version: report.version,
            inputs: table.inputsHash
        )
    }
}

extension EstimatedNumbers.Method {
    fileprivate init(_ result: MethodResult, in report: EstimationReport) {
        let number = result.isLowerBound ? report.least : result.estimate
        let interval = result.isLowerBound ? nil : result.interval
        self.init(
            name: result.name.rawValue,
            estimate: number.flatMap { Int(exactly: $0) },
            low: interval.flatMap { Int(exactly: $0.low) },
            high: interval.flatMap { Int(exactly: $0.high) }
        )
    }
}

extension MethodResult {
    /// Whether the method says *at least* and no more; then what it says is the report's `least`.
    package var isLowerBound: Bool { name == .chao }
}

extension Casework.Wording {
    package init(_ wording: Estimation.Wording) {
        self.init(es: wording.es, en: wording.en)
    }
}
