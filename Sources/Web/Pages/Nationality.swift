/// The countries that people met at the southern border of Mexico mostly come from, for a list;
/// any other is written as its code.
///
/// The raw values are those of ISO 3166-1 alpha-2.
enum Nationality: String, CaseIterable {
    case honduras = "HN"
    case guatemala = "GT"
    case elSalvador = "SV"
    case nicaragua = "NI"
    case haiti = "HT"
    case cuba = "CU"
    case venezuela = "VE"
    case ecuador = "EC"
    case colombia = "CO"
    case brazil = "BR"
    case mexico = "MX"

    /// The code that was written, else the one that was picked.
    static func read(_ fields: inout FormFields) -> String? {
        let picked = fields.choice("nationality", of: Nationality.self, required: false)
        guard let written = fields.text("otherNationality", max: 2, required: false) else {
            return picked?.rawValue
        }
        guard written.count == 2, written.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            fields.reject("otherNationality", "refusal.invalid")
            return nil
        }
        return written.uppercased()
    }

    static func name(_ code: String, _ words: Words) -> String {
        Nationality(rawValue: code).map { words("country.\($0.rawValue)") } ?? code
    }
}
