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
    /// Somebody changed the same thing in between; doing it again works.
    case changedMeanwhile
    /// The agency that founded the coalition cannot be retired: nobody could admit anyone after it.
    case foundingAgency
    /// A flag about one's own opening is for others to review.
    case ownOpening
    /// A table of overlaps in which nobody is counted.
    case overlapEmpty
    /// The gates let no number through: there is nothing to publish.
    case estimateRefused
    /// The estimate is still being reckoned.
    case estimateNotReady
    case estimateAlreadyPublished
    case estimateAlreadyWithdrawn
    case pairAlreadyDecided
    case pairNotDecided
    /// Both are persons of several files or encounters, and the member did not say to be sure.
    case mergeJoinsGroups
    /// Somebody kept two of those apart, and the member did not say to be sure.
    case mergeContradicts
}
