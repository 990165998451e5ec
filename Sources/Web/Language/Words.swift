/// The voice of one page: texts by key, in the reader's language.
///
/// ```swift
/// words("inbox.title")
/// words("inbox.from", ["agency": name])
/// words("inbox.waiting", count: 3)
/// ```
package struct Words: Sendable, Equatable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// The text of a key, with `{name}` replaced by the value of that name.
    ///
    /// A key or a value that is missing shows as `⟦…⟧` and is recorded in `Catalogue.missing`.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = Catalogue.text(key, in: language) else { return "⟦\(key)⟧" }
        return text.contains("{") ? fill(text, key, values) : text
    }

    /// The text of `key.one` or `key.other`, with `{count}` replaced by the number.
    package func callAsFunction(
        _ key: String,
        count: Int,
        _ values: [String: String] = [:]
    ) -> String {
        var values = values
        values["count"] = number(count)
        return self(count == 1 ? "\(key).one" : "\(key).other", values)
    }

    /// Replaces placeholders in one pass, so that braces inside a value stay as they are.
    private func fill(_ text: String, _ key: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            if let value = values[name] {
                result += value
            } else {
                Catalogue.recordMissing("\(key){\(name)}")
                result += "⟦\(name)⟧"
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
