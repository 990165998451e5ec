import Casework
import Coalition

/// One step of a dossier's course: what one entry says, or a deadline that passed without one.
struct CourseStep: Encodable, Sendable {
    enum Kind: String, Encodable, Sendable {
        case dossierOpened, sectionWritten, sectionOpened
        case referralSent, referralAccepted, referralDeclined
        case openingFlagged
        /// Computed: nobody writes that nothing happened.
        case deadlineMissed
    }

    var kind: Kind
    var at: Moment
    /// The entry in the record; none for what is computed.
    var entry: UInt64?
    var who: Who?
    /// Written, opened, or to be received.
    var sections: [Section] = []
    /// Who was asked.
    var agency: String?
    var services: [Service] = []
    var purpose: Purpose?
    var reason: DeclineReason?
    var words: String = ""
    /// The openings that a flag is about, where this agency may know them.
    var entries: [UInt64] = []
}

/// Tells a course from its facts.
struct CourseTeller {
    let desk: Desk
    let commons: Commons
    let now: Moment

    func steps(of dossier: DossierID) -> [CourseStep] {
        let referrals = desk.dossiers[dossier]?.referrals ?? []
        return steps(
            desk.timeline(of: dossier),
            asking: referrals.compactMap { desk.referrals[$0] }
        )
    }

    func steps(of referral: ReferralRecord) -> [CourseStep] {
        steps(referral.course, asking: [referral])
    }

    private func steps(
        _ happenings: [Happening],
        asking referrals: [ReferralRecord]
    ) -> [CourseStep] {
        let entries = Dictionary(grouping: happenings) { $0.stamp.position }
        var steps = entries.sorted { $0.key < $1.key }.compactMap { step($0.value) }
        let missed = referrals.compactMap(missedDeadline).sorted { $0.at < $1.at }
        for step in missed {
            let index = steps.firstIndex { $0.at > step.at } ?? steps.endIndex
            steps.insert(step, at: index)
        }
        return steps
    }

    private func missedDeadline(_ record: ReferralRecord) -> CourseStep? {
        guard let referral = record.referral, record.missedDeadline(at: now) else { return nil }
        return CourseStep(
            kind: .deadlineMissed,
            at: referral.deadline,
            agency: commons.agencies[referral.to]?.name
        )
    }

    /// The facts of one entry as one step.
    private func step(_ happenings: [Happening]) -> CourseStep? {
        guard let stamp = happenings.first?.stamp else { return nil }
        var step = CourseStep(
            kind: .sectionWritten,
            at: stamp.at,
            entry: stamp.position,
            who: Who(stamp, desk, commons)
        )
        for happening in happenings { tell(happening.fact, in: &step) }
        step.sections.sort()
        return step
    }

    private func tell(_ fact: Fact, in step: inout CourseStep) {
        switch fact {
        case .dossierOpened:
            step.kind = .dossierOpened
        case .sectionWritten(let part):
            step.sections.append(part.section)
        case .sectionsOpened(let opening):
            step.kind = .sectionOpened
            step.sections = opening.sections.sorted()
            step.purpose = opening.purpose
            step.words = opening.words
        case .flagLinked(let flag, _):
            step.kind = .openingFlagged
            step.entries = desk.flags[flag]?.flag?.entries.sorted() ?? []
        case .referralSent(let referral):
            step.kind = .referralSent
            step.agency = commons.agencies[referral.to]?.name
            step.services = Service.allCases.filter(referral.services.contains)
        case .sectionsPromised(let promise):
            step.kind = .referralSent
            step.agency = commons.agencies[promise.to]?.name
            step.sections = sections(of: promise)
        case .referralAccepted(let referral, let words):
            step.kind = .referralAccepted
            step.sections = desk.promises[referral].map(sections) ?? []
            step.words = words
        case .referralDeclined(_, let reason, let words):
            step.kind = .referralDeclined
            step.reason = reason
            step.words = words
        default:
            break
        }
    }

    private func sections(of promise: Promise) -> [Section] {
        let parts = desk.dossiers[promise.dossier]?.parts ?? [:]
        return Set(promise.parts.compactMap { parts[$0]?.section }).sorted()
    }
}
