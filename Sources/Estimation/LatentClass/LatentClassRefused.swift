/// Why a table cannot be given to the latent-class sampler.
public enum LatentClassRefused: Error, Hashable, Sendable {
    /// There are fewer than 3 lists: of two, nothing tells classes from numbers.
    case listCount(Int)
    /// No person, or more than ``LatentClass/greatestObserved``.
    case observed(Double)
    /// There is no class, or there are more than 100.
    case classes(Int)
    /// There are fewer than 2 chains, or more than 1 000.
    case chains(Int)
    /// There are fewer than 8 draws of a chain to keep, thinning is below 1, or sweeps are below 0.
    case draws
}
