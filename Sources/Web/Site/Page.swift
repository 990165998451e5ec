package import Coalition

/// One page: what it needs to know, and how that is shown.
///
/// The model is also what the API gives.
package struct Page<Model: Encodable & Sendable>: Sendable {
    package let act: Act
    package let model: @Sendable (Visit) async throws -> Model
    package let view: @Sendable (Model, Screen) -> HTML

    package init(
        _ act: Act,
        model: @escaping @Sendable (Visit) async throws -> Model,
        view: @escaping @Sendable (Model, Screen) -> HTML
    ) {
        self.act = act
        self.model = model
        self.view = view
    }
}

/// Something a page asks the member to fill in.
///
/// `Input` is what the API takes as JSON; a form's fields are read into the same type.
package struct Form<Input: Decodable & Sendable, Output: Encodable & Sendable>: Sendable {
    package let act: Act
    /// Reads the fields; `nil` when any of them was wrong, which the fields then say.
    package let read: @Sendable (inout FormFields, Visit) throws -> Input?
    /// Carries it out.
    package let perform: @Sendable (Input, Visit) async throws -> Output
    /// Where the member goes next.
    package let next: @Sendable (Output, Visit) throws -> String
    /// The page with the form, to be shown again with what is wrong.
    package let again: @Sendable (Visit, Site, FormFields) async throws -> HTML

    package init<Model>(
        _ act: Act,
        on page: Page<Model>,
        read: @escaping @Sendable (inout FormFields, Visit) throws -> Input?,
        perform: @escaping @Sendable (Input, Visit) async throws -> Output,
        next: @escaping @Sendable (Output, Visit) throws -> String
    ) {
        self.act = act
        self.read = read
        self.perform = perform
        self.next = next
        again = { visit, site, fields in
            let model = try await page.model(visit)
            return page.view(model, await site.screen(for: visit, fields))
        }
    }
}

/// The output of a command that makes nothing.
package struct Done: Encodable, Sendable {
    package init() {}
}
