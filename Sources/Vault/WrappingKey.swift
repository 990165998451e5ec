package import Crypto

/// Why an agency's public key was refused.
package enum WrappingKeyRefused: Error, Hashable, Sendable {
    /// The key is not 32 bytes.
    case wrongLength
    /// The coordinate is written as a number of the field's size or more, or with the bit that every
    /// reader has to ignore, so that one key would have several spellings (RFC 7748, section 5).
    case notCanonical
    /// Every secret agreed on with this key is zero, and whoever sees a wrap can open it
    /// (RFC 7748, section 6.1; RFC 9180, section 7.1.4).
    case lowOrder
}

/// The X25519 public key that an agency's keys are wrapped to: one spelling for each key, and none
/// whose secrets everybody knows.
package struct WrappingKey: Hashable, Sendable {
    /// The 32 bytes of RFC 7748, section 5.
    package let bytes: [UInt8]

    /// Takes a public key, unless it is a degenerate one.
    package init(bytes: some Collection<UInt8>) throws(WrappingKeyRefused) {
        let bytes = Array(bytes)
        guard bytes.count == 32 else { throw .wrongLength }
        guard !Self.lowOrder.contains(bytes) else { throw .lowOrder }
        // Every number from 2^255 - 19 up has this shape, and no smaller one does.
        let isPastField =
            bytes[31] == 0x7F && bytes[1..<31].allSatisfy { $0 == 0xFF } && bytes[0] >= 0xED
        guard bytes[31] & 0x80 == 0, !isPastField else { throw .notCanonical }
        self.bytes = bytes
    }

    /// The public side of a private key.
    package init(
        of privateKey: Curve25519.KeyAgreement.PrivateKey
    ) throws(WrappingKeyRefused) {
        try self.init(bytes: privateKey.publicKey.rawRepresentation)
    }

    /// The key as the cryptographic library takes it.
    func publicKey() throws -> Curve25519.KeyAgreement.PublicKey {
        try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    }

    /// The coordinates, on the curve and on its twist, of the points whose order divides 8.
    private static let lowOrder: Set<[UInt8]> = {
        let zeros = [UInt8](repeating: 0, count: 31)
        let ones = [UInt8](repeating: 0xFF, count: 30)
        // The two of order eight, most significant byte last.
        let ofOrderEight: [[UInt8]] = [
            [
                0xE0, 0xEB, 0x7A, 0x7C, 0x3B, 0x41, 0xB8, 0xAE, 0x16, 0x56, 0xE3, 0xFA, 0xF1, 0x9F,
                0xC4, 0x6A, 0xDA, 0x09, 0x8D, 0xEB, 0x9C, 0x32, 0xB1, 0xFD, 0x86, 0x62, 0x05, 0x16,
                0x5F, 0x49, 0xB8, 0x00,
            ],
            [
                0x5F, 0x9C, 0x95, 0xBC, 0xA3, 0x50, 0x8C, 0x24, 0xB1, 0xD0, 0xB1, 0x55, 0x9C, 0x83,
                0xEF, 0x5B, 0x04, 0x44, 0x5C, 0xC4, 0x58, 0x1C, 0x8E, 0x86, 0xD8, 0x22, 0x4E, 0xDD,
                0xD0, 0x9F, 0x11, 0x57,
            ],
        ]
        return Set([[0] + zeros, [1] + zeros, [0xEC] + ones + [0x7F]] + ofOrderEight)
    }()
}
