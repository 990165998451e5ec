import Foundation
import Ledger

/// A log with keys that are the same in every process, and entries to put into it.
struct SampleLog {
    static let origin = "bench.invalid/log"

    let checkpointSigner: NoteSigner
    let actors: [SigningKey]

    init() throws {
        func key(_ number: UInt8) throws -> SigningKey {
            try SigningKey(seed: [UInt8](repeating: number, count: SigningKey.seedByteCount))
        }
        checkpointSigner = try NoteSigner(name: Self.origin, key: key(0))
        actors = try (1...8).map(key)
    }

    func open(_ store: any LogStore) throws -> Log {
        try Log(store: store, origin: Self.origin, checkpointSigner: checkpointSigner)
    }

    /// Drafts with one commitment each and, if wanted, a companion that lies on the shelf as a box
    /// would: by compartment, and in it by position.
    func drafts(_ count: Int, from position: UInt64, companion: [UInt8]? = nil) -> [EntryDraft] {
        (position..<position + UInt64(count)).map { position in
            let number = withBigEndian(position)
            let actor = Int(position % UInt64(actors.count))
            let key = [UInt8](repeating: UInt8(actor), count: 16) + number + [0]
            return EntryDraft(
                kind: "bench.fact",
                commitments: [.sha256(number)],
                signer: actors[actor],
                companions: companion.map { [.put(space: "box", key: key, value: $0)] } ?? []
            )
        }
    }

    /// Appends entries without companions, 5,000 at a time.
    func fill(_ log: Log, to size: UInt64) throws {
        while log.size < size {
            try log.append(drafts(Int(min(5000, size - log.size)), from: log.size))
        }
        try log.publish(log.latestCheckpoint.note)
    }

    /// Appends entries whose signatures are none, which is fast; only for what reads no signature.
    func fillUnsigned(_ log: Log, to size: UInt64) throws {
        var maker = EntryMaker(actors, isSigned: false)
        while log.size < size {
            let made = try maker.make(turns: 8192 / actors.count)
            let some = Array(made.prefix(Int(min(size - log.size, UInt64(made.count)))))
            try log.append(signed: some, checkingSignatures: false)
        }
        try log.publish(log.latestCheckpoint.note)
    }

    private func withBigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}
