/// What a word may be in a name apart from a name; found in one table, with one look.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt16

    /// Left out where it joins other words: `de`, `von`, `bin`.
    static let particle = WordTraits(rawValue: 1)
    /// Left out between surnames only: the Portuguese `e`.
    static let surnameParticle = WordTraits(rawValue: 2)
    /// A particle that may be a name of its own at the beginning of a full name: `Do Van Minh`.
    static let innerParticle = WordTraits(rawValue: 512)
    /// Left out at the beginning: `Sra`, `Dr`.
    static let title = WordTraits(rawValue: 4)
    /// Left out at the end: `Jr`, `hijo`.
    static let suffix = WordTraits(rawValue: 8)
    /// One word with the next: `San Martín`, `St. Louis`, `Mac Donald`, `Abu Bakr`.
    static let prefix = WordTraits(rawValue: 16)
    /// Written out: `Fco` is `francisco`.
    static let abbreviation = WordTraits(rawValue: 32)
    /// A syllable of Chinese in one of its Latin spellings.
    static let syllable = WordTraits(rawValue: 64)
    /// A Chinese surname in one of its Latin spellings.
    static let chineseSurname = WordTraits(rawValue: 128)
    /// Left out anywhere: `viuda`, `alias`.
    static let remark = WordTraits(rawValue: 256)

    /// What a word may be; a word of more than eight letters is none of these.
    static func of(_ word: [UInt8]) -> WordTraits {
        word.count > 8 ? [] : table[key(word)] ?? []
    }

    /// A word of at most eight letters as one number.
    private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let table: [UInt64: WordTraits] = {
        var table: [UInt64: WordTraits] = [:]
        func add(_ words: some Sequence<some StringProtocol>, _ traits: WordTraits) {
            for word in words { table[key(word.utf8), default: []].insert(traits) }
        }
        add(particles.split(separator: " "), .particle)
        add(["e"], .surnameParticle)
        add("y da do dos das di du des ter ten zu of the".split(separator: " "), .innerParticle)
        add(titles.split(separator: " "), .title)
        add(suffixes.split(separator: " "), .suffix)
        add(remarks.split(separator: " "), .remark)
        add(prefixes.keys, .prefix)
        add(abbreviations.keys, .abbreviation)
        add(ChineseSpelling.syllables, .syllable)
        add(ChineseSpelling.surnames.keys, .chineseSurname)
        // A Spanish name before it is a Chinese syllable.
        table[key("juan".utf8)]?.remove(.syllable)
        return table
    }()

    private static let particles =
        "de del dela la las los y da do dos das di du des der den ter ten van von vom zu zum zur "
        + "bin ibn bint binti al el ul ur af av of the"

    private static let titles =
        "mr mrs ms miss mister mme mlle monsieur madame don dona sr sra srta senor senora dr dra "
        + "doctor doctora lic ing prof profa arq fray sor sir lord lady rev hon capt col maj sgt lt"

    private static let suffixes =
        "jr jnr junior sr snr senior ii iii iv hijo hija fils filho neto sobrinho esq phd baronet "
        + "viscount bt"

    private static let remarks = "viuda vda nee nacida nacido born alias aka casada"

    /// What each prefix becomes when it is joined to the next word.
    static let prefixes: [String: String] = [
        "san": "san", "santa": "santa", "santo": "santo", "sta": "santa", "sto": "santo",
        "sao": "sao", "st": "saint", "ste": "sainte", "saint": "saint", "sainte": "sainte",
        "mac": "mac", "mc": "mac", "fitz": "fitz", "abu": "abu", "abou": "abu", "umm": "umm",
    ]

    /// Short ways of writing names that are not names themselves.
    static let abbreviations: [String: String] = [
        "gpe": "guadalupe", "fco": "francisco", "fca": "francisca", "fdo": "fernando",
        "gmo": "guillermo", "ant": "antonio", "hdez": "hernandez",
        "hdz": "hernandez", "hrdez": "hernandez", "gzz": "gonzalez", "glz": "gonzalez",
        "glez": "gonzalez", "gzlez": "gonzalez", "gonz": "gonzalez", "rdz": "rodriguez",
        "rguez": "rodriguez", "rdguez": "rodriguez", "rodz": "rodriguez", "mtz": "martinez",
        "mtnez": "martinez", "mnez": "martinez", "fdez": "fernandez", "fdz": "fernandez",
        "lpz": "lopez", "jmz": "jimenez", "jmnez": "jimenez", "dguez": "dominguez",
        "dgz": "dominguez", "vzqz": "vazquez", "vqz": "vazquez", "rmz": "ramirez",
        "rmrz": "ramirez", "gtz": "gutierrez", "gtrrz": "gutierrez", "gtez": "gutierrez",
        "schz": "sanchez", "snchz": "sanchez", "szch": "sanchez", "prz": "perez",
        "mohd": "muhammad", "muhd": "muhammad", "mhd": "muhammad", "md": "muhammad",
        "mst": "mosammat", "mosa": "mosammat", "wm": "william", "chas": "charles",
        "jno": "john", "thos": "thomas", "jas": "james", "robt": "robert", "benj": "benjamin",
        "saml": "samuel", "edw": "edward", "abd": "abdul", "abdel": "abdul", "abdal": "abdul",
        "abdoul": "abdul", "abdur": "abdul", "abder": "abdul", "abdool": "abdul",
        "eldin": "uddin", "aldin": "uddin", "eddine": "uddin", "eddin": "uddin", "addin": "uddin",
        "ouddin": "uddin", "uddine": "uddin",
    ]
}
