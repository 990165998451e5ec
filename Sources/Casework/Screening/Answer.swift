/// What was answered to one indicator.
package enum Answer: String, Codable, CaseIterable, Sendable {
    case yes
    case no
    /// It was asked, and the person does not know or cannot say.
    case unknown
    case notAsked

    /// Whether a later answer may still turn this one into a yes.
    package var isOpen: Bool { self == .unknown || self == .notAsked }
}
