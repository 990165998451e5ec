/// What a line of text is, for the browser's keyboard and checks.
package enum TextKind: String, Sendable {
    case text, password, email, tel, search
    /// A whole number.
    case number
    /// A code of digits, such as one for signing in.
    case code
    case date
    case dateTime = "datetime-local"

    fileprivate var type: String {
        switch self {
        case .number, .code: "text"
        default: rawValue
        }
    }

    fileprivate var isDigits: Bool { self == .number || self == .code }
}

extension FormView {
    /// One line of text, a number, a date or a secret.
    ///
    /// `autocomplete` is `off`, so that a shared device offers nobody's answers to the next
    /// person, or a token of the HTML Standard, section 4.10.18.7, where remembering helps.
    /// `isShort` is for answers of a word or two.
    package func text(
        _ name: String,
        hint: String? = nil,
        kind: TextKind = .text,
        max: Int = 200,
        autocomplete: String = "off",
        isShort: Bool = false,
        required: Bool = true
    ) -> HTML {
        labelled(name, hint, required) { describedBy in
            input(
                .id(Self.id(name)),
                .name(name),
                .type(kind.type),
                kind == .password ? nil : .value(fields.raw(name)),
                kind == .date || kind == .dateTime ? nil : Attribute("maxlength", String(max)),
                kind.isDigits ? Attribute("inputmode", "numeric") : nil,
                .autocomplete(autocomplete),
                Attribute("spellcheck", "false"),
                isShort || kind.isDigits || kind == .date || kind == .dateTime
                    ? .class("short") : nil,
                describedBy,
                invalid(name)
            )
        }
    }

    /// Several lines of text.
    package func area(
        _ name: String,
        hint: String? = nil,
        max: Int = 4000,
        rows: Int = 5,
        required: Bool = true
    ) -> HTML {
        labelled(name, hint, required) { describedBy in
            textarea(
                .id(Self.id(name)),
                .name(name),
                Attribute("rows", String(rows)),
                Attribute("maxlength", String(max)),
                .autocomplete("off"),
                describedBy,
                invalid(name)
            ) {
                // A line feed right after the start tag is dropped by browsers; the first of the
                // text must not be.
                "\n\(fields.raw(name))"
            }
        }
    }

    /// One choice of many, folded away; for up to about seven, radios are easier.
    package func select(
        _ name: String,
        _ options: [Option],
        hint: String? = nil,
        required: Bool = true
    ) -> HTML {
        let chosen = fields.raw(name)
        return labelled(name, hint, required) { describedBy in
            Web.select(
                .id(Self.id(name)),
                .name(name),
                .autocomplete("off"),
                describedBy,
                invalid(name)
            ) {
                option(.value("")) { words("form.pick") }
                for item in options {
                    option(.value(item.value), .flag("selected", item.value == chosen)) {
                        item.label
                    }
                }
            }
        }
    }

    /// A file to send along; the form needs `hasFile`.
    package func file(_ name: String, hint: String? = nil, accept: String) -> HTML {
        labelled(name, hint, true) { describedBy in
            input(
                .id(Self.id(name)),
                .name(name),
                .type("file"),
                Attribute("accept", accept),
                describedBy,
                invalid(name)
            )
        }
    }

    private func labelled(
        _ name: String,
        _ hint: String?,
        _ required: Bool,
        control: (Attribute?) -> HTML
    ) -> HTML {
        div(.class(error(of: name) == nil ? "field" : "field field--wrong")) {
            Web.label(.for(Self.id(name))) { title(name, required) }
            notes(name, hint)
            control(describedBy(name, hint))
        }
    }

    func title(_ name: String, _ required: Bool) -> HTML {
        HTML {
            label(name)
            if !required {
                span(.class("optional")) { " \(words("form.optional"))" }
            }
        }
    }

    /// The hint and the error of a field, under its label.
    func notes(_ name: String, _ hint: String?) -> HTML {
        HTML {
            if let hint {
                p(.class("hint"), .id("hint-\(name)")) { hint }
            }
            if let error = error(of: name) {
                p(.class("error"), .id("error-\(name)")) {
                    span(.aria("hidden", "true")) { "▲ " }
                    message(error)
                }
            }
        }
    }

    func describedBy(_ name: String, _ hint: String?) -> Attribute? {
        let ids = [
            hint.map { _ in "hint-\(name)" },
            error(of: name).map { _ in "error-\(name)" },
        ].compactMap(\.self)
        return ids.isEmpty ? nil : .aria("describedby", ids.joined(separator: " "))
    }

    func invalid(_ name: String) -> Attribute? {
        error(of: name) == nil ? nil : .aria("invalid", "true")
    }
}
