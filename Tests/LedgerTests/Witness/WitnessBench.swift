import Ledger
import TestSupport

/// A log's key and witnesses with keys that a seed determines, and the notes they make.
struct WitnessBench {
    static let origin = "example.org/log"

    let log: NoteSigner
    let witnesses: [Cosigner]

    init(witnesses count: Int, seed: UInt64 = 1) throws {
        var generator = SplitMix64(seed: seed)
        func key() throws -> SigningKey {
            try SigningKey(seed: [UInt8].random(count: 32, using: &generator))
        }
        log = try NoteSigner(name: Self.origin, key: key())
        witnesses = try (0..<count).map {
            try Cosigner(name: "witness.example/\($0)", key: key())
        }
    }

    /// The policy of so many of all the witnesses.
    func policy(quorum: Int) throws -> WitnessPolicy {
        try WitnessPolicy(
            log: log.verifier,
            witnesses: witnesses.map { ($0.verifier, nil) },
            quorum: quorum
        )
    }

    /// A tree of so many leaves, of which those from a place on are another history's.
    func leaves(_ size: Int, forkedAt fork: Int = .max) -> [Digest32] {
        (0..<size).map { MerkleTree.leafHash(Array("\($0 < fork ? "entry" : "other") \($0)".utf8)) }
    }

    /// The log's note over some leaves.
    func note(_ leaves: [Digest32]) throws -> SignedNote {
        let root = MerkleTree.root(ofLeafHashes: leaves)
        let checkpoint = try Checkpoint(
            origin: Self.origin,
            size: UInt64(leaves.count),
            root: root
        )
        return try SignedNote(
            parsing: SignedCheckpoint(signing: checkpoint, by: log).note
        )
    }

    /// The log's note with the cosignatures of some witnesses at some times.
    func cosigned(_ size: Int, by times: [Int: UInt64]) throws -> String {
        try times.sorted { $0.key < $1.key }
            .reduce(note(leaves(size))) { try witnesses[$1.key].cosign($0, time: $1.value) }
            .serialized
    }
}
