import Foundation

/// The number of people by a mixture of latent classes with a Dirichlet-process prior.
///
/// Each person belongs to one of some classes that nobody sees; within a class the lists take people
/// independently. The model is that of Manrique-Vallier (*Bayesian population size estimation using
/// Dirichlet process mixtures*, Biometrics 72, 2016), known from the R package LCMCR: the probability of
/// each list in each class has the law Beta(1, 1); the shares of the classes come from pieces broken off a
/// stick, v_k ~ Beta(1, α), cut off at some number of classes; α ~ Gamma(1/4, rate 1/4); and the number of
/// all people *N* has the prior 1/*N*, cut off at 21 times those seen.
///
/// **It is here to detect disagreement, not to publish a number from.** Where people of five tables of
/// trafficking were a population of known size, its nominal 95% intervals held the truth in 60% of cases
/// (Binette and Steorts, *On the reliability of multiple systems estimation for the quantification of
/// modern slavery*, 2022), fewer than any other method, and mostly too low. Its law may have several
/// humps between which a chain does not cross in any time one would wait: each chain then looks well, and
/// only several chains that began far apart show that they disagree. Without a disagreement, that it
/// falls beside the other methods says that classes of people do not change their answer.
public struct LatentClass: Sendable {
    /// The most people seen that the sampler takes.
    public static let greatestObserved = 1e8

    /// The most histories with people of a table that is given all its sweeps; those of more take longer
    /// each.
    public static let manyHistories = 100

    /// The table; counts are rounded to whole people.
    public let table: CaptureTable
    /// The number of chains.
    public let chains: Int
    /// The seed; chain *i* draws from stream *i*.
    public let seed: UInt64
    /// The most classes that there may be.
    public let classes: Int
    /// The sweeps of each chain before any is kept.
    public let burnIn: Int
    /// The number of sweeps kept of each chain.
    public let draws: Int
    /// How many sweeps there are for each one kept.
    public let thinning: Int

    let shape = 0.25
    let rate = 0.25
    /// The most people never seen that are thought of.
    let greatestUnseen: Double

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - table: A table of 3 lists or more.
    ///   - chains: The number of chains, 2 to 1 000; with fewer than 8 a hump is easily missed.
    ///   - seed: The seed.
    ///   - classes: The most classes, 1 to 100; with 1 the lists are independent.
    ///   - burnIn: The sweeps of each chain before any is kept, from 0 up.
    ///   - draws: The sweeps kept of each chain, from 8 up.
    ///   - thinning: How many sweeps there are for each one kept, from 1 up; nil is 40 for tables of up
    ///     to ``manyHistories`` histories and fewer, in inverse proportion, for those of more, so that no
    ///     table takes minutes. Whether so many were enough is for R̂ to say.
    /// - Throws: ``LatentClassRefused`` with the first thing that is wrong.
    public init(
        table: CaptureTable,
        chains: Int = 8,
        seed: UInt64,
        classes: Int = 10,
        burnIn: Int = 4_000,
        draws: Int = 1_000,
        thinning: Int? = nil
    ) throws(LatentClassRefused) {
        guard table.listCount >= 3 else { throw .listCount(table.listCount) }
        let people = table.counts.reduce(0) { $0 + $1.rounded() }
        guard (1...Self.greatestObserved).contains(people) else { throw .observed(table.observed) }
        guard (1...100).contains(classes) else { throw .classes(classes) }
        guard (2...1_000).contains(chains) else { throw .chains(chains) }
        let histories = table.counts.count { $0 > 0 }
        let thinning =
            thinning ?? max(4, 40 * Self.manyHistories / max(Self.manyHistories, histories))
        guard burnIn >= 0, draws >= 8, thinning >= 1 else { throw .draws }
        self.table = table
        self.chains = chains
        self.seed = seed
        self.classes = classes
        self.burnIn = burnIn
        self.draws = draws
        self.thinning = thinning
        greatestUnseen = 20 * people
    }
}
