/// A sex as registers write it.
enum Sex: UInt8 {
    case female = 0x66
    case male = 0x6d
    case other = 0x78
    /// `M` alone, which is `mujer` where men are `H` and male elsewhere; the column decides.
    case femaleOrMale = 0x3f

    /// Reads a word or code in Spanish, English, French or Portuguese; nil when it says nothing.
    init?(_ value: Span<UInt8>) {
        guard value.count <= 24 else { return nil }
        var folded: [UInt8] = []
        _ = Letters.fold(value, into: &folded)
        let word = String(decoding: folded.filter { (0x30...0x7a).contains($0) }, as: UTF8.self)
        switch word {
        case "f", "fem", "female", "femenino", "femenina", "feminino", "feminin", "feminine",
            "mujer",
            "mulher", "femme", "woman", "girl", "nina", "fille", "2", "w":
            self = .female
        case "h", "hombre", "male", "masc", "masculino", "masculin", "masculine", "homem", "homme",
            "man", "boy", "nino", "varon", "macho", "garcon", "1":
            self = .male
        case "m": self = .femaleOrMale
        case "x", "nb", "nobinario", "nobinarie", "nonbinary", "otro", "otra", "other", "otre",
            "autre",
            "outro", "intersex", "intersexual", "indeterminado", "diverse", "trans", "transgender":
            self = .other
        default: return nil
        }
    }

    /// Whether a value is the `H` that makes the column's `M` a woman.
    static func isLetterH(_ value: Span<UInt8>) -> Bool {
        value.count == 1 && value[0] | 0x20 == UInt8(ascii: "h")
    }
}
