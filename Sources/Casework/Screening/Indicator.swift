/// One question of an indicator set.
package struct Indicator: Encodable, Hashable, Sendable {
    /// Lower-case letters, digits, hyphens and full stops; no other set of a library has it.
    package let code: String
    package let text: Wording
    package let help: Wording?
    /// The elements that a yes speaks for: exact in a set of elements, proposed in a list.
    package let palermo: [PalermoElement]
    package let dimension: Dimension?
    /// Absent when the source gives the indicator no strength for adults.
    package let strengthAdult: Strength?
    /// Absent when the source does not use the indicator for children.
    package let strengthChild: Strength?

    package func strength(forChild: Bool) -> Strength? {
        forChild ? strengthChild : strengthAdult
    }

    /// Whether an answer to this indicator says something of the element.
    package func bears(on element: PalermoElement) -> Bool {
        palermo.contains(element) || dimension?.element == element
    }
}
