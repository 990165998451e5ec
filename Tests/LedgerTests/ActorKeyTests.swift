import TestSupport
import Testing

@testable import Ledger

struct ActorKeyTests {
    @Test(arguments: UInt64(0)..<20)
    func `a key verifies what it signed, and nothing else`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let signer = try SigningKey(seed: [UInt8].random(count: 32, using: &generator))
        var message = [UInt8].random(count: 40, using: &generator)
        let signature = try signer.sign(message)
        #expect(signer.key.verifies(signature: signature, over: message))
        message[Int.random(in: 0..<40, using: &generator)] ^= 1
        #expect(!signer.key.verifies(signature: signature, over: message))
        #expect(!SigningKey().key.verifies(signature: signature, over: message))
    }

    @Test
    func `a key of another length is refused`() {
        for count in [0, 31, 33, 64] {
            #expect(throws: KeyRefused.wrongLength) {
                try ActorKey(bytes: [UInt8](repeating: 9, count: count))
            }
        }
    }

    @Test
    func `every coordinate past the field's size is refused`() {
        for low in UInt8(0xED)...0xFF {
            for high in [UInt8(0x7F), 0xFF] {
                let bytes = [low] + [UInt8](repeating: 0xFF, count: 30) + [high]
                #expect(throws: KeyRefused.self) { try ActorKey(bytes: bytes) }
            }
        }
        let lastOfField = [0xEB] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        #expect(throws: Never.self) { try ActorKey(bytes: lastOfField) }
    }

    /// The fourteen encodings that the README of the CCTV Ed25519 vectors lists, by what they are.
    static let degenerate: [(name: String, hex: String)] = {
        let ones = String(repeating: "ff", count: 30)
        let zeros = String(repeating: "00", count: 31)
        let small = [
            ("neutral point", "01" + zeros),
            ("order 2", "ec" + ones + "7f"),
            ("order 4", "00" + zeros),
            ("order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
            (
                "order 8, the other",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
            ),
            ("neutral point, past the field", "ee" + ones + "7f"),
            ("order 4, past the field", "ed" + ones + "7f"),
        ]
        let negative = small.map { name, hex in
            let last = (UInt8(hex.suffix(2), radix: 16) ?? 0) | 0x80
            return ("\(name), with the sign bit", "\(hex.dropLast(2))\(String(last, radix: 16))")
        }
        return small + negative
    }()

    @Test
    func `each of the fourteen degenerate keys is refused by name, at every door`() throws {
        #expect(Set(Self.degenerate.map(\.hex)).count == 14)
        for (name, hex) in Self.degenerate {
            let bytes = try #require([UInt8](hex: hex))
            #expect(throws: KeyRefused.lowOrder, "\(name)") { try ActorKey(bytes: bytes) }
            #expect(ActorKey(hex: hex) == nil, "\(name)")
            let blob = Base64.encode([1] + bytes)
            #expect(throws: NoteKeyRefused.badKey(.lowOrder), "\(name)") {
                try NoteVerifier(parsing: "example.com/log+00000000+\(blob)")
            }
            #expect(throws: PolicyMalformed.self, "\(name)") {
                try WitnessPolicy(parsing: "log example.com/log+00000000+\(blob)\nquorum none\n")
            }
            let witness = Base64.encode([4] + bytes)
            let good = try NoteVerifier(name: "example.com/log", key: SigningKey().key).text
            #expect(throws: PolicyMalformed.self, "\(name)") {
                try WitnessPolicy(
                    parsing: """
                        log \(good)
                        witness w example.com/w+00000000+\(witness)
                        quorum w

                        """
                )
            }
        }
    }

    @Test
    func `the bytes of a key survive the text form`() throws {
        let key = SigningKey().key
        #expect(ActorKey(hex: key.description) == key)
        #expect(ActorKey(hex: String(repeating: "0", count: 64)) == nil)
    }
}

/// Edge cases of C2SP's Community Cryptography Test Vectors and of Wycheproof.
@Suite(SharedVectors.isPresent)
struct Ed25519VectorTests {
    private struct EdgeCase: Decodable {
        let number: Int
        let key: String
        let sig: String
        let msg: String
        let flags: [String]?
    }

    @Test
    func `every low-order or non-canonical key of the edge cases is refused, and no other`() throws
    {
        let cases = try SharedVectors.read(
            [EdgeCase].self,
            from: "ed25519/cctv-ed25519vectors.json"
        )
        #expect(cases.count == 914)
        var refused: Set<String> = []
        for vector in cases {
            let flags = vector.flags ?? []
            let isBad = flags.contains("low_order_A") || flags.contains("non_canonical_A")
            let key = try? ActorKey(bytes: #require([UInt8](hex: vector.key)))
            #expect((key == nil) == isBad, "case \(vector.number)")
            if key == nil {
                refused.insert(vector.key)
            }
        }
        #expect(refused.count == 14)
    }

    /// The choice is ours: no cofactor, and every value in its one spelling.
    ///
    /// BoringSSL, OpenSSL and Go choose the same; verifiers with a cofactor, such as those of ZIP 215,
    /// take more.
    @Test
    func `signatures of the edge cases are judged without a cofactor and in one spelling`() throws {
        let cases = try SharedVectors.read(
            [EdgeCase].self,
            from: "ed25519/cctv-ed25519vectors.json"
        )
        var judged = 0
        for vector in cases {
            guard let key = try? ActorKey(bytes: #require([UInt8](hex: vector.key))) else {
                continue
            }
            let signature = try #require([UInt8](hex: vector.sig))
            let isGood = key.verifies(signature: signature, over: Array(vector.msg.utf8))
            let bad = Set(vector.flags ?? []).intersection(["low_order_residue", "non_canonical_R"])
            #expect(isGood == bad.isEmpty, "case \(vector.number)")
            judged += 1
        }
        #expect(judged == 388)
    }

    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Key: Decodable {
                let pk: String
            }
            struct Case: Decodable {
                let tcId: Int
                let msg: String
                let sig: String
                let result: String
            }
            let publicKey: Key
            let tests: [Case]
        }
        let testGroups: [Group]
    }

    @Test
    func `signatures are judged as Wycheproof judges them`() throws {
        let file = try SharedVectors.read(
            Wycheproof.self,
            from: "ed25519/wycheproof-ed25519.json"
        )
        var count = 0
        for group in file.testGroups {
            let key = try ActorKey(bytes: #require([UInt8](hex: group.publicKey.pk)))
            for vector in group.tests {
                let isGood = try key.verifies(
                    signature: #require([UInt8](hex: vector.sig)),
                    over: #require([UInt8](hex: vector.msg))
                )
                #expect(isGood == (vector.result == "valid"), "case \(vector.tcId)")
                count += 1
            }
        }
        #expect(count == 151)
    }
}
