package import Casework
package import Ledger
import Vault

/// Checks the whole record without any password: the log, what its entries commit to in the vault,
/// and that every key that signed was enrolled by somebody entitled to.
package struct Verification: Sendable {
    package let entries: UInt64
    package let checkpoints: UInt64
    /// The last checkpoint that holds.
    package let latest: Checkpoint?
    package let boxes: Int
    package let findings: [Finding]
    package let finished: Moment

    package var isSound: Bool { findings.isEmpty }

    /// One thing that is wrong, and where.
    package struct Finding: Hashable, Sendable {
        /// The entries concerned; `nil` when it is about the log as a whole.
        package let positions: Range<UInt64>?
        package let reason: Reason

        package init(positions: Range<UInt64>?, reason: Reason) {
            self.positions = positions
            self.reason = reason
        }
    }

    /// What can be wrong.
    package enum Reason: Hashable, Sendable {
        /// Something in the log itself.
        case log(AuditReason)
        /// The entry commits to a box that is not in the vault.
        case boxMissing(ordinal: Int)
        /// The box in the vault is not the one that the entry commits to.
        case boxChanged(ordinal: Int)
        /// A box stands in the vault that no entry commits to, or where no view would look for it.
        case boxWithoutEntry
        /// The entry was signed by a key that nobody had enrolled, or whose membership had ended.
        case keyNotEnrolled
        /// A member, an agency or the coalition was entered by somebody not entitled to.
        case notEntitled
        /// A new member's key came without proof that it is theirs.
        case withoutPossession
    }

    /// Verifies a record.
    ///
    /// - Parameters:
    ///   - store: the record; opened for reading is enough.
    ///   - verifier: the log's public key, from a source that the reader trusts.
    ///   - known: checkpoints from elsewhere that the log must agree with.
    /// - Returns: what was checked and what was found; a bad record is no error but a finding.
    package static func verify(
        store: any LogStore,
        verifier: NoteVerifier,
        known: [Checkpoint] = []
    ) -> Verification {
        var found: [Finding] = []
        var shelf: BoxShelf
        do {
            shelf = try BoxShelf(store: store)
        } catch {
            shelf = BoxShelf()
            found.append(Finding(positions: nil, reason: .log(.storeFailed("\(error)"))))
        }
        var commons = Commons()
        let auditor = LogAuditor(
            store: store,
            origin: verifier.name,
            verifier: verifier,
            known: known
        )
        let report = auditor.audit { stored, entry in
            let place = stored.position..<stored.position + 1
            let box = shelf.take(stored.position, entry)
            found += box.problems.map { Finding(positions: place, reason: $0) }
            let problems = commons.admit(box.sheets, from: entry, at: stored.position, in: verifier)
            found += problems.map { Finding(positions: place, reason: $0) }
            return []
        }
        found += report.findings.map { Finding(positions: $0.positions, reason: .log($0.reason)) }
        found += shelf.left.map { position in
            Finding(positions: position.map { $0..<$0 + 1 }, reason: .boxWithoutEntry)
        }
        return Verification(
            entries: report.entries,
            checkpoints: report.checkpoints,
            latest: report.latest,
            boxes: shelf.count,
            findings: found.sorted { left, right in
                (left.positions?.lowerBound ?? 0) < (right.positions?.lowerBound ?? 0)
            },
            finished: .now()
        )
    }
}

/// The boxes of the vault as the verifier needs them: what each commits to, by the entry it is for.
private struct BoxShelf {
    private struct Summary {
        /// Zero for a row that is no box.
        let commitment: Digest32
        let entry: EntryID?
        let clear: Box?
    }

    private var boxes: [UInt64: [Int: [Summary]]] = [:]
    /// The positions of rows that no view would read; `nil` for a key that has none.
    private var strays: [UInt64?] = []
    private(set) var count = 0

    init() {}

    init(store: any LogStore) throws {
        for item in try store.shelfItems(space: VaultShelf.boxes, prefix: []) {
            count += 1
            guard let place = VaultShelf.boxPlace(key: item.key), place.position < .max else {
                strays.append(nil)
                continue
            }
            let box = Box(stored: item.value)
            if let box, item.key != box.shelfKey(at: place.position) {
                strays.append(place.position)
                continue
            }
            let summary = Summary(
                commitment: box?.commitment ?? .zero,
                entry: box?.header.entry,
                clear: box.flatMap { $0.header.access == .clear ? $0 : nil }
            )
            // Two boxes for one place: the one that an entry commits to is found out below.
            let ordinal = Int(place.ordinal)
            boxes[place.position, default: [:]][ordinal, default: []].append(summary)
        }
    }

    /// Compares an entry's commitments with its boxes, and takes those off the shelf.
    mutating func take(
        _ position: UInt64,
        _ entry: Entry
    ) -> (problems: [Verification.Reason], sheets: [Sheet]) {
        let here = boxes.removeValue(forKey: position) ?? [:]
        var problems: [Verification.Reason] = []
        var sheets: [Sheet] = []
        for (ordinal, commitment) in entry.commitments.enumerated() {
            let claimed = here[ordinal] ?? []
            if claimed.isEmpty { problems.append(.boxMissing(ordinal: ordinal)) }
            if claimed.count > 1 { problems.append(.boxWithoutEntry) }
            let genuine = claimed.first { $0.commitment == commitment && $0.entry == entry.id }
            guard let genuine else {
                if !claimed.isEmpty { problems.append(.boxChanged(ordinal: ordinal)) }
                continue
            }
            if let text = try? genuine.clear?.clearText(), let sheet = try? Sheet(decoding: text) {
                sheets.append(sheet)
            }
        }
        if here.keys.contains(where: { $0 >= entry.commitments.count }) {
            problems.append(.boxWithoutEntry)
        }
        return (problems, sheets)
    }

    /// The positions of boxes that no entry took; `nil` for a row that is nowhere.
    var left: [UInt64?] { strays + boxes.keys.sorted() }
}

extension Box {
    /// Where on the shelf the views look for this box.
    fileprivate func shelfKey(at position: UInt64) -> [UInt8] {
        VaultShelf.boxKey(
            compartment: header.compartment,
            position: position,
            ordinal: header.ordinal
        )
    }
}

extension Commons {
    /// Folds an entry's public facts, and says what its signer was not entitled to.
    fileprivate mutating func admit(
        _ sheets: [Sheet],
        from entry: Entry,
        at position: UInt64,
        in verifier: NoteVerifier
    ) -> [Verification.Reason] {
        var problems: [Verification.Reason] = []
        let enrolled = member(signingWith: entry.actor.bytes)
        let wasMember = enrolled.map { !left.contains($0.id) } ?? false
        var joined: Set<AgencyID> = []
        for sheet in sheets {
            let stamp = Stamp(
                position: position,
                ordinal: 0,
                at: sheet.at,
                member: enrolled?.id ?? .random(),
                agency: enrolled?.agency ?? .random()
            )
            if case .memberEnrolled(let card) = sheet.fact {
                let key = try? ActorKey(bytes: card.signingKey)
                let statement = card.possessionStatement(origin: verifier.name)
                if key?.verifies(signature: card.proofOfPossession, over: statement) != true {
                    problems.append(.withoutPossession)
                }
            }
            if position > 0, !isEntitled(to: sheet.fact, enrolled, joined) {
                problems.append(.notEntitled)
            }
            if case .agencyJoined(let agency) = sheet.fact { joined.insert(agency.id) }
            apply(sheet.fact, stamp: stamp)
        }
        let signedIn = position == 0 ? member(signingWith: entry.actor.bytes) != nil : wasMember
        if !signedIn { problems.append(.keyNotEnrolled) }
        return problems
    }

    /// Whether a signer may enter a public fact; nobody may enter again what is known, and so change
    /// a member's roles or an agency's key.
    private func isEntitled(
        to fact: Fact,
        _ signer: MemberCard?,
        _ joined: Set<AgencyID>
    ) -> Bool {
        let act: Act
        switch fact {
        case .agencyJoined(let agency):
            guard agencies[agency.id] == nil else { return false }
            act = .admitAgency
        case .memberEnrolled(let card):
            guard members[card.id] == nil, member(signingWith: card.signingKey) == nil else {
                return false
            }
            guard joined.contains(card.agency) || card.agency == signer?.agency else {
                return false
            }
            act = joined.contains(card.agency) ? .admitAgency : .enrolMember
        case .memberLeft(let leaver):
            guard members[leaver]?.agency == signer?.agency else { return false }
            act = .endMembership
        case .listed: act = .decideDraft
        default: return false
        }
        return Policy.answer(act, by: signer, in: self) == .permitted
    }
}
