import Crypto

/// Says which bits of a filter the tokens of one kind set.
///
/// The positions are read from HMAC-SHA-256 of the token under the kind's own key, sixteen from each
/// code, so that each is independent of the others. Two positions that all others follow from (double
/// hashing: Schnell, Bachteler and Reiher, 2009) can be taken apart (Kroll and Steinmetzer, 2015).
struct TokenHasher {
    private let keyed: HMAC<SHA256>
    private let mask: UInt16
    /// How many bits each token sets; some may be the same.
    let bits: Int

    /// Takes a key, how many bits a token sets, and how many the filter has: a power of two up to 65,536.
    init(key: SymmetricKey, bits: Int, size: Int) {
        keyed = HMAC(key: key)
        mask = UInt16(truncatingIfNeeded: size - 1)
        self.bits = bits
    }

    /// Adds the bits of a token to a list.
    func append(_ token: some Sequence<UInt8>, to positions: inout [UInt16]) {
        guard bits > 0 else { return }
        var message = Array(token)
        message.append(0)
        var left = bits
        while left > 0 {
            var code = keyed
            code.update(data: message)
            unsafe code.finalize().withUnsafeBytes { bytes in
                for place in 0..<min(16, left) {
                    let pair = unsafe UInt16(bytes[2 * place]) << 8 | UInt16(bytes[2 * place + 1])
                    positions.append(pair & mask)
                }
            }
            message[message.count - 1] &+= 1
            left -= 16
        }
    }

    func positions(of token: some Sequence<UInt8>) -> [UInt16] {
        var positions: [UInt16] = []
        append(token, to: &positions)
        return positions
    }
}
