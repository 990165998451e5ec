import Foundation

/// What is doubtful about a model that was learned, in words; nothing when nothing is.
public struct ModelQuality: Hashable, Codable, Sendable {
    /// Something a person should know before trusting the links.
    public enum Doubt: Hashable, Codable, Sendable {
        /// Fewer pairs of one person are expected than a model can be learned from; what the program
        /// brings along counts more than the table.
        case fewMatches(expected: Int)
        /// Even at the best threshold, the expected F1 of the links is low.
        case notSeparated(f1: Double)
        /// So many pairs of one person are expected for each record that the model may have taken
        /// resemblance for identity.
        case manyMatches(perRecord: Double)
        /// Learning had not settled when it was stopped.
        case notSettled
        /// A feature speaks against one person when it agrees.
        case upsideDown(feature: String)
        /// The columns cannot tell two persons of one name from one.
        case namesakes
    }

    /// What is doubtful.
    public let doubts: [Doubt]

    init(doubts: [Doubt] = []) {
        self.doubts = doubts
    }

    /// Whether nothing is.
    public var isGood: Bool { doubts.isEmpty }
}

extension ModelQuality {
    /// With fewer true pairs a doubt is raised.
    private static let fewestMatches = 30.0
    /// With a lower expected F1 a doubt is raised.
    private static let lowestF1 = 0.8
    /// With more true pairs for each record a doubt is raised.
    private static let mostPerRecord = 20.0

    /// Looks for what is doubtful about a model that was learned from candidates.
    init(of model: LinkageModel, expected: ExpectedAccuracy, records: Int, isSettled: Bool) {
        var doubts: [Doubt] = []
        if !isSettled { doubts.append(.notSettled) }
        if expected.matches < Self.fewestMatches {
            doubts.append(.fewMatches(expected: Int(expected.matches.rounded())))
        }
        if let precision = expected.precision(at: model.threshold),
            let recall = expected.recall(at: model.threshold), precision + recall > 0
        {
            let f1 = 2 * precision * recall / (precision + recall)
            if f1 < Self.lowestF1 { doubts.append(.notSeparated(f1: f1)) }
        }
        let perRecord = expected.matches / Double(records)
        if perRecord > Self.mostPerRecord { doubts.append(.manyMatches(perRecord: perRecord)) }
        for feature in model.space.features
        where feature.kind != .nameOrder && model.weightOfAgreement(in: feature) < 0 {
            doubts.append(.upsideDown(feature: feature.name))
        }
        let hasNames = model.space.features.contains { $0.kind == .surnames }
        if hasNames, !model.classes.contains(.namesake) { doubts.append(.namesakes) }
        self.init(doubts: doubts)
    }
}

extension LinkageModel {
    /// The weight in bits of all ways of agreeing wholly, against unrelated people; 0 without such.
    fileprivate func weightOfAgreement(in feature: Feature) -> Double {
        guard let index = space.features.firstIndex(of: feature) else { return 0 }
        let places = feature.levels.indices.filter { feature.levels[$0].finding == .same }
        func share(_ kind: Int) -> Double {
            places.reduce(0) { $0 + mixture.levels[kind][offsets[index] + $1] }
        }
        let (same, unrelated) = (share(0), share(classes.count - 1))
        return same > 0 && unrelated > 0 ? log2(same / unrelated) : 0
    }
}
