/// A versioned list of questions for a screening, with where it is published and how it is read.
///
/// A value of this type has passed every check of ``IndicatorSetInvalid``; there is no other way
/// to make one.
package struct IndicatorSet: Encodable, Hashable, Sendable {
    /// How the answers to a set are read.
    package enum Method: String, Codable, CaseIterable, Sendable {
        /// Each question asks directly for exactly one element of the Palermo Protocol.
        case elements
        /// No strengths are published; an indicator may be tagged with elements.
        case list
        /// Each indicator has strengths in one dimension, and each dimension is judged by a rule.
        case dimensions
    }

    package enum Audience: String, Codable, CaseIterable, Sendable {
        case adult
        case child
        case any
    }

    /// How well what the set says was checked against its source.
    package enum SourceMark: String, Codable, CaseIterable, Sendable {
        /// Read in the document that `source` names first.
        case primary
        /// Known only from a document that cites the source.
        case secondary
        /// Set down from memory, to be confirmed before it is relied on.
        case memory
    }

    package struct DimensionTitle: Encodable, Hashable, Sendable {
        package let id: Dimension
        package let title: Wording
    }

    package let id: String
    package let version: String
    package let method: Method
    package let appliesTo: Audience
    package let title: Wording
    package let source: Wording
    package let sourceMark: SourceMark
    package let note: Wording
    package let dimensions: [DimensionTitle]
    package let indicators: [Indicator]

    /// The name of this version of the set, as a screening records it: `id@version`.
    package var versionedID: String { "\(id)@\(version)" }

    package func applies(to age: AgeBand) -> Bool {
        switch appliesTo {
        case .any: true
        case .child: age.isTreatedAsChild
        case .adult: !age.isTreatedAsChild
        }
    }

    package func title(of dimension: Dimension) -> Wording? {
        dimensions.first { $0.id == dimension }?.title
    }

    package func indicator(_ code: String) -> Indicator? {
        indicators.first { $0.code == code }
    }
}
