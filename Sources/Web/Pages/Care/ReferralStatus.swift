import Casework

/// Where a referral stands at a moment, which its deadline has a part in.
enum ReferralStatus: String, Encodable, Sendable {
    case overdue, waiting, declined, accepted

    var isOpen: Bool { self == .overdue || self == .waiting }

    var tone: Tone {
        switch self {
        case .overdue: .alarm
        case .waiting: .info
        case .declined: .caution
        case .accepted: .good
        }
    }

    func tag(_ words: Words) -> HTML {
        statusTag(tone, words("referrals.status.\(rawValue)"))
    }
}

extension ReferralRecord {
    func status(at now: Moment) -> ReferralStatus {
        switch state {
        case .waiting: missedDeadline(at: now) ? .overdue : .waiting
        case .accepted: .accepted
        case .declined: .declined
        }
    }
}

extension Urgency {
    var tone: Tone {
        switch self {
        case .emergency: .alarm
        case .urgent: .caution
        case .routine: .plain
        }
    }

    func tag(_ words: Words) -> HTML {
        statusTag(tone, words("urgency.\(rawValue)"))
    }
}
