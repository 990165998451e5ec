/// The languages that people met at the southern border of Mexico mostly speak, for a list; any
/// other is written out.
///
/// The raw values are those of ISO 639-3.
enum SpokenLanguage: String, CaseIterable {
    case spanish = "spa"
    case mam = "mam"
    case kiche = "quc"
    case qeqchi = "kek"
    case kaqchikel = "cak"
    case qanjobal = "kjb"
    case tzotzil = "tzo"
    case tzeltal = "tzh"
    case garifuna = "cab"
    case miskito = "miq"
    case haitian = "hat"
    case english = "eng"
    case french = "fra"
    case portuguese = "por"

    /// The language that was written, else the one that was picked; one of the two is needed.
    static func read(_ fields: inout FormFields) -> String? {
        let written = fields.text("otherLanguage", max: 60, required: false)
        let picked = fields.choice("language", of: SpokenLanguage.self, required: written == nil)
        return written ?? picked?.rawValue
    }

    static func name(_ code: String, _ words: Words) -> String {
        SpokenLanguage(rawValue: code).map { words("language.\($0.rawValue)") } ?? code
    }
}
