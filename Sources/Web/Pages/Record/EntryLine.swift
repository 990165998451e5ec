import Casework
import Coalition
import Ledger

/// One entry in the list of the record, with whoever acted as far as the coalition knows them.
struct EntryLine: Encodable, Sendable {
    var number: UInt64
    /// The kind in the log's own words; absent when the bytes are no entry.
    var kind: String?
    var agency: String?
    var roles: Set<Role>?
    /// The actor's own count.
    var sequence: UInt64?
    var leafHash: Digest32?
    /// When it came into being, as far as witnesses prove it.
    var proven: ProvenTime?

    init(_ recorded: RecordedEntry, _ commons: Commons, _ proven: ProvenTime?) {
        number = recorded.position
        self.proven = proven
        leafHash = recorded.bytes.map(MerkleTree.leafHash)
        guard let entry = recorded.entry else { return }
        kind = entry.kind.name
        sequence = entry.sequence
        let card = commons.member(signingWith: entry.actor.bytes)
        agency = card.flatMap { commons.agencies[$0.agency]?.name }
        roles = card?.roles
    }

    func cells(_ words: Words) -> [HTML] {
        [
            a(.href("/record/entries/\(number)")) { words.number(number) },
            HTML(text: EntryWords.kind(kind, words)),
            HTML(text: EntryWords.actor(agency, roles, words)),
            HTML(text: sequence.map(words.number) ?? words("record.unknown")),
            EntryTime.interval(proven, words),
        ]
    }
}

/// What an entry's public parts are called on screen.
enum EntryWords {
    /// Every kind that this program writes.
    static let kinds: Set<String> = [
        "coalition.founded", "agency.joined", "member.enrolled", "member.left",
        "key.renewed", "key.retired", "log.key-renewed", "agency.key-renewed", "agency.retired",
        "encounter.registered", "screening.started", "screening.answered", "screening.concluded",
        "consent.recorded", "consent.refused", "dossier.opened", "section.written",
        "section.opened", "referral.sent", "referral.accepted", "referral.declined",
        "opening.flagged", "flag.reviewed", "document.received", "draft.decided",
        "list.drawn", "overlap.entered", "estimate.asked", "estimate.published",
        "estimate.withdrawn",
    ]

    /// The kind in words, or as it stands in the log when a newer program wrote it.
    static func kind(_ kind: String?, _ words: Words) -> String {
        guard let kind else { return words("record.unreadable") }
        return kinds.contains(kind) ? words("record.kind.\(kind)") : kind
    }

    static func actor(_ agency: String?, _ roles: Set<Role>?, _ words: Words) -> String {
        guard let agency, let roles else { return words("record.unknown") }
        return "\(agency) (\(words.list(roles)))"
    }
}
