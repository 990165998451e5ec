import Casework
import Coalition
import Ledger

/// Who vouches for the record, and how far it is published, as the page and the API give it.
struct Vouching: Encodable, Sendable {
    enum State: String, Encodable, Sendable {
        /// No witness is asked for.
        case alone
        /// Enough witnesses vouch.
        case vouched
        /// Too few witnesses vouch, so nothing is published.
        case stalled
        /// The store keeps the node from publishing.
        case failing
        /// Nothing has been published since the policy asks for witnesses.
        case unpublished
    }

    struct Witness: Encodable, Sendable {
        /// What the coalition's policy calls it.
        var name: String
        var publicKey: String
        var state: WitnessStanding.State
        /// The size that it vouched for last, and when by its own clock.
        var size: UInt64?
        var time: Moment?
        /// Why it does not vouch now; the text is `record.trouble.<code>`.
        var trouble: String?
        var troubledSince: Moment?
    }

    var state: State
    var since: Moment?
    /// The number of entries that the published checkpoint covers.
    var published: UInt64?
    var publishedAt: Moment?
    /// The number of entries that wait to be published.
    var waiting: UInt64
    /// The seconds from one publication to the next.
    var rhythm: Int
    var vouching: Int
    /// How many of the witnesses it takes, and how many of them may be corrupt.
    var quorum: Int
    var tolerated: Int
    var witnesses: [Witness]

    init(_ publication: Publication, at now: Moment) {
        let policy = publication.policy
        if policy.quorum == nil {
            state = publication.failingSince == nil ? .alone : .failing
        } else if publication.stalledSince != nil {
            state = .stalled
        } else if publication.failingSince != nil {
            state = .failing
        } else {
            state = publication.published == nil ? .unpublished : .vouched
        }
        since = publication.stalledSince ?? publication.failingSince
        published = publication.published?.checkpoint.size
        publishedAt =
            publication.publishedAt
            ?? publication.published?.coveredBefore.map(Moment.init(seconds:))
        waiting = publication.waiting
        rhythm = publication.rhythm
        vouching = publication.vouching(at: now)
        quorum = policy.smallestQuorum
        tolerated = policy.tolerated ?? 0
        witnesses = publication.witnesses.map { standing in
            Witness(
                name: standing.witness.name,
                publicKey: standing.witness.verifier.text,
                state: standing.state(at: now, rhythm: publication.rhythm),
                size: standing.size,
                time: standing.time,
                trouble: standing.trouble?.code,
                troubledSince: standing.troubledSince
            )
        }
    }
}

extension WitnessTrouble {
    /// The machine's word for it.
    fileprivate var code: String {
        switch self {
        case .noAddress: "noAddress"
        case .unreachable: "unreachable"
        case .ahead: "ahead"
        case .otherHistory: "otherHistory"
        case .refused(.inconsistent): "inconsistent"
        case .refused(.notSigned): "notSigned"
        case .refused(.unknownLog): "unknownLog"
        case .refused(.notCosigned): "notCosigned"
        case .refused: "refused"
        }
    }
}
