/// One answer to choose.
package struct Option: Sendable {
    package let value: String
    package let label: String
    package let hint: String?

    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }

    /// All cases of a type, each labelled with the text `<prefix>.<raw value>`.
    package static func all<Choice: RawRepresentable<String> & CaseIterable>(
        _: Choice.Type,
        _ prefix: String,
        _ words: Words
    ) -> [Option] {
        Choice.allCases.map { Option($0.rawValue, words("\(prefix).\($0.rawValue)")) }
    }
}

extension FormView {
    /// One choice of a few, all in sight.
    ///
    /// `isRow` puts them side by side, which is good for two or three short ones.
    package func radios(
        _ name: String,
        _ options: [Option],
        hint: String? = nil,
        isRow: Bool = false,
        required: Bool = true
    ) -> HTML {
        choices(name, options, type: "radio", hint, isRow, required)
    }

    /// Any number of choices.
    package func checkboxes(
        _ name: String,
        _ options: [Option],
        hint: String? = nil,
        required: Bool = false
    ) -> HTML {
        choices(name, options, type: "checkbox", hint, false, required)
    }

    /// A single thing to agree to or to say; its label stands beside the box.
    package func tick(_ name: String, hint: String? = nil) -> HTML {
        div(.class(error(of: name) == nil ? "field" : "field field--wrong")) {
            notes(name, hint)
            div(.class("choice")) {
                input(
                    .id(Self.id(name)),
                    .name(name),
                    .type("checkbox"),
                    .value("yes"),
                    .flag("checked", fields.isChecked(name)),
                    describedBy(name, hint),
                    invalid(name)
                )
                Web.label(.for(Self.id(name))) { label(name) }
            }
        }
    }

    private func choices(
        _ name: String,
        _ options: [Option],
        type: String,
        _ hint: String?,
        _ isRow: Bool,
        _ required: Bool
    ) -> HTML {
        let chosen = Set(fields.all(name))
        return fieldset(
            .class(error(of: name) == nil ? "field" : "field field--wrong"),
            describedBy(name, hint)
        ) {
            legend { title(name, required || type == "checkbox") }
            notes(name, hint)
            div(.class(isRow ? "choices choices--row" : "choices")) {
                for (index, option) in options.enumerated() {
                    let id = index == 0 ? Self.id(name) : "\(Self.id(name))-\(index)"
                    div(.class("choice")) {
                        input(
                            .id(id),
                            .name(name),
                            .type(type),
                            .value(option.value),
                            .flag("checked", chosen.contains(option.value)),
                            option.hint == nil ? nil : .aria("describedby", "\(id)-hint")
                        )
                        Web.label(.for(id)) { option.label }
                        if let hint = option.hint {
                            p(.class("hint"), .id("\(id)-hint")) { hint }
                        }
                    }
                }
            }
        }
    }
}
