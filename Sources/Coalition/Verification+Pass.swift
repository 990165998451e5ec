import Casework
import Ledger
import Vault

extension Verification {
    /// One way through a record, under the keys of the log that a policy names.
    struct Pass {
        private let record: RecordSource
        private let origin: String
        private let policy: WitnessPolicy
        /// The key of the log that the others are followed from.
        private let trusted: NoteVerifier?

        init(
            _ record: RecordSource,
            _ origin: String,
            _ policy: WitnessPolicy,
            _ trusted: NoteVerifier?
        ) {
            self.record = record
            self.origin = origin
            self.policy = policy
            self.trusted = trusted
        }

        /// Goes through the record.
        ///
        /// - Returns: what was found, and the log's keys as its entries tell of them.
        func verify(
            _ known: [Checkpoint],
            _ receipts: [HeldReceipt],
            _ deadline: ContinuousClock.Instant?
        ) -> (verification: Verification, keys: LogKeyChain?) {
            var found: [Finding] = []
            var boxes: [ShelfItem] = []
            do {
                boxes = try record.boxes()
            } catch {
                found.append(Finding(positions: nil, reason: .log(.readingFailed("\(error)"))))
            }
            var shelf = BoxShelf(boxes, of: record.scope)
            boxes = []
            var order = PublicOrder(origin: origin)
            var renewals = Renewals(origin: origin)
            var positions: [ActorKey: [UInt64]] = [:]
            var held = HeldReceipts(receipts)
            let auditor = LogAuditor(
                reader: record.reader,
                origin: origin,
                policy: policy,
                known: known + Set(receipts.map(\.checkpoint))
            )
            let report = auditor.audit(until: deadline) { position, entry in
                held.take(position, entry)
                renewals.take(position, entry)
                // Without the open boxes nobody knows who was enrolled.
                guard record.scope != .logOnly else { return [] }
                let place = position..<position + 1
                let box = shelf.take(position, entry)
                found += box.problems.map { Finding(positions: place, reason: $0) }
                // The log's own key is nobody's that was enrolled.
                guard entry.kind != LogKeyRenewal.kind else { return [] }
                positions[entry.actor, default: []].append(position)
                let breaches = order.admit(box.sheets, signedBy: entry.actor, at: position)
                found += breaches.map { Finding(positions: place, reason: $0.reason) }
                return []
            }
            found += report.findings.map {
                Finding(positions: $0.positions, reason: .log($0.reason))
            }
            found += shelf.left.map { position in
                Finding(positions: position.map { $0..<$0 + 1 }, reason: .boxWithoutEntry)
            }
            found += held.findings
            let keys = trusted.map { LogKeyChain(renewals.links, trusting: $0) }
            found += renewals.findings(keys, report.signedSizes)
            let verification = Verification(
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
                reviews: reviews(of: positions, order.commons, report)
            )
            return (verification, keys)
        }

        private func reviews(
            of positions: [ActorKey: [UInt64]],
            _ commons: Commons,
            _ report: AuditReport
        ) -> [KeyReview] {
            KeyReview.all(in: commons, of: positions) { moment in
                let older = report.published.last { checkpoint in
                    // Witnesses count whole seconds.
                    checkpoint.coveredBefore.map {
                        Moment(seconds: $0).milliseconds <= moment.milliseconds - 1000
                    } ?? false
                }
                return older?.size ?? 0
            }
        }
    }
}

/// The entries of a log that give it a new key, as they are met.
private struct Renewals {
    let origin: String
    private(set) var links: [LogKeyChain.Link] = []
    private var refused: [UInt64] = []

    init(origin: String) {
        self.origin = origin
    }

    mutating func take(_ position: UInt64, _ entry: Entry) {
        guard entry.kind == LogKeyRenewal.kind else { return }
        if let renewal = LogKeyRenewal(entry, origin: origin) {
            links.append((renewal, position))
        } else {
            refused.append(position)
        }
    }

    /// What is wrong with them, and with the checkpoints that the log's keys signed.
    func findings(
        _ keys: LogKeyChain?,
        _ signed: [NoteVerifier: ClosedRange<UInt64>]
    ) -> [Verification.Finding] {
        let strays = links.filter { keys?.has($0) != true }.map(\.position)
        return (refused + strays).map { position in
            Verification.Finding(positions: position..<position + 1, reason: .renewalRefused)
        }
            + (keys?.overstepped(signed) ?? []).map { size in
                Verification.Finding(positions: nil, reason: .wrongLogKey(size: size))
            }
    }
}

extension WitnessPolicy {
    /// The same policy, which names every key of a chain; itself when it does.
    func naming(_ chain: LogKeyChain) -> WitnessPolicy {
        guard !Set(logs.map(\.verifier)).isSuperset(of: chain.verifiers) else { return self }
        // A policy that names a key of the log can name another.
        return (try? naming(chain.verifiers)) ?? self
    }
}
