/// An indicator set as it stands in a file, before anything is known to be right.
///
/// Everything is optional and enumerations are plain text, so that a fault can be reported by
/// field and code and not only as a failure to decode.
struct IndicatorSetDocument: Decodable {
    struct Text: Decodable {
        let es: String?
        let en: String?
    }

    struct DimensionEntry: Decodable {
        let id: String?
        let title: Text?
    }

    struct IndicatorEntry: Decodable {
        let code: String?
        let text: Text?
        let help: Text?
        let palermo: [String]?
        let dimension: String?
        let strengthAdult: String?
        let strengthChild: String?
    }

    let id: String?
    let version: String?
    let method: String?
    let appliesTo: String?
    let title: Text?
    let source: Text?
    let sourceMark: String?
    let note: Text?
    let dimensions: [DimensionEntry]?
    let indicators: [IndicatorEntry]?
}
