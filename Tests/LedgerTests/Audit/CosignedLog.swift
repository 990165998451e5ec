import Ledger
import TestSupport

/// A log whose checkpoints four witnesses vouch for, three of which are enough.
struct CosignedLog {
    let fixture: LogFixture
    let witnesses: [Cosigner]
    let policy: WitnessPolicy
    let store = ArrayStore()

    init(seed: UInt64 = 1) throws {
        fixture = try LogFixture(seed: seed)
        var generator = SplitMix64(seed: seed + 100)
        witnesses = try (0..<4).map { number in
            let key = try SigningKey(seed: [UInt8].random(count: 32, using: &generator))
            return try Cosigner(name: "witness-\(number).example", key: key)
        }
        policy = try WitnessPolicy(
            log: fixture.signer.verifier,
            witnesses: witnesses.map { ($0.verifier, nil) },
            quorum: 3
        )
    }

    /// A note with the cosignatures of the first witnesses, at some time.
    func cosigned(_ note: String, by count: Int = 4, at time: UInt64) throws -> String {
        var signed = try SignedNote(parsing: note)
        for witness in witnesses.prefix(count) {
            signed = try witness.cosign(signed, time: time)
        }
        return signed.serialized
    }

    /// Appends batches, and publishes a cosigned checkpoint after each, at these times.
    func fill(_ batches: [(count: Int, time: UInt64)], by cosigners: Int = 4) throws {
        let log = try fixture.open(store)
        for (count, time) in batches {
            try log.append(fixture.drafts(count, from: Int(log.size)))
            try log.publish(cosigned(log.latestCheckpoint.note, by: cosigners, at: time))
        }
    }

    func audit(_ change: (inout ArrayStore.State) throws -> Void = { _ in }) throws -> AuditReport {
        let copy = store.copy()
        try copy.tamper(change)
        return LogAuditor(
            reader: StoreReader(copy),
            origin: LogFixture.origin,
            policy: policy
        )
        .audit()
    }
}
