extension LinkageModel {
    /// The built-in model, for tables too small to learn from.
    ///
    /// - Parameters:
    ///   - space: The features.
    ///   - records: Among how many records a person is looked for, 2 and more. One in ten is taken to
    ///     have another record of the same person among them.
    /// - Returns: The model; its threshold is 0.5.
    public static func standard(for space: PatternSpace, records: Int = 1_000) -> LinkageModel {
        let classes = PairClass.allCases.filter { $0.isTold(by: space.features) }
        let others = Double(max(2, records))
        var shares = classes.map { kind -> Double in
            switch kind {
            case .same: 0.1 / others
            case .namesake: 0.3 / others
            case .relative: 1 / others
            case .neighbour: 0.01
            case .community: 0.1
            case .unrelated: 1
            }
        }
        let sum = shares.reduce(0, +)
        shares = shares.map { $0 / sum }
        let levels = classes.map { kind in space.features.flatMap { distribution(of: $0, in: kind) }
        }
        return LinkageModel(
            space: space,
            mixture: Mixture(classes: classes, shares: shares, levels: levels)
        )
    }

    private static func distribution(of feature: Feature, in kind: PairClass) -> [Double] {
        let chance = ChanceLevels.shares(of: feature)
        var alike = TypicalLevels.shares(of: feature)
        if kind == .namesake {
            // By chance it is mostly common names that agree.
            let agreeing = zip(feature.levels, chance).map { $0.finding.isAgreement ? $1 : 0 }
            let sum = agreeing.reduce(0, +)
            if sum > 0 { alike = agreeing.map { $0 / sum } }
        }
        let part = MixtureStart.leaning(kind, feature.kind)
        return zip(feature.levels, zip(alike, chance)).map { level, shares in
            level.finding == .missing
                ? 1 : max(Mixture.floor, part * shares.0 + (1 - part) * shares.1)
        }
    }
}

extension Level.Finding {
    /// Whether it is an agreement in all that both say.
    fileprivate var isAgreement: Bool {
        switch self {
        case .same, .oneSaysMore, .otherSpelling, .soundsAlike, .nickname: true
        default: false
        }
    }
}
