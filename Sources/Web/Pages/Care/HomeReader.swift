import Casework
import Coalition

/// Counts on a desk what waits for one member.
struct HomeReader {
    let desk: Desk
    let commons: Commons
    let now: Moment
    let may: (Act) -> Bool

    var home: Home {
        Home(
            agency: commons.agencies[desk.agency]?.name ?? "",
            toAnswer: may(.answerReferral) ? queue : nil,
            sent: may(.seeReferrals) ? sent : nil,
            encountersWithoutConsent: may(.seeEncounters) ? withoutConsent : nil,
            dossiers: may(.seeDossiers) ? files : nil,
            flags: may(.seeFlags) ? flags : nil,
            urgent: Array(deadlines.sorted { $0.at < $1.at }.prefix(5)),
            openings: may(.seeDossiers) && may(.seeMembers) ? openings : nil
        )
    }

    /// The documents, for those who review their drafts.
    var documents: [DocumentRecord]? {
        may(.decideDraft) ? Array(desk.documents.values) : nil
    }

    private var received: [ReferralRecord] {
        desk.referrals.values.filter { $0.referral?.to == desk.agency }
    }

    private var asked: [ReferralRecord] {
        desk.referrals.values.filter { $0.referral?.from == desk.agency }
    }

    private var queue: Home.Queue {
        let open = received.map { $0.status(at: now) }.filter(\.isOpen)
        return Home.Queue(waiting: open.count, overdue: open.count { $0 == .overdue })
    }

    private var sent: Home.Sent {
        let open = asked.map { $0.status(at: now) }.filter(\.isOpen)
        return Home.Sent(
            waiting: open.count,
            overdue: open.count { $0 == .overdue },
            declined: asked.count(where: isDeadEnd)
        )
    }

    /// Whether a referral was declined and none was sent for the person since.
    private func isDeadEnd(_ record: ReferralRecord) -> Bool {
        guard case .declined = record.state, let sent = record.sent else { return false }
        let others = desk.dossier(of: record.id)?.referrals ?? []
        return !others.contains { (desk.referrals[$0]?.sent).map { $0 > sent } ?? false }
    }

    private var withoutConsent: Int {
        desk.encounters.values.count { $0.encounter != nil && $0.consents.isEmpty }
    }

    private var files: Home.Files {
        let led = desk.dossiers.values.count { $0.lead == desk.agency }
        return Home.Files(led: led, shared: desk.dossiers.count - led)
    }

    private var flags: Int {
        desk.flags.values.count { $0.flag != nil && !$0.isReviewed(by: desk.agency) }
    }

    // MARK: Deadlines

    private var deadlines: [Home.Deadline] {
        var deadlines: [Home.Deadline] = []
        if may(.answerReferral) { deadlines += received.compactMap { deadline(.answer, $0) } }
        if may(.seeReferrals) { deadlines += asked.compactMap { deadline(.sent, $0) } }
        if may(.recordConsent) { deadlines += desk.encounters.values.compactMap(consentEnd) }
        return deadlines
    }

    private func deadline(_ kind: Home.Deadline.Kind, _ record: ReferralRecord) -> Home.Deadline? {
        guard let referral = record.referral, record.status(at: now).isOpen else { return nil }
        let other = kind == .answer ? referral.from : referral.to
        return Home.Deadline(
            kind: kind,
            path: "/referrals/\(record.id)",
            reference: record.id.reference,
            agency: commons.agencies[other]?.name ?? "",
            at: referral.deadline
        )
    }

    /// A consent that a dossier stands on and that ends within a week.
    private func consentEnd(_ record: EncounterRecord) -> Home.Deadline? {
        guard let encounter = record.encounter?.id, let dossier = record.dossier,
            let consent = desk.latestConsent(for: encounter), !consent.isRefusal,
            consent.until < now.adding(hours: 24 * 7)
        else { return nil }
        return Home.Deadline(
            kind: .consent,
            path: "/encounters/\(encounter)/consent",
            reference: dossier.reference,
            agency: "",
            at: consent.until
        )
    }

    // MARK: Openings

    private var openings: [Home.Opening] {
        let teller = CourseTeller(desk: desk, commons: commons, now: now)
        return desk.dossiers.values.filter { $0.lead == desk.agency }
            .flatMap { record in
                teller.steps(of: record.id).filter { $0.kind == .sectionOpened }.map {
                    Home.Opening(dossier: record.id, reference: record.id.reference, step: $0)
                }
            }
            .sorted { ($0.step.entry ?? 0) > ($1.step.entry ?? 0) }
            .prefix(8)
            .map(\.self)
    }
}
