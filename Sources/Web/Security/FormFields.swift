package import Casework

/// What a person filled in, and what was wrong with it.
///
/// Each reader gives the value of a field, or nil and notes an error. Handlers read everything
/// first, so that all errors show at once:
///
/// ```swift
/// var fields = try await FormFields.read(request, session)
/// let place = fields.text("place", max: 200)
/// let sex = fields.choice("sex", of: Sex.self)
/// let age = fields.integer("age", in: 0...120, required: false)
/// guard let place, let sex, fields.errors.isEmpty else { return formPage(fields) }
/// ```
package struct FormFields: Sendable {
    /// The name of the hidden field that carries the session's token.
    package static let tokenName = "form-token"

    private var values: [String: [String]]
    /// The file that came along, if the form has one.
    package internal(set) var file: UploadedFile?
    /// What was wrong, in the order in which the fields were read.
    package private(set) var errors: [FieldError] = []

    /// Fields with these values: those that came in, or those that a form begins with.
    package init(_ values: [String: [String]] = [:]) {
        self.values = values
    }

    /// The first value as it was sent, for showing it again; empty if there is none.
    package func raw(_ name: String) -> String { values[name]?.first ?? "" }

    /// All values as they were sent.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether there is a value that is not empty.
    package func has(_ name: String) -> Bool { values[name]?.contains { !$0.isEmpty } ?? false }

    /// Notes an error that only the handler can see.
    package mutating func reject(_ name: String, _ key: String, _ values: [String: String] = [:]) {
        errors.append(FieldError(name, key, values))
    }

    /// Text without white space around it.
    ///
    /// `max` counts UTF-16 units, as browsers do for `maxlength`. Line breaks are refused unless
    /// `lines` allows them; they come out as line feeds.
    package mutating func text(
        _ name: String,
        max: Int = 200,
        lines: Bool = false,
        required: Bool = true
    ) -> String? {
        guard let text = present(name, required) else { return nil }
        let plain = text.replacing("\r\n", with: "\n").trimmed
        guard plain.unicodeScalars.allSatisfy({ isAllowed($0, lines: lines) }) else {
            return refuse(name, "error.characters")
        }
        guard plain.utf16.count <= max else {
            return refuse(name, "error.tooLong", ["max": String(max)])
        }
        return plain
    }

    /// A secret, exactly as typed: nothing is trimmed.
    package mutating func secret(_ name: String, max: Int = 500) -> String? {
        guard present(name, true) != nil else { return nil }
        let secret = raw(name)
        return secret.utf16.count <= max
            ? secret : refuse(name, "error.tooLong", ["max": String(max)])
    }

    /// One of the cases of a type, by its raw value.
    package mutating func choice<Choice: RawRepresentable<String>>(
        _ name: String,
        of _: Choice.Type,
        required: Bool = true
    ) -> Choice? {
        guard has(name) else { return required ? refuse(name, "error.choose") : nil }
        return Choice(rawValue: raw(name)) ?? refuse(name, "error.choose")
    }

    /// Any number of the cases of a type, by their raw values; at least one if required.
    package mutating func choices<Choice: RawRepresentable<String> & Hashable>(
        _ name: String,
        of _: Choice.Type,
        required: Bool = true
    ) -> Set<Choice>? {
        let sent = all(name).filter { !$0.isEmpty }
        let known = Set(sent.compactMap(Choice.init(rawValue:)))
        guard !required || !sent.isEmpty, known.count == Set(sent).count else {
            return refuse(name, "error.chooseSome")
        }
        return known
    }

    /// Whether a single checkbox was ticked.
    package func isChecked(_ name: String) -> Bool { has(name) }

    /// The file that was chosen for a field.
    package mutating func upload(_ name: String) -> UploadedFile? {
        guard let file, file.field == name else { return refuse(name, "error.file") }
        return file
    }

    /// A whole number in a range, in ASCII digits.
    package mutating func integer(
        _ name: String,
        in range: ClosedRange<Int>,
        required: Bool = true
    ) -> Int? {
        guard let text = present(name, required) else { return nil }
        guard let number = Int(text.trimmed), range.contains(number) else {
            let ends = ["min": String(range.lowerBound), "max": String(range.upperBound)]
            return refuse(name, "error.integer", ends)
        }
        return number
    }

    /// The moment when a day began in central Mexico, from a date field.
    package mutating func day(_ name: String, required: Bool = true) -> Moment? {
        guard let text = present(name, required) else { return nil }
        return LocalTime.startOfDay(text.trimmed) ?? refuse(name, "error.day")
    }

    /// A moment by the clocks of central Mexico, from a date and time field.
    package mutating func moment(_ name: String, required: Bool = true) -> Moment? {
        guard let text = present(name, required) else { return nil }
        return LocalTime.moment(String(text.trimmed.prefix(16))) ?? refuse(name, "error.moment")
    }

    private mutating func present(_ name: String, _ required: Bool) -> String? {
        let text = raw(name)
        guard text.allSatisfy(\.isWhitespace) else { return text }
        return required ? refuse(name, "error.required") : nil
    }

    private mutating func refuse<Value>(
        _ name: String,
        _ key: String,
        _ values: [String: String] = [:]
    ) -> Value? {
        reject(name, key, values)
        return nil
    }

    private func isAllowed(_ scalar: Unicode.Scalar, lines: Bool) -> Bool {
        switch scalar {
        case "\n": lines
        case "\t": true
        default: scalar.properties.generalCategory != .control
        }
    }
}
