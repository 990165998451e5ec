import Foundation

/// Why a method gave no result.
enum MethodStopped: Error {
    /// No model has an estimate that exists and is identified.
    case noEstimate
    /// The task was cancelled.
    case cancelled
}

extension EstimationRun {
    /// Runs a method.
    ///
    /// - Returns: Its result; nil when the method does not apply to so many lists, or is the lower bound,
    ///   which every report has.
    func run(
        _ name: MethodResult.Name,
        _ progress: (@Sendable (EstimationProgress) -> Void)?
    ) async -> Result<MethodResult?, MethodStopped> {
        progress?(EstimationProgress(step: .method(name), done: 0, of: 1))
        let told: @Sendable (Int, Int) -> Void = { done, all in
            progress?(EstimationProgress(step: .method(name), done: done, of: all))
        }
        do throws(MethodStopped) {
            switch name {
            case .stepwise: return .success(try await stepwise(told))
            case .bic: return .success(try await bestModel(told))
            case .decomposable: return .success(decomposable())
            case .latentClass: return .success(try await latentClass(told))
            case .chao, .chaoCorrected, .zelterman, .truncatedPoisson: return .success(nil)
            }
        } catch {
            return .failure(error)
        }
    }

    private func stepwise(
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MethodStopped) -> MethodResult {
        var worker = Stepwise().makeWorker(for: table)
        guard worker.estimate(table.counts) != nil else { throw .noEstimate }
        let model = HierarchicalModel(listCount: table.listCount, terms: worker.chosen)
        var result = MethodResult(.stepwise)
        result.order = 2
        result.terms = worker.chosen.map(named)
        result.unresolved = worker.unresolved.map(named)
        try describe(model, in: &result)
        try await bootstrap(
            Stepwise(),
            resamples: settings.resamples ?? EstimationSettings.standardResamples,
            into: &result,
            progress
        )
        return result
    }

    private func bestModel(
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MethodStopped) -> MethodResult? {
        let order = ModelSearch.affordableOrder(settings.order, listCount: table.listCount)
        guard let search = try? ModelSearch(listCount: table.listCount, order: order),
            let ranked = try? search.rank(table)
        else { return nil }
        guard let best = ranked.best else { throw .noEstimate }
        var result = MethodResult(.bic)
        result.order = order
        result.compared = ranked.codes.count
        result.terms = best.model.interactions.map(named)
        result.averages = [ranked, ranked.ranked(by: .aic)].compactMap(CriterionAverage.init)
        result.mean = ranked.average?.mean
        result.unreached = ranked.unreached
        try describe(best.model, in: &result)
        // A resample of 6 lists searches 32,768 models: all of 20,000 would take minutes.
        let affordable = EstimationSettings.standardResamples * 10_240 / ranked.codes.count
        try await bootstrap(
            search,
            resamples: settings.resamples
                ?? min(EstimationSettings.standardResamples, affordable),
            into: &result,
            progress
        )
        return result
    }

    private func decomposable() -> MethodResult? {
        guard let averaging = try? DecomposableAveraging(table: table) else { return nil }
        let posterior = averaging.posterior()
        var result = MethodResult(.decomposable)
        result.estimate = posterior.median
        result.median = posterior.median
        result.mean = posterior.mean
        result.interval = Interval(posterior)
        if posterior.isOpen {
            result.note = Wording(
                "Los datos no ponen un máximo: la media depende de dónde se deja de calcular.",
                "The data set no upper end: the mean hangs on where the reckoning stops."
            )
        }
        result.delta = posterior.delta
        result.modes = posterior.modes.map(\.people)
        result.compared = posterior.graphs.count
        result.topGraph = posterior.topGraph.map { "[\($0.graph.label)]" }
        result.topProbability = posterior.topGraph?.probability
        result.priors = averaging.sensitivity().map {
            PriorResult(delta: $0.delta, median: $0.median, interval: Interval($0))
        }
        return result
    }

    private func latentClass(
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MethodStopped) -> MethodResult? {
        guard let sampler = try? LatentClass(table: table, seed: settings.seed) else { return nil }
        let found: LatentClassResult
        do throws(CancellationError) {
            found = try await sampler.run(threads: settings.threads, progress: progress)
        } catch {
            throw .cancelled
        }
        return MethodResult(found, chains: sampler.chains)
    }

    private func describe(
        _ model: HierarchicalModel,
        in result: inout MethodResult
    ) throws(MethodStopped) {
        guard let fit = try? LogLinear.fit(model, to: table) else { throw .noEstimate }
        result.estimate = fit.estimate
        result.model = model.label
        result.existence = ExistenceCode.exists.rawValue
        result.deviance = fit.deviance
        result.wald = fit.waldInterval()
        result.profile = try? ProfileLikelihood.interval(model, table).interval
        if fit.degreesOfFreedom > 0 {
            result.fitProbability = ChiSquare.upperTail(
                fit.deviance,
                degreesOfFreedom: fit.degreesOfFreedom
            )
        }
    }

    private func bootstrap(
        _ selection: some Selection,
        resamples: Int,
        into result: inout MethodResult,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MethodStopped) {
        let bootstrap = Bootstrap(
            table: table,
            resamples: resamples,
            seed: settings.seed,
            threads: settings.threads
        )
        let found: BootstrapResult
        do throws(BootstrapStopped) {
            found = try await bootstrap.run(selection, progress: progress)
        } catch {
            switch error {
            case .noEstimate: throw .noEstimate
            case .cancelled: throw .cancelled
            }
        }
        result.resamples = resamples
        result.failed = found.failed
        result.acceleration = found.acceleration
        result.z0 = found.z0
        var reasons: [NoInterval] = []
        result.bca = Self.interval(&reasons) { () throws(NoInterval) in
            try found.bca(level: 0.95)
        }
        result.percentile = Self.interval(&reasons) { () throws(NoInterval) in
            try found.percentile(level: 0.95)
        }
        let ends = [result.bca, result.percentile].compactMap { $0 }
        result.interval = ends.reduce(nil) { $0?.hull($1) ?? $1 }
        result.note = reasons.first?.words
    }

    /// An interval, also one that does not hold its estimate; what is wrong with it is kept.
    private static func interval(
        _ reasons: inout [NoInterval],
        _ make: () throws(NoInterval) -> Interval
    ) -> Interval? {
        do throws(NoInterval) {
            return try make()
        } catch {
            reasons.append(error)
            guard case .estimateOutside(let interval) = error else { return nil }
            return interval
        }
    }

    private func named(_ term: Int) -> String { table.names(in: term).joined(separator: ":") }
}

extension Interval {
    /// The 95 % of a posterior over graphs, without an upper end where the data set none.
    init(_ posterior: Posterior) {
        self = posterior.interval(level: 0.95)
        if posterior.isOpen { high = .infinity }
    }
}

extension MethodResult {
    /// The method without any number, where a refusal holds against it too.
    var withheld: MethodResult {
        var result = MethodResult(name)
        result.note = Wording(
            "No se da: las razones del rechazo valen también para ella.",
            "Not given: the reasons of the refusal hold against it too."
        )
        return result
    }

    /// What latent classes make of a table; without an estimate where the chains do not agree.
    init(_ found: LatentClassResult, chains: Int) {
        self.init(.latentClass)
        rHat = found.rHat.ifFinite
        effectiveSize = found.effectiveSize.ifFinite
        rejectedShare = found.rejectedShare
        self.chains = chains
        if found.isMixed {
            estimate = found.median
            median = found.median
            mean = found.mean
            interval = found.interval(level: 0.95)
        } else {
            note = Wording(
                "Las cadenas no coinciden: no hay estimación.",
                "The chains do not agree: there is no estimate."
            )
        }
    }
}
