import Crypto

/// A digest that people read to each other.
enum Fingerprint {
    /// Six groups of five digits, 99 bits of SHA-256: nobody finds other bytes with the same ones.
    static func digits(of bytes: some Sequence<UInt8>) -> String {
        let digest = Array(SHA256.hash(data: Array(bytes)))
        return (0..<6)
            .map { group in
                let value = digest[4 * group..<4 * group + 4]
                    .reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
                let digits = String(value % 100_000)
                return String(repeating: "0", count: 5 - digits.count) + digits
            }
            .joined(separator: " ")
    }
}
