import TestSupport
import Testing

@testable import Vault

struct PaddingTests {
    /// The size that a text of this length takes, told from the published steps alone.
    private func expected(_ length: Int) -> Int {
        switch length {
        case ...252: 256
        case ...1020: 1024
        case ...4092: 4096
        case ...16_380: 16_384
        default: ((length + 4 + 65_535) / 65_536) * 65_536
        }
    }

    @Test func `every short text is as long as every other`() throws {
        for length in 0...300 {
            let text = [UInt8](repeating: 7, count: length)
            let padded = try Padding.pad(text)
            #expect(padded.count == expected(length), "\(length) bytes")
            #expect(try Padding.unpad(padded) == text)
        }
    }

    @Test(arguments: [
        1019, 1020, 1021, 4092, 4093, 16_380, 16_381, 65_531, 65_532, 65_533, 131_068, 131_069,
    ])
    func `the steps change where they should`(length: Int) throws {
        let text = [UInt8](repeating: 7, count: length)
        let padded = try Padding.pad(text)
        #expect(padded.count == expected(length))
        #expect(try Padding.unpad(padded) == text)
    }

    @Test func `a text over the limit is refused`() throws {
        let limit = 16 * 1024 * 1024
        #expect(throws: VaultError.tooLarge) {
            try Padding.pad([UInt8](repeating: 0, count: limit + 1))
        }
        #expect(try Padding.pad([UInt8](repeating: 0, count: limit)).count == limit + 65_536)
    }

    @Test func `boxes of short texts differ in nothing that can be measured`() throws {
        let fixture = VaultFixture()
        let lengths = try [0, 1, 100, 252].map { count in
            try fixture.seal(String(repeating: "a", count: count)).stored.count
        }
        #expect(Set(lengths).count == 1)
    }

    @Test(arguments: UInt64(0)..<300)
    func `random bytes unpad to what their length says, or are damaged`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = Int.random(in: 0...40, using: &generator)
        var bytes = [UInt8].random(count, using: &generator)
        if seed.isMultiple(of: 2) { bytes.replaceSubrange(0..<min(3, count), with: [0, 0, 0]) }
        let said = bytes.count < 4 ? nil : bytes[..<4].reduce(0) { $0 * 256 + Int($1) }
        if let said, said <= bytes.count - 4 {
            #expect(try Padding.unpad(bytes) == Array(bytes[4..<(4 + said)]))
        } else {
            #expect(throws: VaultError.damaged) { try Padding.unpad(bytes) }
        }
    }
}
