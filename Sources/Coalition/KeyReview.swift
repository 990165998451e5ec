package import Casework
import Ledger

/// What a retired key signed when it may have been in other hands, for whoever retired it to look at.
package struct KeyReview: Hashable, Sendable {
    package let member: MemberID
    package let agency: AgencyID
    /// The entry that retired the key.
    package let retirement: UInt64
    /// From when on the key is not to be trusted.
    package let since: Moment
    /// Every entry by any key of the member that is not proven to be older than that.
    package let entries: [UInt64]

    /// The reviews that a record asks for.
    ///
    /// An entry is left out only if witnesses prove that it is older: a time that somebody claims
    /// proves nothing here. Where there are no witnesses, every entry of the member is listed.
    ///
    /// - Parameters:
    ///   - commons: what the record's open boxes say.
    ///   - entries: the positions of each key's entries.
    ///   - provenSize: the size of the largest checkpoint that is proven to be older than a time.
    /// - Returns: one for each member whose key was retired, in log order.
    static func all(
        in commons: Commons,
        of entries: [ActorKey: [UInt64]],
        provenSize: (Moment) -> UInt64
    ) -> [KeyReview] {
        var signed: [MemberID: [UInt64]] = [:]
        for (key, positions) in entries {
            guard let member = commons.tenures[key.bytes]?.member else { continue }
            signed[member, default: []] += positions
        }
        let reviews = commons.tenures.values.compactMap { tenure -> KeyReview? in
            guard let end = tenure.end, case .retired(let since) = end.cause,
                let card = commons.members[tenure.member]
            else { return nil }
            let start = provenSize(since)
            return KeyReview(
                member: card.id,
                agency: card.agency,
                retirement: end.position,
                since: since,
                entries: signed[card.id, default: []].sorted().filter {
                    $0 >= start && $0 <= end.position
                }
            )
        }
        return reviews.sorted {
            ($0.retirement, $0.member.description) < ($1.retirement, $1.member.description)
        }
    }
}
