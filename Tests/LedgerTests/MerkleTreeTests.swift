import Ledger
import TestSupport
import Testing

struct MerkleTreeTests {
    private static let leaves = (0..<64).map { MerkleTree.leafHash([UInt8($0)]) }

    /// The root by the words of RFC 6962, section 2.1.
    private func rootByDefinition(_ leaves: ArraySlice<Digest32>) -> Digest32 {
        guard let first = leaves.first else { return MerkleTree.emptyRoot }
        guard leaves.count > 1 else { return first }
        var split = 1
        while split * 2 < leaves.count {
            split *= 2
        }
        return MerkleTree.nodeHash(
            rootByDefinition(leaves.prefix(split)),
            rootByDefinition(leaves.dropFirst(split))
        )
    }

    @Test
    func `the frontier's root is the definition's for every size up to 64`() {
        var frontier = MerkleFrontier()
        #expect(frontier.root == MerkleTree.emptyRoot)
        for (index, leaf) in Self.leaves.enumerated() {
            frontier.append(leaf)
            #expect(frontier.size == UInt64(index + 1))
            #expect(frontier.root == rootByDefinition(Self.leaves[...index]))
        }
    }

    @Test(arguments: 1...64)
    func `every leaf of a tree is proved, and no other`(size: Int) throws {
        let leaves = Self.leaves[..<size]
        let root = MerkleTree.root(ofLeafHashes: leaves)
        for index in 0..<size {
            let proof = try MerkleTree.inclusionProof(index: UInt64(index), leafHashes: leaves)
            for claimed in 0..<size {
                let isBelieved =
                    (try? MerkleTree.verifyInclusion(
                        index: UInt64(claimed),
                        size: UInt64(size),
                        leafHash: leaves[claimed],
                        proof: proof,
                        root: root
                    )) != nil
                #expect(isBelieved == (claimed == index))
            }
        }
        #expect(throws: ProofError.outOfRange) {
            try MerkleTree.inclusionProof(index: UInt64(size), leafHashes: leaves)
        }
    }

    @Test(arguments: 0...64)
    func `every tree is proved to continue each smaller one`(size: Int) throws {
        let leaves = Self.leaves[..<size]
        let root = MerkleTree.root(ofLeafHashes: leaves)
        for oldSize in 0...size {
            let proof = try MerkleTree.consistencyProof(from: UInt64(oldSize), leafHashes: leaves)
            try MerkleTree.verifyConsistency(
                oldSize: UInt64(oldSize),
                oldRoot: MerkleTree.root(ofLeafHashes: leaves[..<oldSize]),
                newSize: UInt64(size),
                newRoot: root,
                proof: proof
            )
        }
        #expect(throws: ProofError.outOfRange) {
            try MerkleTree.consistencyProof(from: UInt64(size + 1), leafHashes: leaves)
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func `a spoilt proof is refused`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let size = Int.random(in: 2...64, using: &generator)
        let leaves = Self.leaves[..<size]
        let root = MerkleTree.root(ofLeafHashes: leaves)
        let index = Int.random(in: 0..<size, using: &generator)
        var proof = try MerkleTree.inclusionProof(index: UInt64(index), leafHashes: leaves)
        spoil(&proof, using: &generator)
        #expect(throws: ProofError.self) {
            try MerkleTree.verifyInclusion(
                index: UInt64(index),
                size: UInt64(size),
                leafHash: leaves[index],
                proof: proof,
                root: root
            )
        }
        let oldSize = Int.random(in: 1..<size, using: &generator)
        var link = try MerkleTree.consistencyProof(from: UInt64(oldSize), leafHashes: leaves)
        spoil(&link, using: &generator)
        #expect(throws: ProofError.self) {
            try MerkleTree.verifyConsistency(
                oldSize: UInt64(oldSize),
                oldRoot: MerkleTree.root(ofLeafHashes: leaves[..<oldSize]),
                newSize: UInt64(size),
                newRoot: root,
                proof: link
            )
        }
    }

    private func spoil(_ proof: inout [Digest32], using generator: inout SplitMix64) {
        let index = Int.random(in: 0..<proof.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: proof[index] = Digest32.sha256(proof[index].bytes)
        case 1: proof.remove(at: index)
        default: proof.insert(proof[index], at: index)
        }
    }

    @Test
    func `the empty tree begins every tree, and only with its own root`() throws {
        let root = MerkleTree.root(ofLeafHashes: Self.leaves)
        try MerkleTree.verifyConsistency(
            oldSize: 0,
            oldRoot: MerkleTree.emptyRoot,
            newSize: 64,
            newRoot: root,
            proof: []
        )
        #expect(throws: ProofError.oldRootDiffers) {
            try MerkleTree.verifyConsistency(
                oldSize: 0,
                oldRoot: root,
                newSize: 64,
                newRoot: root,
                proof: []
            )
        }
    }
}
