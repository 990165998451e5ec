/// Why a file is not an indicator set: everything found, not only the first.
package struct IndicatorSetInvalid: Error, Hashable, Sendable {
    package struct Problem: Hashable, Sendable {
        /// The code of the indicator or dimension; `indicators[3]` when it has none that can be
        /// shown; empty when the problem is of the whole set.
        package let place: String
        package let kind: Kind

        package init(_ place: String, _ kind: Kind) {
            self.place = place
            self.kind = kind
        }
    }

    package enum Kind: Hashable, Sendable {
        /// More bytes than ``IndicatorSet/maximumBytes``.
        case tooLarge
        /// Not JSON, or not of the expected type at this path.
        case unreadable(path: String)
        /// A field is absent or blank; `text.en` when one language is.
        case missing(field: String)
        /// A field is too long, has characters that are not allowed or a value that is not known.
        case malformed(field: String)
        case duplicateCode
        case duplicateDimension
        /// The indicator names a dimension that the set does not list.
        case unknownDimension
        /// The dimension is listed and no indicator belongs to it.
        case emptyDimension
        /// The set has no indicators, or more than ``IndicatorSet/maximumIndicators``.
        case indicatorCount
        /// The field must be there by the set's method.
        case requiredByMethod(field: String)
        /// The field must not be there by the set's method.
        case forbiddenByMethod(field: String)
        /// A set of elements asks nothing about this one.
        case elementNotAsked(PalermoElement)
        /// The library holds this version of the set already.
        case duplicateSet
        /// Another set of the library has an indicator with this code.
        case codeTaken
        /// Only the built-in set asks for the elements directly.
        case elementsAreBuiltIn
    }

    /// The file, or the id of the set when it came from no file.
    package let file: String
    /// Never empty.
    package let problems: [Problem]

    package init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }
}
