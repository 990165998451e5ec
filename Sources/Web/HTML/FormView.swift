/// A form as it is shown: its values, its errors and its fields, all in one voice.
///
/// A field's label is the text `field.<name>`, unless `labels` has another; the summary of errors
/// uses the same, so that both say the same name. After a refused form give the `FormFields` that
/// it was read with: values and errors show by themselves.
///
/// ```swift
/// let view = FormView(words, fields, token: session.formToken)
/// view.form("/encounters", submit: words("encounter.save")) {
///     view.text("place", hint: words("encounter.placeHint"))
///     view.radios("sex", Option.all(Sex.self, "sex", words))
/// }
/// ```
package struct FormView: Sendable {
    let words: Words
    let fields: FormFields
    private let token: SecretToken?
    private let labels: [String: String]

    /// A view of these fields; the token is the session's, nil only for forms outside sessions.
    package init(
        _ words: Words,
        _ fields: FormFields = FormFields(),
        token: SecretToken?,
        labels: [String: String] = [:]
    ) {
        self.words = words
        self.fields = fields
        self.token = token
        self.labels = labels
    }

    /// The form itself, posted to `path`, with its errors above and its button below.
    ///
    /// `confirm` is a question to ask before an act that cannot be undone, where script runs.
    /// `isDanger` makes the button warn. `hasFile` is for forms with a file among their fields.
    package func form(
        _ path: String,
        submit: String,
        confirm: String? = nil,
        isDanger: Bool = false,
        hasFile: Bool = false,
        @HTMLBuilder content: () throws -> HTML
    ) rethrows -> HTML {
        try form(path, confirm: confirm, hasFile: hasFile) {
            try content()
            p(.class("buttons")) {
                button(.class(isDanger ? "button button--danger" : "button")) { submit }
            }
        }
    }

    /// A form whose content has its own buttons, for when there is more than one way to send it.
    package func form(
        _ path: String,
        confirm: String? = nil,
        hasFile: Bool = false,
        @HTMLBuilder content: () throws -> HTML
    ) rethrows -> HTML {
        try Web.form(
            .class("form"),
            .method("post"),
            .action(path),
            .flag("novalidate", true),
            .autocomplete("off"),
            hasFile ? Attribute("enctype", "multipart/form-data") : nil,
            confirm.map { .data("confirm", $0) }
        ) {
            errorSummary
            if let token {
                hidden(FormFields.tokenName, token.text)
            }
            try content()
        }
    }

    /// A value that goes along unseen.
    package func hidden(_ name: String, _ value: String) -> HTML {
        input(.type("hidden"), .name(name), .value(value))
    }

    func label(_ name: String) -> String { labels[name] ?? words("field.\(name)") }

    func message(_ error: FieldError) -> String { words(error.key, error.values) }

    func error(of name: String) -> FieldError? { fields.errors.first { $0.field == name } }

    /// The id of a field's first control, to which the summary leads.
    static func id(_ name: String) -> String { "field-\(name)" }

    /// All errors, each leading to its field; nothing if there is none.
    var errorSummary: HTML {
        guard !fields.errors.isEmpty else { return HTML() }
        return div(
            .class("errors"),
            .role("alert"),
            Attribute("tabindex", "-1"),
            .aria("labelledby", "errors-title")
        ) {
            h2(.id("errors-title")) { words("form.errors") }
            ul {
                for error in fields.errors {
                    li { summaryLine(error) }
                }
            }
        }
    }

    private func summaryLine(_ error: FieldError) -> HTML {
        guard error.field != FieldError.wholeForm else { return HTML(text: message(error)) }
        return a(.href("#\(Self.id(error.field))")) {
            "\(label(error.field)): \(message(error))"
        }
    }
}
