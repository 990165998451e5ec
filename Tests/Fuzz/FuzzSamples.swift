import Ledger
import TestSupport

/// Good inputs of every kind, from a small log with witnesses; the same each time.
struct FuzzSamples {
    static let origin = "fuzz.invalid/log"

    let notes: [[UInt8]]
    let checkpoints: [[UInt8]]
    let keys: [[UInt8]]
    let receipts: [[UInt8]]
    let requests: [[UInt8]]
    let evidence: [[UInt8]]
    let policies: [[UInt8]]
    let addresses: [[UInt8]]
    let entries: [[UInt8]]
    let bundles: [[UInt8]]
    let tiles: [[UInt8]]
    let policy: WitnessPolicy
    let bundleWidth = 5

    init() throws {
        let signer = try NoteSigner(name: Self.origin, key: Self.key(1))
        let witnesses = try (2..<5).map {
            try Cosigner(name: "witness\($0).invalid", key: Self.key(UInt8($0)))
        }
        policy = try WitnessPolicy(
            log: signer.verifier,
            witnesses: witnesses.map { ($0.verifier, "https://\($0.verifier.name)/") },
            quorum: 2
        )
        let actor = try Self.key(9)
        var made: [Entry] = []
        for number in 0..<UInt64(5) {
            made.append(
                try Entry(
                    origin: Self.origin,
                    id: .random(),
                    kind: "fuzz.sample",
                    sequence: number + 1,
                    previous: made.last?.leafHash ?? .zero,
                    checkpoint: .zero,
                    commitments: (0..<Int(number)).map { .sha256([UInt8($0)]) },
                    signer: actor
                )
            )
        }
        entries = made.map(\.encoded)
        let leaves = made.map(\.leafHash)
        func checkpoint(_ size: Int, _ leaves: [Digest32]) throws -> SignedNote {
            let root = MerkleTree.root(ofLeafHashes: leaves[..<size])
            let checkpoint = try Checkpoint(origin: Self.origin, size: UInt64(size), root: root)
            return try SignedNote(signing: checkpoint.text, by: [signer])
        }
        let signed = try checkpoint(5, leaves)
        let cosigned = try witnesses.reduce(signed) { try $1.cosign($0, time: 1_700_000_000) }
        notes = [cosigned, signed, try checkpoint(0, [])].map { Array($0.serialized.utf8) }
        checkpoints = [signed.text, try checkpoint(0, []).text, signed.text + "extension\n"]
            .map { Array($0.utf8) }
        keys = ([signer.verifier] + witnesses.map(\.verifier)).map { Array($0.text.utf8) }
        receipts = try [3, 0, 4].map { index in
            let receipt = Receipt(
                position: UInt64(index),
                entryID: made[index].id,
                leafHash: leaves[index],
                checkpoint: cosigned.serialized,
                proof: try MerkleTree.inclusionProof(index: UInt64(index), leafHashes: leaves[...])
            )
            return Array(ReceiptFile(receipt).text.utf8)
        }
        requests = try ([0, 3, 5] as [UInt64]).map { old in
            let proof = try MerkleTree.consistencyProof(from: old, leafHashes: leaves[...])
            return Array(
                try AddCheckpoint(oldSize: old, proof: proof, note: signed).serialized.utf8
            )
        }
        let fork = try checkpoint(5, [.sha256([1])] + leaves.dropFirst())
        evidence = [Array(ForkEvidence(earlier: signed, later: fork, hashes: leaves).text.utf8)]
        let groups = """
            # A comment, and spaces \t
            group inner any w1 w2
            group outer all inner w3
            quorum outer

            """
        let lines = policy.text.split(separator: "\n").filter { $0.hasPrefix("log") }
        let named = policy.text.split(separator: "\n").filter { $0.hasPrefix("witness ") }
        policies = [policy.text, (lines + named).joined(separator: "\n") + "\n" + groups]
            .map { Array($0.utf8) }
        addresses = [
            "tile/0/000", "tile/entries/x001/x234/067.p/8", "tile/7/000.p/255", "checkpoints/001",
        ]
        .map { Array($0.utf8) }
        bundles = [try EntryBundle(entries: entries).encoded]
        tiles = [leaves.flatMap(\.bytes)]
    }

    private static func key(_ number: UInt8) throws -> SigningKey {
        try SigningKey(seed: [UInt8](repeating: number, count: 32))
    }
}
