import Foundation

/// Why a stored model cannot be used.
public enum ModelUnreadable: Error, Hashable, Sendable {
    /// It is no stored model.
    case notAModel
    /// It was stored by another version of this program.
    case otherVersion(Int)
    /// Its numbers do not fit together.
    case inconsistent

    /// What happened and what can be done.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .notAModel:
            language.pick(
                "This file is no linkage model.",
                "Este archivo no es un modelo de vinculación."
            )
        case .otherVersion(let version):
            language.pick(
                "This model is of version \(version), which this program does not read. Learn it again.",
                "Este modelo es de la versión \(version), que este programa no lee. Apréndalo de nuevo."
            )
        case .inconsistent:
            language.pick(
                "This model is damaged: its numbers do not fit together. Learn it again.",
                "Este modelo está dañado: sus números no concuerdan. Apréndalo de nuevo."
            )
        }
    }
}

extension LinkageModel {
    /// The version of what is stored.
    public static let storedVersion = 1

    /// The model as JSON in UTF-8, always the same for the same model.
    public func stored() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let stored = StoredModel(
            version: Self.storedVersion,
            features: space.features,
            mixture: mixture,
            threshold: threshold,
            quality: quality
        )
        // Nothing in it can fail to be written: all numbers are finite.
        return (try? encoder.encode(stored)).map(Array.init) ?? []
    }

    /// Reads a stored model.
    ///
    /// - Parameter stored: What ``stored()`` gave.
    /// - Throws: ``ModelUnreadable``.
    public init(stored: [UInt8]) throws(ModelUnreadable) {
        let stored = Data(stored)
        let decoder = JSONDecoder()
        guard let head = try? decoder.decode(StoredVersion.self, from: stored) else {
            throw .notAModel
        }
        guard head.version == Self.storedVersion else { throw .otherVersion(head.version) }
        guard let model = try? decoder.decode(StoredModel.self, from: stored) else {
            throw .notAModel
        }
        guard model.isConsistent else { throw .inconsistent }
        self.init(
            space: PatternSpace(features: model.features),
            mixture: model.mixture,
            threshold: model.threshold,
            quality: model.quality
        )
    }

    /// Whether a table has the features that the model knows, so that it can judge its pairs.
    public func fits(_ table: RecordTable) -> Bool { PatternSpace(table) == space }
}

private struct StoredVersion: Decodable {
    let version: Int
}

private struct StoredModel: Codable {
    let version: Int
    let features: [Feature]
    let mixture: Mixture
    let threshold: Double
    let quality: ModelQuality

    var isConsistent: Bool {
        guard 0...1 ~= threshold, !features.isEmpty else { return false }
        var patterns = 1
        for feature in features {
            guard feature.levels.count > 1, feature.levels[0].finding == .missing,
                feature.columns.allSatisfy({ $0 >= 0 })
            else { return false }
            patterns *= feature.levels.count
            guard patterns <= 1 << 32 else { return false }
        }
        let places = features.reduce(0) { $0 + $1.levels.count }
        let classes = mixture.classes
        return classes.first == .same && classes.last == .unrelated
            && Set(classes).count == classes.count
            && mixture.shares.count == classes.count && mixture.levels.count == classes.count
            && mixture.shares.allSatisfy { 0 < $0 && $0 <= 1 }
            && mixture.levels.allSatisfy { row in
                row.count == places && row.allSatisfy { Mixture.floor...1 ~= $0 }
            }
    }
}
