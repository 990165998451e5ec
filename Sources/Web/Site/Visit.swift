package import Casework
package import Coalition
package import Hummingbird

/// One request of a member who is signed in.
package struct Visit: Sendable {
    package let node: Node
    package let session: Session<Member>
    package let request: Request
    package let words: Words
    let parameters: Parameters

    package var member: Member { session.payload }

    /// The identifier in the path under this name.
    ///
    /// - Throws: `Refusal.notFound` if it is not one.
    package func identifier<Subject>(
        _ name: String,
        of _: Subject.Type = Subject.self
    ) throws(Refusal) -> Identifier<Subject> {
        guard let text = parameters.get(name), let identifier = Identifier<Subject>(text) else {
            throw .notFound
        }
        return identifier
    }

    /// The place in the log that the path names.
    ///
    /// - Throws: `Refusal.notFound` if it is no number that a place can have.
    package func position() throws(Refusal) -> UInt64 {
        guard let position = UInt64(try word("position")), position < .max else {
            throw .notFound
        }
        return position
    }

    /// A short word in the path under this name.
    ///
    /// - Throws: `Refusal.notFound` if it is not there.
    package func word(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name) else { throw .notFound }
        return text
    }

    /// The query's value under a name; never anything about a person, which goes in a form.
    package func query(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].map(String.init)
    }

    /// Builds a model from the member's desk, if the policy lets them see it.
    package func read<Model: Sendable>(
        _ act: Act,
        _ read: @Sendable (Desk, Commons, Moment) throws -> Model
    ) async throws -> Model {
        try await node.read(act, by: member, read)
    }
}

/// What a view needs besides its model.
package struct Screen: Sendable {
    package let frame: Frame
    package let now: Moment
    /// What was filled in, when a form comes back with its errors.
    package let fields: FormFields
    /// Whether an act is open to this member; pages show only what can be done.
    package let permitted: Set<Act>

    package var words: Words { frame.words }

    /// A form of this page.
    package func form(labels: [String: String] = [:]) -> FormView {
        FormView(words, fields, token: frame.member?.formToken, labels: labels)
    }

    /// A form of this page that begins with values of its own, unless one was sent.
    package func form(
        beginning values: [String: [String]],
        labels: [String: String] = [:]
    ) -> FormView {
        let isFresh = !fields.has(FormFields.tokenName) && fields.errors.isEmpty
        let begun = isFresh ? FormFields(values) : fields
        return FormView(words, begun, token: frame.member?.formToken, labels: labels)
    }
}
