/// One of the three elements of trafficking in persons (Palermo Protocol, article 3 a).
package enum PalermoElement: String, Codable, CaseIterable, Sendable {
    /// Recruitment, transportation, transfer, harbouring or receipt.
    case act
    /// Threat or use of force, other coercion, abduction, fraud, deception, abuse of power, abuse of
    /// a position of vulnerability, or payment for the consent of whoever has control of a person.
    case means
    /// Exploitation, at least in the forms that the article lists.
    case purpose
}

/// What a screening shows of an element, or of all the elements needed.
package enum ElementState: String, Codable, CaseIterable, Sendable {
    case present
    case missing
    case notEnoughInformation
}
