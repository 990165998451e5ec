package import Casework

/// Everything that can be done or seen; each page and each command names one.
package enum Act: String, Codable, CaseIterable, Sendable {
    // Without signing in.
    case signIn, verifyRecord
    // Seeing.
    case seeHome, seeEncounters, seeScreenings, seeDossiers, seeReferrals, seeDocuments
    case seeDirectory, seeFigures, seeRecord, seeMembers, seeFlags, seeAccount
    // Doing.
    case registerEncounter, screen, recordConsent, openDossier, writeSection, openSection
    case sendReferral, answerReferral, reviewFlag
    case receiveDocument, decideDraft
    case seeEstimates, drawList, enterOverlap, makeEstimate, publishEstimate, withdrawEstimate
    case seeSamePerson, decideSamePerson
    case enrolMember, endMembership, admitAgency, changePassword
    case renewKey, retireKey, renewAgencyKey, retireAgency
}

/// A command that names the act it is; nothing is carried out that does not.
package protocol Permitted: Command {
    static var act: Act { get }
}

extension RegisterEncounter: Permitted { package static var act: Act { .registerEncounter } }
extension StartScreening: Permitted { package static var act: Act { .screen } }
extension AnswerScreening: Permitted { package static var act: Act { .screen } }
extension ConcludeScreening: Permitted { package static var act: Act { .screen } }
extension RecordConsent: Permitted { package static var act: Act { .recordConsent } }
extension OpenDossier: Permitted { package static var act: Act { .openDossier } }
extension WriteSection: Permitted { package static var act: Act { .writeSection } }
extension OpenSections: Permitted { package static var act: Act { .openSection } }
extension SendReferral: Permitted { package static var act: Act { .sendReferral } }
extension AcceptReferral: Permitted { package static var act: Act { .answerReferral } }
extension DeclineReferral: Permitted { package static var act: Act { .answerReferral } }
extension ReviewFlag: Permitted { package static var act: Act { .reviewFlag } }
extension ReceiveDocument: Permitted { package static var act: Act { .receiveDocument } }
extension DecideDraft: Permitted { package static var act: Act { .decideDraft } }
extension DrawList: Permitted { package static var act: Act { .drawList } }
extension EnterOverlap: Permitted { package static var act: Act { .enterOverlap } }
extension AskForEstimate: Permitted { package static var act: Act { .makeEstimate } }
extension DecidePair: Permitted { package static var act: Act { .decideSamePerson } }
extension WithdrawEstimate: Permitted { package static var act: Act { .withdrawEstimate } }
