/// Why a command was not carried out; nothing changed.
package enum Refusal: Error, Hashable, Codable, Sendable {
    /// There is no such thing, or this agency cannot see it: the two look alike on purpose.
    case notFound
    /// A required field is empty.
    case missing(field: String)
    /// A field is longer than it may be.
    case tooLong(field: String, limit: Int)
    /// A field holds something it cannot be.
    case invalid(field: String)
    case screeningAlreadyConcluded
    case screeningNotConcluded
    case consentRefused
    case consentExpired
    case consentMissing
    /// The consent lets the agency open no section that was written.
    case consentCoversNothing
    case dossierAlreadyOpen
    case sectionNotHeld
    case sectionEmpty
    case agencyTakesNoReferrals
    case referralToOneself
    case referralAlreadyAnswered
    case referralAlreadyWaiting
    case draftAlreadyDecided
    case accountNameTaken
    case passwordTooShort
    case passwordTooCommon
    case wrongPassword
    case lastCoordinator
    case documentAlreadyHere
}

/// Checks that a text is there when it must be, and no longer than it may be.
///
/// - Returns: the text without white space at its ends.
package func checked(
    _ text: String,
    _ field: String,
    required: Bool = true,
    limit: Int = 4000
) throws(Refusal) -> String {
    let trimmed = text.trimmed
    if required, trimmed.isEmpty { throw .missing(field: field) }
    if trimmed.unicodeScalars.count > limit { throw .tooLong(field: field, limit: limit) }
    return trimmed
}

extension String {
    /// Without white space or line breaks at either end.
    package var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
