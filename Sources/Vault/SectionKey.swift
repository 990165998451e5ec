package import Crypto

/// The random key of one compartment, and the commitment that keeps it honest.
package struct SectionKey: Sendable {
    /// 256 bits from the system.
    package let symmetric: SymmetricKey

    /// A new key that nobody holds yet.
    package init() {
        symmetric = SymmetricKey(size: .bits256)
    }

    /// The key with these 32 bytes; `nil` for any other length.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        symmetric = SymmetricKey(data: Array(bytes))
    }

    /// The key itself, for wrapping.
    var bytes: [UInt8] { unsafe symmetric.withUnsafeBytes { unsafe Array($0) } }

    /// A hash that fixes the key without showing it.
    ///
    /// ChaCha20-Poly1305 does not commit to its key: one box could be made to open to two texts under
    /// two keys (Dodis, Grubbs, Ristenpart and Woodage, CRYPTO 2018). The header of each box carries
    /// this hash, the entry commits to the header, and a key that does not match it opens nothing.
    package var commitment: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("enlace/key-commitment/v1\n".utf8))
        hash.update(data: bytes)
        return Array(hash.finalize())
    }
}
