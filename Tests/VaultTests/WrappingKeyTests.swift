import Crypto
import TestSupport
import Testing

@testable import Vault

struct WrappingKeyTests {
    /// The coordinates of small order on the curve and its twist, below the field's size.
    private static let smallOrder: [(name: String, hex: String)] = [
        ("zero", String(repeating: "00", count: 32)),
        ("one", "01" + String(repeating: "00", count: 31)),
        ("order 8", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        ("order 8, the other", "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        ("minus one", "ec" + String(repeating: "ff", count: 30) + "7f"),
    ]
    /// The same points written as a number past the field's size.
    private static let secondSpellings: [(name: String, hex: String)] = [
        ("zero as p", "ed" + String(repeating: "ff", count: 30) + "7f"),
        ("one as p + 1", "ee" + String(repeating: "ff", count: 30) + "7f"),
    ]

    private static func bytes(_ hex: String, topBit: Bool = false) -> [UInt8] {
        let digits = Array<Character>(hex)
        var bytes = stride(from: 0, to: digits.count, by: 2)
            .compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
        if topBit { bytes[31] |= 0x80 }
        return bytes
    }

    @Test func `a point of low order is refused by name`() {
        for (name, hex) in Self.smallOrder {
            #expect(throws: WrappingKeyRefused.lowOrder, "\(name)") {
                try WrappingKey(bytes: Self.bytes(hex))
            }
        }
    }

    @Test func `a second spelling is refused, of the points of low order and of any other`() throws
    {
        for (name, hex) in Self.secondSpellings {
            #expect(throws: WrappingKeyRefused.notCanonical, "\(name)") {
                try WrappingKey(bytes: Self.bytes(hex))
            }
        }
        for (name, hex) in Self.smallOrder + Self.secondSpellings {
            #expect(throws: WrappingKeyRefused.notCanonical, "\(name), with the bit to ignore") {
                try WrappingKey(bytes: Self.bytes(hex, topBit: true))
            }
        }
        for low in UInt8(0xED)...0xFF {
            let past = [low] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
            #expect(throws: WrappingKeyRefused.notCanonical) { try WrappingKey(bytes: past) }
        }
        var good = Array(Curve25519.KeyAgreement.PrivateKey().publicKey.rawRepresentation)
        #expect(try WrappingKey(bytes: good).bytes == good)
        good[31] |= 0x80
        #expect(throws: WrappingKeyRefused.notCanonical) { try WrappingKey(bytes: good) }
    }

    @Test func `what is refused as low order shares a secret of zeros, and nothing else does`()
        throws
    {
        let own = Curve25519.KeyAgreement.PrivateKey()
        func shared(_ bytes: [UInt8]) throws -> [UInt8] {
            let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
            let secret = try own.sharedSecretFromKeyAgreement(with: key)
            return unsafe secret.withUnsafeBytes { unsafe Array($0) }
        }
        let zeros = [UInt8](repeating: 0, count: 32)
        for (name, hex) in Self.smallOrder + Self.secondSpellings {
            #expect(try shared(Self.bytes(hex)) == zeros, "\(name)")
        }
        // The largest coordinate of the field that is neither refused nor of low order.
        let last = [0xEB] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        #expect(try shared(WrappingKey(bytes: last).bytes) != zeros)
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a key of another length is refused`(count: Int) {
        #expect(throws: WrappingKeyRefused.wrongLength) {
            try WrappingKey(bytes: [UInt8](repeating: 9, count: count))
        }
    }
}

struct KeyHandoverTests {
    private let old = Curve25519.KeyAgreement.PrivateKey()
    private let new = Curve25519.KeyAgreement.PrivateKey()
    private let agency = randomBytes(16)

    private func binding(_ agency: [UInt8]? = nil) throws -> KeyHandover.Binding {
        try KeyHandover.Binding(
            origin: "enlace.test/log",
            agency: agency ?? self.agency,
            old: WrappingKey(of: old)
        )
    }

    @Test func `the old key opens the new one, and no other key or agency does`() throws {
        let waiting: Set<[UInt8]> = [randomBytes(16), randomBytes(16)]
        let handover = try KeyHandover.seal(new, waiting: waiting, binding: binding())
        let read = try #require(KeyHandover(stored: handover.stored))
        #expect(read == handover)
        #expect(read.waiting == waiting)
        let opened = try read.open(with: old, binding: binding())
        #expect(opened.rawRepresentation == new.rawRepresentation)
        #expect(throws: VaultError.wrongKey) { try read.open(with: new, binding: binding()) }
        #expect(throws: VaultError.wrongKey) {
            try read.open(with: old, binding: binding(randomBytes(16)))
        }
    }

    @Test(arguments: UInt64(0)..<60)
    func `any bytes are a handover or none, and open nothing`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let handover = try KeyHandover.seal(new, waiting: [randomBytes(16)], binding: binding())
        var bytes = handover.stored
        bytes[Int.random(in: 0..<81, using: &generator)] ^= UInt8.random(
            in: 1...255,
            using: &generator
        )
        if let read = KeyHandover(stored: bytes) {
            #expect(throws: VaultError.wrongKey) { try read.open(with: old, binding: binding()) }
        }
        for count in [0, 80, 82, 96] {
            #expect(KeyHandover(stored: Array(bytes.prefix(count))) == nil)
        }
    }
}
