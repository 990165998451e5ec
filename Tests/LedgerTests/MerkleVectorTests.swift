import Ledger
import TestSupport
import Testing

/// Vectors of the Certificate Transparency reference and of transparency-dev/merkle.
@Suite(SharedVectors.isPresent)
struct MerkleVectorTests {
    private struct Reference: Decodable {
        struct Inclusion: Decodable {
            let index: UInt64
            let size: Int
            let proof: [Digest32]
        }
        struct Consistency: Decodable {
            let size1: UInt64
            let size2: Int
            let proof: [Digest32]
        }
        let leaf_inputs_hex: [String]
        let leaf_hashes: [Digest32]
        let roots: [Digest32]
        let inclusion: [Inclusion]
        let consistency: [Consistency]
    }

    @Test
    func `the eight reference leaves have the reference hashes, roots and proofs`() throws {
        let reference = try SharedVectors.read(
            Reference.self,
            from: "rfc6962/ct-reference-8-leaves.json"
        )
        let inputs = try reference.leaf_inputs_hex.map { try #require([UInt8](hex: $0)) }
        let leaves = inputs.map(MerkleTree.leafHash)
        #expect(leaves == reference.leaf_hashes)
        for (size, root) in reference.roots.enumerated() {
            #expect(MerkleTree.root(ofLeafHashes: leaves[..<size]) == root)
        }
        #expect(reference.inclusion.count == 36)
        for vector in reference.inclusion {
            let proof = try MerkleTree.inclusionProof(
                index: vector.index,
                leafHashes: leaves[..<vector.size]
            )
            #expect(proof == vector.proof)
        }
        #expect(reference.consistency.count == 36)
        for vector in reference.consistency {
            let proof = try MerkleTree.consistencyProof(
                from: vector.size1,
                leafHashes: leaves[..<vector.size2]
            )
            #expect(proof == vector.proof)
        }
    }

    @Test
    func `trees of up to seventy thousand leaves have the roots of other implementations`() throws {
        struct Roots: Decodable {
            let roots: [String: Digest32]
        }
        let expected = try SharedVectors.read(Roots.self, from: "rfc6962/large-tree-roots.json")
        var frontier = MerkleFrontier()
        var checked = 0
        for index in 0..<70_000 {
            frontier.append(MerkleTree.leafHash(Array("entry \(index)".utf8)))
            if let root = expected.roots[String(index + 1)] {
                #expect(frontier.root == root, "size \(index + 1)")
                checked += 1
            }
        }
        #expect(checked == expected.roots.count)
    }

    private struct InclusionCase: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: String
        let leafHash: String
        let proof: [String]?
        let wantErr: Bool
    }

    @Test
    func `every published inclusion case is believed or refused as it should be`() throws {
        let cases = try SharedVectors.readAll(InclusionCase.self, under: "rfc6962/inclusion")
        #expect(cases.count == 98)
        for (name, vector) in cases {
            let isRefused =
                (try? MerkleTree.verifyInclusion(
                    index: vector.leafIdx,
                    size: vector.treeSize,
                    leafHash: digest(vector.leafHash),
                    proof: (vector.proof ?? []).map(digest),
                    root: digest(vector.root)
                )) == nil
            #expect(isRefused == vector.wantErr, "\(name)")
        }
    }

    private struct ConsistencyCase: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: String
        let root2: String
        let proof: [String]?
        let wantErr: Bool
    }

    /// Cases that state their author's choices rather than the RFC.
    private static let otherChoices: [String: Bool] = [
        // Its roots are text of twelve bytes, which no digest can hold.
        "additional/sizes-are-equal-one-and-proof-is-empty.json": true
    ]

    @Test
    func `every published consistency case is believed or refused as it should be`() throws {
        let cases = try SharedVectors.readAll(ConsistencyCase.self, under: "rfc6962/consistency")
        #expect(cases.count == 98)
        for (name, vector) in cases {
            let isRefused =
                (try? MerkleTree.verifyConsistency(
                    oldSize: vector.size1,
                    oldRoot: digest(vector.root1),
                    newSize: vector.size2,
                    newRoot: digest(vector.root2),
                    proof: (vector.proof ?? []).map(digest)
                )) == nil
            #expect(isRefused == Self.otherChoices[name] ?? vector.wantErr, "\(name)")
        }
    }

    private struct NotADigest: Error {}

    private func digest(_ base64: String) throws -> Digest32 {
        guard let digest = Digest32(base64: base64) else { throw NotADigest() }
        return digest
    }
}
