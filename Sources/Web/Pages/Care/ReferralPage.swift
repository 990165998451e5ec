import Casework
import Coalition

/// One referral: its facts, its answer, and its course.
extension Referrals {
    struct One: Encodable, Sendable {
        var referral: Referral
        var reference: String
        var from: String
        var to: String
        var status: ReferralStatus
        var sentAt: Moment
        var answeredAt: Moment?
        /// The places of its entry and of the answer's in the log.
        var position: UInt64
        var answerPosition: UInt64?
        /// Whether the answer came, or is still missing, after the deadline.
        var missedDeadline: Bool
        /// Whether it is this agency's to answer, and open.
        var awaitsUs: Bool
        /// Whether it is this agency that asked, and has to ask somebody else: the answer was no, or
        /// none came in time.
        var canAskAnother: Bool
        /// The dossier, for the agencies that may know it.
        var dossier: DossierID?
        var course: [CourseStep]
    }

    static let one = page(failed: nil)

    /// The page of a referral; `failed` is the answer whose form was refused, if one was.
    static func page(failed: Answer?) -> Page<One> {
        Page(.seeReferrals) { visit in
            let id = try visit.identifier("referral", of: ReferralRecord.self)
            return try await visit.read(.seeReferrals) { desk, commons, now in
                guard let record = desk.referrals[id], let referral = record.referral,
                    let sent = record.sent
                else { throw Refusal.notFound }
                let status = record.status(at: now)
                return One(
                    referral: referral,
                    reference: id.reference,
                    from: commons.agencies[referral.from]?.name ?? "",
                    to: commons.agencies[referral.to]?.name ?? "",
                    status: status,
                    sentAt: sent.at,
                    answeredAt: record.answered?.at,
                    position: sent.position,
                    answerPosition: record.answered?.position,
                    missedDeadline: record.missedDeadline(at: now),
                    awaitsUs: status.isOpen && referral.to == desk.agency,
                    canAskAnother: referral.from == desk.agency
                        && [.declined, .overdue].contains(status),
                    dossier: desk.dossier(of: id)?.id,
                    course: CourseTeller(desk: desk, commons: commons, now: now)
                        .steps(of: record)
                )
            }
        } view: { model, screen in
            view(model, screen, failed: failed)
        }
    }

    private static func view(_ model: One, _ screen: Screen, failed: Answer?) -> HTML {
        let words = screen.words
        let heading = words("referrals.one", ["reference": model.reference])
        return Layout.page(heading, in: screen.frame, hasErrors: failed != nil, isWide: true) {
            backLink(words("referrals.title"), "/referrals")
            h1 { heading }
            if failed != nil, !model.awaitsUs {
                notice(.caution, isNews: true) {
                    for error in screen.fields.errors {
                        p { words(error.key, error.values) }
                    }
                }
            }
            p {
                model.status.tag(words)
                " "
                model.referral.urgency.tag(words)
            }
            if let dossier = model.dossier {
                p(.class("buttons")) {
                    if model.canAskAnother, screen.permitted.contains(.sendReferral) {
                        a(.class("button"), .href("/dossiers/\(dossier)/referral")) {
                            words("referrals.askAnother")
                        }
                        a(.class("button button--quiet"), .href("/dossiers/\(dossier)")) {
                            words("referrals.toDossier")
                        }
                    } else {
                        a(.class("button"), .href("/dossiers/\(dossier)")) {
                            words("referrals.toDossier")
                        }
                    }
                }
            }
            div(.class("two")) {
                card(words("referrals.facts")) { facts(model, screen) }
                div {
                    card(words("referrals.deadline")) { deadline(model, screen) }
                    card(words("referrals.course")) { CourseStep.view(model.course, words) }
                    receiptsCard(receipts(model), words)
                }
            }
            if model.awaitsUs, screen.permitted.contains(.answerReferral) {
                answerForms(model, screen, failed: failed)
            }
        }
    }

    private static func receipts(_ model: One) -> [(key: String, position: UInt64)] {
        [(key: "receipts.referral", position: model.position)]
            + (model.answerPosition.map { [(key: "receipts.answer", position: $0)] } ?? [])
    }

    private static func facts(_ model: One, _ screen: Screen) -> HTML {
        let words = screen.words
        let referral = model.referral
        let services = Service.allCases.filter(referral.services.contains)
        return summaryList(
            [
                SummaryRow(words("referrals.column.from"), model.from),
                SummaryRow(words("referrals.column.to"), model.to),
                SummaryRow(
                    words("referrals.column.person"),
                    words.person(referral.sex, referral.ageBand)
                ),
                SummaryRow(words("care.field.services"), words.services(services)),
                SummaryRow(words("care.field.languages"), referral.languages),
                SummaryRow(words("care.field.children"), words.number(referral.children)),
                SummaryRow(words("care.field.needs"), referral.needs),
                SummaryRow(words("referrals.sentAt"), HTML.moment(model.sentAt, words)),
            ],
            words
        )
    }

    private static func deadline(_ model: One, _ screen: Screen) -> HTML {
        let words = screen.words
        let due = model.referral.deadline
        return HTML {
            if let answered = model.answeredAt {
                statusTag(
                    model.missedDeadline ? .caution : .good,
                    words(model.missedDeadline ? "referrals.late" : "referrals.inTime")
                )
                p {
                    "\(words("referrals.answeredAt")) "
                    HTML.moment(answered, words)
                }
            } else {
                statusTag(
                    model.missedDeadline ? .alarm : .info,
                    words.deadline(due, now: screen.now)
                )
            }
            p(.class("hint")) {
                "\(words("referrals.dueAt")) "
                HTML.moment(due, words)
            }
        }
    }
}
