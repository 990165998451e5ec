import Foundation
import Ledger
import TestSupport
import Testing

/// Receipts of somebody who would like to have one that is not theirs.
struct ForgedReceiptTests {
    private static func refused(
        _ text: String,
        _ bench: ReceiptBench
    ) -> ReceiptFileRefused? {
        bench.refusal(of: text) as? ReceiptFileRefused
    }

    @Test(arguments: 0..<3)
    func `a receipt without one of the cosignatures that make the quorum is refused`(
        witness: Int
    ) throws {
        let bench = try ReceiptBench()
        let name = bench.bench.witnesses[witness].verifier.name
        let text = try bench.file(6).text
        let stripped = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains(" \(name) ") }.joined(separator: "\n")
        #expect(stripped != text)
        #expect(Self.refused(stripped, bench) == .notQuorate(witnesses: 2))
    }

    @Test
    func `a cosignature given twice is one`() throws {
        let bench = try ReceiptBench()
        let text = try bench.file(6, cosignedBy: [0, 1]).text
        let last = try #require(text.split(separator: "\n").last)
        #expect(Self.refused(text + last + "\n", bench) == .notQuorate(witnesses: 2))
    }

    @Test
    func `a receipt of another log is refused, also when it takes the name`() throws {
        let bench = try ReceiptBench()
        let foreign = try ReceiptBench(seed: 2)
        #expect(
            Self.refused(try foreign.file(6).text, bench)
                == .badCheckpoint(.notBelieved(.noKnownSignature))
        )
        let renamed = try bench.file(6).text
            .replacing("\(WitnessBench.origin)\n11\n", with: "example.org/other\n11\n")
        #expect(
            Self.refused(renamed, bench) == .badCheckpoint(.unknownLog(origin: "example.org/other"))
        )
    }

    @Test
    func `the witnesses' word without the log's own signature is not enough`() throws {
        let bench = try ReceiptBench()
        let stripped = try bench.file(6).text
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("\u{2014} \(WitnessBench.origin) ") }.joined(separator: "\n")
        #expect(Self.refused(stripped, bench) == .badCheckpoint(.notBelieved(.noKnownSignature)))
    }

    @Test
    func `a receipt with another index is refused`() throws {
        let bench = try ReceiptBench()
        let text = try bench.file(6).text
        for index in [0, 5, 7, 10] {
            let moved = text.replacing("\nindex 6\n", with: "\nindex \(index)\n")
            let refused = Self.refused(moved, bench)
            #expect(
                [.badProof(.rootDiffers), .badProof(.wrongLength)].contains(refused),
                "\(index)"
            )
        }
        let beyond = text.replacing("\nindex 6\n", with: "\nindex 11\n")
        #expect(Self.refused(beyond, bench) == .badProof(.outOfRange))
    }

    @Test
    func `a receipt with a proof cut short, made longer or in another order is refused`() throws {
        let bench = try ReceiptBench()
        let lines = try bench.file(6).text
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var short = lines
        short.remove(at: 6)
        var long = lines
        long.insert(lines[4], at: 4)
        var other = lines
        other.swapAt(3, 4)
        let refusals = [short, long, other].map {
            Self.refused($0.joined(separator: "\n"), bench)
        }
        #expect(
            refusals == [.badProof(.wrongLength), .badProof(.wrongLength), .badProof(.rootDiffers)]
        )
    }

    @Test
    func `a hash from inside the tree is not taken for an entry`() throws {
        // The two leaves below the first node, hashed, with the rest of their path.
        let bench = try ReceiptBench(size: 8)
        let lines = try bench.file(0).text
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let node = MerkleTree.nodeHash(bench.leaves[0], bench.leaves[1])
        var forged = lines
        forged[1] = "extra \(node.base64)"
        forged.remove(at: 3)
        #expect(Self.refused(forged.joined(separator: "\n"), bench) == .badProof(.wrongLength))
    }

    @Test
    func `a receipt that names no entry, or another than the reader's, is refused`() throws {
        let bench = try ReceiptBench()
        let text = try bench.file(6).text
        let silent = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("extra ") }.joined(separator: "\n")
        #expect(Self.refused(silent, bench) == .noLeafHash)
        let file = try ReceiptFile(parsing: Array(silent.utf8))
        try file.verify(policy: bench.policy, leafHash: bench.leaves[6])
        #expect(throws: ReceiptFileRefused.badProof(.rootDiffers)) {
            try file.verify(policy: bench.policy, leafHash: bench.leaves[5])
        }
        #expect(throws: ReceiptFileRefused.otherEntry) {
            try bench.file(6).verify(policy: bench.policy, leafHash: bench.leaves[5])
        }
    }
}

/// The proof file that other implementations verified.
@Suite(SharedVectors.isPresent)
struct ReceiptVectorTests {
    @Test
    func `the proof of entry 12345 is written as others wrote it, and believed under their policy`()
        throws
    {
        let text = try String(
            contentsOf: SharedVectors.url("tlog-proof/entry-12345.tlog-proof"),
            encoding: .utf8
        )
        let policy = try WitnessPolicy(
            parsing: [UInt8](Data(contentsOf: SharedVectors.url("tlog-proof/policy.txt")))
        )
        let entry = try [UInt8](Data(contentsOf: SharedVectors.url("tlog-proof/leaf.txt")))
        let file = try ReceiptFile(parsing: Array(text.utf8))
        #expect(file.text == text)
        #expect(file.extra == nil)
        let proved = try file.verify(policy: policy, leafHash: MerkleTree.leafHash(entry))
        #expect(proved.checkpoint.size == 70_000)
        #expect(proved.cosignatures.map(\.witness.name) == ["A", "B", "C"])
        #expect(throws: ReceiptFileRefused.noLeafHash) { try file.verify(policy: policy) }
        #expect(throws: ReceiptFileRefused.badProof(.rootDiffers)) {
            try file.verify(policy: policy, leafHash: MerkleTree.leafHash([]))
        }

        let leaves = (0..<70_000).map { MerkleTree.leafHash(Array("entry \($0)".utf8)) }
        #expect(try MerkleTree.inclusionProof(index: 12_345, leafHashes: leaves) == file.proof)
    }
}
