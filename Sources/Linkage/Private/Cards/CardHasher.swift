import Crypto

/// Makes the codes of a card under the key of an agency, each kind of token under a key of its own.
struct CardHasher {
    /// What a code stands for.
    enum Use: String, CaseIterable {
        case name, sound, nickname, bigram
        case date, year, dayMonth, dayOrMonth
        case sex, nationality, document, phone
    }

    private let keyed: [HMAC<SHA256>]

    init(_ key: RecognitionKey) {
        keyed = Use.allCases.map { HMAC(key: key.derived(for: $0.rawValue)) }
    }

    /// Sixteen bits, of which 0 stands for *not known*.
    func short(_ use: Use, _ token: some Sequence<UInt8>) -> UInt16 {
        let code = code(use, token)
        return max(1, UInt16(code[0]) << 8 | UInt16(code[1]))
    }

    /// Thirty-two bits, of which 0 stands for *not known*.
    func long(_ use: Use, _ token: some Sequence<UInt8>) -> UInt32 {
        max(1, code(use, token).prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
    }

    /// A filter of 64 bits over the pairs of letters of a value, two bits for each.
    func filter(_ value: some Sequence<UInt8>) -> UInt64 {
        var filter: UInt64 = 0
        var last = UInt8(ascii: " ")
        for letter in Array(value) + [UInt8(ascii: " ")] {
            let code = code(.bigram, [last, letter])
            filter |= 1 << UInt64(code[0] & 63) | 1 << UInt64(code[1] & 63)
            last = letter
        }
        return filter
    }

    private func code(_ use: Use, _ token: some Sequence<UInt8>) -> [UInt8] {
        guard let place = Use.allCases.firstIndex(of: use) else { return [] }
        var code = keyed[place]
        code.update(data: Array(token))
        return Array(code.finalize())
    }
}
