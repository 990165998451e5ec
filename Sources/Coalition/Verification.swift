package import Casework
package import Ledger
import Vault

/// Checks the whole record without any password: the log, what its entries commit to in the vault,
/// and that every key that signed was enrolled by somebody entitled to.
package struct Verification: Sendable {
    /// How much there was to be read.
    package let scope: RecordSource.Scope
    package let entries: UInt64
    /// The entries that no published checkpoint covers yet.
    package let unpublished: UInt64
    package let checkpoints: UInt64
    /// The newest published checkpoint that holds, and who vouches for it.
    package let newest: CosignedCheckpoint?
    package let boxes: Int
    package private(set) var findings: [Finding]
    package let finished: Moment
    /// What one agency could read besides, when a member's password was given.
    package private(set) var sealed: SealedVerification?
    /// What keys signed that were retired as lost or stolen.
    package let reviews: [KeyReview]

    package var isSound: Bool { findings.isEmpty }
    package var latest: Checkpoint? { newest?.checkpoint }

    /// Takes what one agency found besides.
    package mutating func take(_ sealed: SealedVerification) {
        self.sealed = sealed
        findings = (findings + sealed.findings).sorted {
            ($0.positions?.lowerBound ?? 0) < ($1.positions?.lowerBound ?? 0)
        }
    }

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
        /// The entry was signed by a key that nobody had enrolled.
        case keyNotEnrolled
        /// The entry was signed by a key that its member had replaced with the entry there.
        case keyRenewed(at: UInt64)
        /// The entry was signed by a key that had been retired as lost or stolen with the entry there.
        case keyRetired(at: UInt64)
        /// The entry was signed by somebody whose membership had ended with the entry there.
        case membershipEnded(at: UInt64)
        /// A member was enrolled in an agency that had not joined.
        case agencyNotJoined
        /// A member, an agency or the coalition was entered by somebody not entitled to.
        case notEntitled
        /// A key was enrolled that is degenerate or has a second spelling.
        case keyUnfit
        /// A checkpoint of this size was signed by another key of the log than the one whose turn it was.
        case wrongLogKey(size: UInt64)
        /// Somebody keeps a receipt for an entry that is not in the record.
        case receiptWithoutEntry(name: String)
        /// A new member's key came without proof that it is theirs.
        case withoutPossession
        /// The entry breaks a rule of order under seal; only a verification with a password finds it.
        case order(OrderBreach.Rule)
        /// The agency that holds the key cannot read the box.
        case boxUnreadable(ordinal: Int)
    }

    /// Verifies a record.
    ///
    /// - Parameters:
    ///   - record: where the record is.
    ///   - origin: the log's origin line.
    ///   - policy: the log's keys and its witnesses, from a source that the reader trusts.
    ///   - known: checkpoints from elsewhere that the log must agree with.
    ///   - receipts: receipts that people keep; the record must hold their entries.
    ///   - deadline: when to stop; a verification that is not finished by then says so.
    /// - Returns: what was checked and what was found; a bad record is no error but a finding.
    package static func verify(
        _ record: RecordSource,
        origin: String,
        policy: WitnessPolicy,
        known: [Checkpoint] = [],
        receipts: [HeldReceipt] = [],
        until deadline: ContinuousClock.Instant? = nil
    ) -> Verification {
        var found: [Finding] = []
        var boxes: [ShelfItem] = []
        do {
            boxes = try record.boxes()
        } catch {
            found.append(Finding(positions: nil, reason: .log(.readingFailed("\(error)"))))
        }
        var shelf = BoxShelf(boxes, of: record.scope)
        let logKeys = policy.logKeys(origin: origin).first
            .map { LogKeyChain(in: boxes, trusting: $0) }
        boxes = []
        var order = PublicOrder(origin: origin, logKeys: logKeys)
        var positions: [ActorKey: [UInt64]] = [:]
        var held = HeldReceipts(receipts)
        let auditor = LogAuditor(
            reader: record.reader,
            origin: origin,
            policy: (try? logKeys.map { try policy.naming($0.verifiers) }) ?? policy,
            known: known + Set(receipts.map(\.checkpoint))
        )
        let report = auditor.audit(until: deadline) { position, entry in
            held.take(position, entry)
            // Without the open boxes nobody knows who was enrolled.
            guard record.scope != .logOnly else { return [] }
            positions[entry.actor, default: []].append(position)
            let place = position..<position + 1
            let box = shelf.take(position, entry)
            found += box.problems.map { Finding(positions: place, reason: $0) }
            let breaches = order.admit(box.sheets, signedBy: entry.actor, at: position)
            found += breaches.map { Finding(positions: place, reason: $0.reason) }
            return []
        }
        found += report.findings.map { Finding(positions: $0.positions, reason: .log($0.reason)) }
        found += shelf.left.map { position in
            Finding(positions: position.map { $0..<$0 + 1 }, reason: .boxWithoutEntry)
        }
        found += held.findings
        found += (logKeys?.overstepped(report.signedSizes) ?? []).map {
            Finding(positions: nil, reason: .wrongLogKey(size: $0))
        }
        return Verification(
            scope: record.scope,
            entries: report.entries,
            unpublished: report.unpublished,
            checkpoints: report.checkpoints,
            newest: report.newest,
            boxes: shelf.count,
            findings: found.sorted { left, right in
                (left.positions?.last ?? 0) < (right.positions?.last ?? 0)
            },
            finished: .now(),
            reviews: KeyReview.all(in: order.commons, of: positions) { moment in
                let older = report.published.last { checkpoint in
                    // Witnesses count whole seconds.
                    checkpoint.coveredBefore.map {
                        Moment(seconds: $0).milliseconds <= moment.milliseconds - 1000
                    } ?? false
                }
                return older?.size ?? 0
            }
        )
    }

    /// Verifies a node's own store under its own key, without asking for witnesses.
    package static func verify(
        store: any LogStore,
        verifier: NoteVerifier,
        known: [Checkpoint] = []
    ) throws -> Verification {
        verify(
            .store(store),
            origin: verifier.name,
            policy: try WitnessPolicy(log: verifier),
            known: known
        )
    }
}
