/// A small valid indicator set in JSON, any part of which a test can replace with something else.
struct SampleSet {
    var id = #""propio""#
    var version = "1"
    var method = "list"
    var appliesTo = #""any""#
    var note = #"{"es": "Nota.", "en": "Note."}"#
    var dimensions = "[]"
    var code = "x1"
    var text = #"{"es": "¿Sí?", "en": "Yes?"}"#
    /// Further fields of the first indicator, each after a comma.
    var more = ""
    /// Further indicators, each after a comma.
    var others = ""

    var json: [UInt8] {
        let text = """
            {"id": \(id), "version": "\(version)", "method": "\(method)", "appliesTo": \(appliesTo),
            "title": {"es": "Propio", "en": "Own"}, "source": {"es": "Aquí", "en": "Here"},
            "sourceMark": "memory", "note": \(note), "dimensions": \(dimensions),
            "indicators": [{"code": "\(code)", "text": \(text)\(more)}\(others)]}
            """
        return Array(text.utf8)
    }
}
