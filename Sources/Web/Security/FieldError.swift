/// Something wrong with one field of a form, for the summary above the form and for the field.
package struct FieldError: Sendable, Equatable {
    /// The name that stands for the form as a whole, for what no single field can mend.
    package static let wholeForm = "form"

    /// The field's name, or `wholeForm`.
    package let field: String
    /// The key of the text that says what is wrong.
    package let key: String
    /// What that text needs.
    package let values: [String: String]

    package init(_ field: String, _ key: String, _ values: [String: String] = [:]) {
        self.field = field
        self.key = key
        self.values = values
    }
}
