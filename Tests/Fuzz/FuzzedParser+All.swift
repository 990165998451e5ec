import Ledger
import TestSupport

extension FuzzedParser {
    /// Every parser of what comes from outside.
    ///
    /// - Throws: What the ledger throws when the good inputs cannot be made.
    package static func all() throws -> [FuzzedParser] {
        let samples = try FuzzSamples()
        return notes(samples) + policies(samples) + tiles(samples) + (try believers(samples))
            + tables
    }

    private static func notes(_ samples: FuzzSamples) -> [FuzzedParser] {
        [
            FuzzedParser("note", samples.notes) { bytes in
                Array(try SignedNote(parsing: bytes).serialized.utf8)
            },
            FuzzedParser("checkpoint", samples.checkpoints) { bytes in
                Array(try Checkpoint(parsing: text(bytes)).text.utf8)
            },
            FuzzedParser("verifier key", samples.keys) { bytes in
                Array(try NoteVerifier(parsing: text(bytes)).text.utf8)
            },
            FuzzedParser("receipt file", samples.receipts) { bytes in
                Array(try ReceiptFile(parsing: bytes).text.utf8)
            },
            FuzzedParser("request to a witness", samples.requests) { bytes in
                Array(try AddCheckpoint(parsing: bytes).serialized.utf8)
            },
            FuzzedParser("evidence of a fork", samples.evidence) { bytes in
                Array(try ForkEvidence(parsing: text(bytes)).text.utf8)
            },
        ]
    }

    /// A policy has comments and spaces that are not written back; so has a receipt that came by mail.
    private static func policies(_ samples: FuzzSamples) -> [FuzzedParser] {
        [
            FuzzedParser("policy", samples.policies) { bytes in
                let policy = try WitnessPolicy(parsing: bytes)
                return try WitnessPolicy(parsing: policy.text) == policy ? bytes : []
            },
            FuzzedParser("receipt from mail", samples.receipts) { bytes in
                let receipt = try ReceiptFile(tidying: bytes)
                return try ReceiptFile(parsing: Array(receipt.text.utf8)) == receipt ? bytes : []
            },
        ]
    }

    private static func tiles(_ samples: FuzzSamples) -> [FuzzedParser] {
        [
            FuzzedParser("address of a tile", samples.addresses) { bytes in
                guard let path = TilePath(try text(bytes)) else { throw NotText() }
                return Array(path.description.utf8)
            },
            FuzzedParser("entry", samples.entries) { bytes in
                try Entry(decoding: bytes).encoded
            },
            FuzzedParser("entry bundle", samples.bundles) { bytes in
                try EntryBundle(decoding: bytes, width: samples.bundleWidth).encoded
            },
            FuzzedParser("hash tile", samples.tiles) { bytes in
                try HashTile(decoding: bytes, width: samples.bundleWidth).encoded
            },
        ]
    }

    /// What is believed after it was spoilt says the same as before.
    private static func believers(_ samples: FuzzSamples) throws -> [FuzzedParser] {
        let policy = samples.policy
        let entry = try Entry(decoding: samples.entries[0])
        return [
            FuzzedParser("believed checkpoint", samples.notes[0]) { bytes in
                try policy.judge(note: text(bytes)).checkpoint
            },
            FuzzedParser("believed receipt", samples.receipts[0]) { bytes in
                let receipt = try ReceiptFile(parsing: bytes)
                let judged = try receipt.verify(policy: policy)
                return [
                    "\(receipt.index)", "\(receipt.leafHash?.base64 ?? "")", judged.checkpoint.text,
                ]
            },
            FuzzedParser("believed entry", samples.entries[0]) { bytes in
                let read = try Entry(decoding: bytes)
                guard read.verifySignature(origin: FuzzSamples.origin) else { throw NotText() }
                // The same key could sign another entry; only the one that it signed is there.
                return read == entry
            },
        ]
    }

    private struct NotText: Error {}

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw NotText() }
        return text
    }
}
