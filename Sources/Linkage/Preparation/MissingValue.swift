/// What people write where there is nothing to write.
enum MissingValue {
    /// Whether a name is absent: empty, or a word that says so.
    ///
    /// `NA` is absent and `Na` a name, because only machines write it in capitals.
    static func isName(_ value: Span<UInt8>) -> Bool {
        if value.count == 2, value[0] == UInt8(ascii: "N"), value[1] == UInt8(ascii: "A") {
            return true
        }
        if value.count == 4, isCapitals(value), isOneOf(value, capitals) { return true }
        return isEmpty(value) || isFiller(value, letters: true) || isOneOf(value, words)
    }

    /// Whether a value other than a name is absent: empty, signs alone, one digit or `x` repeated, or a
    /// word that says so.
    static func isValue(_ value: Span<UInt8>) -> Bool {
        isEmpty(value) || isFiller(value, letters: false) || isOneOf(value, words)
            || isOneOf(value, valueWords)
    }

    private static func isEmpty(_ value: Span<UInt8>) -> Bool {
        for index in value.indices {
            switch value[index] {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...: return false
            default: break
            }
        }
        return true
    }

    /// `xx`, `xxxx`, `00000`, `99999`: two `x`, or five of one digit, and nothing else.
    private static func isFiller(_ value: Span<UInt8>, letters: Bool) -> Bool {
        guard value.count >= 2, value.count <= 20 else { return false }
        let first = value[0] | 0x20
        for index in value.indices where value[index] | 0x20 != first { return false }
        if first == UInt8(ascii: "x") { return true }
        return !letters && value.count >= 5 && (0x30...0x39).contains(value[0])
    }

    private static func isCapitals(_ value: Span<UInt8>) -> Bool {
        for index in value.indices where value[index] & 0x20 != 0 { return false }
        return true
    }

    private static func isOneOf(_ value: Span<UInt8>, _ set: Set<UInt64>) -> Bool {
        guard let key = key(value) else { return false }
        return set.contains(key)
    }

    /// The letters and signs folded into one number, without spaces; nil when they are many.
    private static func key(_ value: Span<UInt8>) -> UInt64? {
        guard value.count <= 24 else { return nil }
        var key: UInt64 = 0
        for index in value.indices {
            var byte = value[index]
            if (0x41...0x5a).contains(byte) { byte |= 0x20 }
            guard byte > 0x20 || key != 0 else { continue }
            if byte == 0x20 || byte == UInt8(ascii: "_") { continue }
            key = (key ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return key
    }

    private static let words = keys(
        [
            "n/a", "n.a.", "#n/a", "<na>", "nan", "null", "(null)", "nil", "s/d", "s/n", "s.d.",
            "s.n.", "n/d", "n.d.", "nn", "n.n.", "sin dato", "sin datos", "sin nombre",
            "sin informacion", "sin información", "sin apellido", "desconocido", "desconocida",
            "desconocidos", "se desconoce", "se ignora", "ignorado", "ignorada", "no aplica",
            "no consta", "no especificado", "no especificada", "no proporciona", "no proporcionado",
            "no sabe", "no refiere", "no tiene", "ninguno", "ninguna", "unknown", "unk", "unnamed",
            "not known", "not available", "not applicable", "not given", "not stated", "missing",
            "no name", "none given", "inconnu", "inconnue", "sans nom", "desconhecido",
            "desconhecida", "não informado", "nao informado", "sem nome", "tbd", "x", "fnu", "lnu",
        ]
    )

    private static let capitals = keys(["null", "none"])

    private static let valueWords = keys(["na", "none", "sd", "nd", "sn", "no", "0", "unspecified"])

    private static func keys(_ words: [String]) -> Set<UInt64> {
        Set(words.compactMap { key(Array($0.utf8).span) })
    }
}
