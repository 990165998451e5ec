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
        /// The entry claims to give the log a new key, and was not signed by the key whose turn it was,
        /// or not by the one that is to come.
        case renewalRefused
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
    /// Of the log's keys the policy's first is trusted, and those that the log's own entries lead to
    /// from there (docs/entry-format.md, *When the log's key changes*).
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
        guard let trusted = policy.logKeys(origin: origin).first else {
            return Pass(record, origin, policy, nil).verify(known, receipts, deadline).verification
        }
        var policy = policy
        let newest = try? record.reader.outline().checkpoint
        if newest.flatMap({ try? policy.judge(note: $0) }) == nil {
            // Perhaps the signature of a key that the policy is too old to name.
            let links = try? LogKeyChain.links(in: record.reader, origin: origin, until: deadline)
            policy = policy.naming(LogKeyChain(links ?? [], trusting: trusted))
        }
        let (verification, chain) = Pass(record, origin, policy, trusted)
            .verify(known, receipts, deadline)
        let renamed = chain.map(policy.naming) ?? policy
        guard renamed != policy else { return verification }
        // Nor could what the keys that it does not name signed before be judged.
        return Pass(record, origin, renamed, trusted).verify(known, receipts, deadline).verification
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
