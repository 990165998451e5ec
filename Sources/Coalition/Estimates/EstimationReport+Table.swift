package import Casework
package import Estimation

extension EstimationReport {
    /// Reckons a run, on one thread.
    ///
    /// - Throws: `TableRefused` if the table is none, as one that this program never wrote may be;
    ///   `CancellationError`.
    static func make(
        of table: OverlapTable,
        _ run: EstimateRun,
        progress: @escaping @Sendable (_ step: Estimation.Wording, _ share: Double) -> Void
    ) async throws -> EstimationReport {
        let work = EstimationRun(
            try CaptureTable(lists: table.lists.map(\.name), counts: table.counts.map(Double.init)),
            settings: EstimationSettings(run),
            declarations: Declarations(table)
        )
        return try await work.report { told in
            progress(told.words, told.of > 0 ? Double(told.done) / Double(told.of) : 0)
        }
    }
}

extension EstimationSettings {
    /// What a run asks for, on one thread.
    fileprivate init(_ run: EstimateRun) {
        self.init(resamples: run.resamples, seed: UInt64(run.seed), threads: 1)
        if let names = run.methods { methods = Set(names.compactMap(MethodResult.Name.init)) }
    }
}

extension AskForEstimate {
    /// Asks for an estimate of a table with the methods and resamples of some settings.
    package init(_ table: OverlapID, seed: Int, _ settings: EstimationSettings) {
        self.init(
            table: table,
            seed: seed,
            resamples: settings.resamples,
            methods: MethodResult.Name.allCases.filter(settings.methods.contains).map(\.rawValue)
        )
    }
}

extension Declarations {
    /// What whoever entered a table said of it.
    init(_ table: OverlapTable) {
        let referred = table.lists.filter { $0.making == .mostlyReferrals }.map(\.name)
        let isSaid = table.lists.allSatisfy { $0.making != .notKnown }
        self.init(
            samePopulation: table.samePopulation.declared,
            referredLists: isSaid || !referred.isEmpty ? referred : nil,
            population: "\(table.population) (\(table.definition))",
            place: table.place,
            window: "\(table.window.start.localDay) – \(table.window.last.localDay)",
            linkage: "\(table.linkage) (\(table.linkedBy))",
            reviewer: nil
        )
    }
}

extension SamePopulation {
    fileprivate var declared: Bool? {
        switch self {
        case .yes: true
        case .no: false
        case .notKnown: nil
        }
    }
}

extension Moment {
    /// The day by the clocks of central Mexico, `2026-11-24`.
    fileprivate var localDay: String {
        String(adding(hours: Moment.localHoursFromUTC).iso.prefix(10))
    }
}
