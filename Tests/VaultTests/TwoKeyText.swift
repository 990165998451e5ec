import Crypto

/// A ciphertext that ChaCha20-Poly1305 opens under two keys, made by choosing one block of it so that
/// both tags come out the same (Dodis, Grubbs, Ristenpart and Woodage, CRYPTO 2018).
struct TwoKeyText {
    let ciphertext: [UInt8]
    let tag: [UInt8]

    /// Finds the block that follows `start`, which is whole blocks of 16 bytes.
    ///
    /// Fails for a start that has none; about every third has one.
    init?(start: [UInt8], keys: [SymmetricKey], nonce: [UInt8], authenticating data: [UInt8]) {
        let lengths = Self.littleEndian(data.count) + Self.littleEndian(start.count + 16)
        let blank = [UInt8](repeating: 0, count: (16 - data.count % 16) % 16)
        let head = data + blank + start
        var rates: [PolyNumber] = []
        var sums: [PolyNumber] = []
        var addends: [UInt128] = []
        var inverses: [PolyNumber] = []
        for key in keys {
            let oneTime = ChaChaBlock.oneTimeKey(key, nonce: nonce)
            let rate = PolyNumber(low: oneTime.rate)
            // The sum of everything but the free block.
            var sum = PolyNumber()
            for block in stride(from: 0, to: head.count, by: 16) {
                sum = (sum + PolyNumber(block: head[block..<(block + 16)])) * rate
            }
            sum = (sum * rate + PolyNumber(block: lengths[...])) * rate
            rates.append(rate)
            sums.append(sum)
            addends.append(oneTime.addend)
            inverses.append((rate * rate).inverse)
        }
        // sums[i] + x·r[i]² + addends[i] = tag + 2^128·carry[i] for both keys, in x and the tag.
        let totals = zip(sums, addends).map { $0 + PolyNumber(low: $1) }
        for carries in 0..<25 {
            let offsets = [carries % 5, carries / 5].map { PolyNumber(high: 0, low: 1).shifted($0) }
            let left = (totals[0] - offsets[0]) * inverses[0]
            let right = (totals[1] - offsets[1]) * inverses[1]
            let tag = (left - right) * (inverses[0] - inverses[1]).inverse
            let block = (tag - totals[0] + offsets[0]) * inverses[0]
            guard tag.high == 0, block.high == 1 else { continue }
            // The addend is added after the reduction, so not every solution is one.
            let isTag = zip(zip(rates, sums), addends).allSatisfy { parts, addend in
                (parts.1 + block * parts.0 * parts.0).low &+ addend == tag.low
            }
            guard isTag else { continue }
            ciphertext = start + Self.littleEndian(block.low)
            self.tag = Self.littleEndian(tag.low)
            return
        }
        return nil
    }

    private static func littleEndian(_ number: Int) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func littleEndian(_ number: UInt128) -> [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: number >> (8 * UInt128($0))) }
    }
}

/// A number modulo 2^130 − 5, slowly (RFC 8439, section 2.5).
struct PolyNumber: Equatable {
    var high: UInt64 = 0
    var low: UInt128 = 0

    init() {}

    init(high: UInt64 = 0, low: UInt128) {
        self.high = high
        self.low = low
    }

    /// A whole block, with the bit that Poly1305 puts above it.
    init(block: some Collection<UInt8>) {
        self.init(high: 1, low: block.reversed().reduce(0) { $0 << 8 | UInt128($1) })
    }

    /// This many times 2^128.
    func shifted(_ times: Int) -> PolyNumber {
        (0..<times).reduce(PolyNumber()) { sum, _ in sum + PolyNumber(high: 1, low: 0) }
    }

    private static let prime = PolyNumber(high: 3, low: .max - 4)

    private var isReduced: Bool { high < 3 || high == 3 && low < Self.prime.low }

    private func less(_ other: PolyNumber) -> PolyNumber {
        let (rest, borrow) = low.subtractingReportingOverflow(other.low)
        return PolyNumber(high: high - other.high - (borrow ? 1 : 0), low: rest)
    }

    static func + (left: PolyNumber, right: PolyNumber) -> PolyNumber {
        let (sum, carry) = left.low.addingReportingOverflow(right.low)
        let whole = PolyNumber(high: left.high + right.high + (carry ? 1 : 0), low: sum)
        return whole.isReduced ? whole : whole.less(prime)
    }

    static func - (left: PolyNumber, right: PolyNumber) -> PolyNumber {
        right == PolyNumber() ? left : left + prime.less(right)
    }

    static func * (left: PolyNumber, right: PolyNumber) -> PolyNumber {
        (0..<130).reversed().reduce(into: PolyNumber()) { product, bit in
            product = product + product
            let word =
                bit < 128 ? UInt64(truncatingIfNeeded: right.low >> bit) : right.high >> (bit - 128)
            if word & 1 == 1 { product = product + left }
        }
    }

    /// By Fermat: the power 2^130 − 7.
    var inverse: PolyNumber {
        let exponent = Self.prime.less(PolyNumber(low: 2))
        return (0..<130).reversed().reduce(into: PolyNumber(low: 1)) { power, bit in
            power = power * power
            let word =
                bit < 128
                ? UInt64(truncatingIfNeeded: exponent.low >> bit) : exponent.high >> (bit - 128)
            if word & 1 == 1 { power = power * self }
        }
    }
}

/// The block function of ChaCha20 (RFC 8439, section 2.3), for the key of Poly1305 that
/// libraries do not show.
enum ChaChaBlock {
    /// The one-time key: the first block of the key stream, half of it clamped
    /// (RFC 8439, sections 2.5 and 2.6).
    static func oneTimeKey(
        _ key: SymmetricKey,
        nonce: [UInt8]
    ) -> (rate: UInt128, addend: UInt128) {
        let stream = block(unsafe key.withUnsafeBytes { unsafe Array($0) }, counter: 0, nonce)
        func number(_ bytes: ArraySlice<UInt8>) -> UInt128 {
            bytes.reversed().reduce(0) { $0 << 8 | UInt128($1) }
        }
        let clamp: UInt128 = 0x0FFF_FFFC_0FFF_FFFC_0FFF_FFFC_0FFF_FFFF
        return (number(stream[0..<16]) & clamp, number(stream[16..<32]))
    }

    static func block(_ key: [UInt8], counter: UInt32, _ nonce: [UInt8]) -> [UInt8] {
        let start = words(Array("expand 32-byte k".utf8)) + words(key) + [counter] + words(nonce)
        var state = start
        for _ in 0..<10 {
            for (a, b, c, d) in [
                (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
            ] {
                quarter(&state, a, b, c, d)
            }
        }
        return zip(state, start).flatMap { mixed, first in
            (0..<4).map { UInt8(truncatingIfNeeded: (mixed &+ first) >> (8 * UInt32($0))) }
        }
    }

    private static func words(_ bytes: [UInt8]) -> [UInt32] {
        stride(from: 0, to: bytes.count, by: 4).map { index in
            bytes[index..<(index + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private static func quarter(_ state: inout [UInt32], _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        for (target, source, mixed, turn) in [
            (a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7),
        ] {
            state[target] = state[target] &+ state[source]
            let sum = state[mixed] ^ state[target]
            state[mixed] = sum << UInt32(turn) | sum >> UInt32(32 - turn)
        }
    }
}
