/// The choice of the best of all hierarchical models by an information criterion.
public struct ModelSearch: Selection {
    /// The number of lists.
    public let listCount: Int
    /// The most lists in a term.
    public let order: Int
    /// What makes a model better.
    public let criterion: InformationCriterion
    let lattice: ModelLattice

    /// The models that are compared, those with fewer terms first.
    public var models: [HierarchicalModel] { lattice.models }

    /// Lists the models.
    ///
    /// - Parameters:
    ///   - listCount: The number of lists: from 2 to 5, or 6 with order 2.
    ///   - order: The most lists in a term; those of all lists are never terms.
    ///   - criterion: What makes a model better.
    /// - Throws: ``SearchRefused`` when there are too many models.
    public init(
        listCount: Int,
        order: Int,
        criterion: InformationCriterion = .bic
    ) throws(SearchRefused) {
        self.listCount = listCount
        self.order = order
        self.criterion = criterion
        lattice = ModelLattice(
            models: try HierarchicalModel.all(listCount: listCount, order: order)
        )
    }

    /// Prepares to search in resamples of a table.
    ///
    /// - Parameter table: The counts as they were observed, from whose fits those of resamples begin.
    /// - Returns: A worker. One for a table of another number of lists never has an estimate.
    public func makeWorker(for table: CaptureTable) -> ModelSearchWorker {
        ModelSearchWorker(search: self, table: table)
    }

    /// Fits every model that has an estimate, and ranks them.
    ///
    /// - Parameter table: The counts.
    /// - Returns: The models, best first, with the code of each.
    /// - Throws: ``SearchRefused`` when the table has another number of lists.
    public func rank(_ table: CaptureTable) throws(SearchRefused) -> RankedModels {
        guard table.listCount == listCount else {
            throw .wrongListCount(search: listCount, table: table.listCount)
        }
        let newton = PoissonNewton(listCount: listCount)
        newton.load(table.counts)
        var existence = LatticeExistence(lattice)
        existence.load(table.counts, newton: newton)
        var ranked: [RankedModel] = []
        var codes: [ExistenceCode] = []
        var unreached = 0
        for (index, model) in models.enumerated() {
            guard existence.exists(index) else {
                codes.append(Existence.code(of: model, in: table.counts))
                continue
            }
            codes.append(.exists)
            newton.reset()
            guard newton.fit(model.terms) else {
                unreached += 1
                continue
            }
            ranked.append(
                RankedModel(model: model, newton: newton, counts: table.counts)
            )
        }
        return RankedModels(
            criterion: criterion,
            observed: table.observed,
            unranked: ranked,
            codes: codes,
            unreached: unreached
        )
    }
}
