/// The models of a search, with which of them extend which by one term.
struct ModelLattice: Sendable {
    /// The models, those with fewer terms first.
    let models: [HierarchicalModel]
    /// The terms of each model as a set of masks.
    let termSets: [UInt64]
    /// Every term that some model has, as a set of masks.
    let allTerms: UInt64
    private let extensions: [Int32]
    private let extensionStarts: [Int]

    init(models: [HierarchicalModel]) {
        self.models = models
        termSets = models.map { model in model.terms.reduce(0) { $0 | 1 << UInt64($1) } }
        allTerms = termSets.reduce(0, |)
        let index = Dictionary(
            uniqueKeysWithValues: zip(termSets, models.indices.map(Int32.init))
        )
        var extensions: [Int32] = []
        var starts = [0]
        for set in termSets {
            var missing = allTerms & ~set
            while missing != 0 {
                let term = missing & (~missing &+ 1)
                if let larger = index[set | term] { extensions.append(larger) }
                missing ^= term
            }
            starts.append(extensions.count)
        }
        self.extensions = extensions
        extensionStarts = starts
    }

    /// The models that have just one term more than this one.
    func extensions(of model: Int) -> ArraySlice<Int32> {
        extensions[extensionStarts[model]..<extensionStarts[model + 1]]
    }
}
