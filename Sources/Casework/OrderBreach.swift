/// An entry that stands before what it rests on, or without it.
package struct OrderBreach: Hashable, Codable, Sendable {
    /// The entry that is out of order.
    package let position: UInt64
    package let rule: Rule

    package init(position: UInt64, rule: Rule) {
        self.position = position
        self.rule = rule
    }

    /// The rule that it breaks.
    package enum Rule: String, Codable, CaseIterable, Sendable {
        /// A file was opened without a consent of the person, or under one that had ended.
        case dossierWithoutConsent
        /// A section was promised to an agency without a consent recorded before.
        case grantWithoutConsent
        /// Keys were promised or handed over when the consent had ended, or a newer one had replaced it.
        case grantAfterConsent
        /// The consent does not name that section for that agency.
        case grantBeyondConsent
        /// The consent does not say what for.
        case grantWithoutPurpose
        /// There was no referral to that agency to promise anything under.
        case grantWithoutReferral
        /// A section was opened by an agency that neither wrote it nor had been granted it.
        case openingWithoutGrant
        /// A referral was answered that had not been sent.
        case answerBeforeSending
        /// Another agency than the one asked answered.
        case answerByAnother
        case answeredTwice
        /// A section was written in another agency's part.
        case writtenForAnother
    }
}
