package import Casework
package import Ledger
import Vault

/// When an entry came into being, as far as witnesses prove it.
package struct ProvenTime: Hashable, Encodable, Sendable {
    /// It is younger than this; `nil` when no witness proves it.
    package var after: Moment?
    /// It is older than this; `nil` while no witness proves it.
    package var before: Moment?
    /// Whether a published checkpoint covers it.
    package var isPublished: Bool

    /// Whether a time that somebody claims lies outside; witnesses count whole seconds.
    package func excludes(_ claimed: Moment) -> Bool {
        let isEarly = after.map { claimed.milliseconds < $0.milliseconds } ?? false
        let isLate = before.map { claimed.milliseconds >= $0.milliseconds + 1000 } ?? false
        return isEarly || isLate
    }
}

extension ProvenTime {
    /// The times of some entries, from the notes around them.
    ///
    /// Each note is judged once: neighbours share them.
    package static func of(
        _ bounds: [UInt64: EntryBounds],
        under policy: WitnessPolicy
    ) -> [UInt64: ProvenTime] {
        var judged: [String: CosignedCheckpoint] = [:]
        func judge(_ note: String?) -> CosignedCheckpoint? {
            guard let note else { return nil }
            if let known = judged[note] { return known }
            let fresh = try? policy.judge(note: note)
            judged[note] = fresh
            return fresh
        }
        return bounds.mapValues { bounds in
            ProvenTime(
                after: judge(bounds.cited)?.citedAfter.map(Moment.init(seconds:)),
                before: judge(bounds.covering)?.coveredBefore.map(Moment.init(seconds:)),
                isPublished: bounds.covering != nil
            )
        }
    }
}

extension Node {
    /// The published notes around some entries, by position.
    package func bounds(of entries: [RecordedEntry]) -> [UInt64: EntryBounds] {
        let pairs = entries.compactMap { recorded in
            recorded.entry.flatMap { entry in
                try? (
                    recorded.position,
                    log.bounds(position: recorded.position, cited: entry.checkpoint)
                )
            }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The time that whoever made an entry claims, where it is public or the member's agency can read
    /// it without opening a section.
    package func claimedTime(of position: UInt64, seenBy member: Member) -> Moment? {
        if let known = offices[member.agency]?.claimed[position] { return known }
        var reader = BoxReader(log: log)
        let open = try? reader.boxes(in: Box.clearCompartment, of: position)
        let sheets = (open ?? []).compactMap { genuine in
            (try? genuine.box.clearText()).flatMap { try? Sheet(decoding: $0) }
        }
        return sheets.first?.at
    }
}
