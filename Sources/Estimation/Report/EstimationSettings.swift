/// How a table is to be estimated from.
public struct EstimationSettings: Hashable, Sendable {
    /// How many resamples a bootstrap draws unless somebody asks otherwise.
    public static let standardResamples = 20_000

    /// The most lists that a term can have, where all models are to be listed.
    ///
    /// - Parameter listCount: The number of lists.
    /// - Returns: One less than the lists, and 2 where higher orders would be millions of models.
    public static func highestOrder(listCount: Int) -> Int {
        max(1, listCount > HierarchicalModel.enumerable.anyOrder ? 2 : listCount - 1)
    }

    /// The methods to run; leaving out a headline method is a warning.
    public var methods: Set<MethodResult.Name>
    /// How many resamples each bootstrap draws; nil draws ``standardResamples``, and fewer where many
    /// models are searched in each.
    public var resamples: Int?
    /// The seed of all random numbers.
    public var seed: UInt64
    /// The highest order of terms among the models compared by BIC; nil takes what the number of lists
    /// allows.
    public var order: Int?
    /// How many threads work; the numbers do not depend on it.
    public var threads: Int

    /// Creates settings.
    ///
    /// - Parameters:
    ///   - methods: The methods to run; the lower bound is always given.
    ///   - resamples: How many resamples each bootstrap draws, from 0 up; nil leaves it to the methods.
    ///   - seed: The seed of all random numbers.
    ///   - order: The highest order of terms, from 1 up to the number of lists less 1.
    ///   - threads: How many threads work, from 1 up.
    public init(
        methods: Set<MethodResult.Name> = [.stepwise, .bic, .decomposable, .latentClass, .chao],
        resamples: Int? = nil,
        seed: UInt64 = 1,
        order: Int? = nil,
        threads: Int = 1
    ) {
        self.methods = methods
        self.resamples = resamples
        self.seed = seed
        self.order = order
        self.threads = threads
    }
}
