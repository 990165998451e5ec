import Casework
import Coalition

/// Enrolling a member in one's own agency.
enum NewMemberPage {
    static let page = Page(.enrolMember) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        return Layout.page(
            words("members.new"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("members.title"), "/members")
            h1 { words("members.new") }
            p { words("members.newIntro") }
            screen.form().form("/members", submit: words("members.save")) {
                person(screen)
                screen.form().checkboxes("roles", roles(words))
            }
        }
    }

    static let enrol = Form(.enrolMember, on: page) { fields, _ in
        let person = read(&fields)
        let roles = fields.choices("roles", of: Role.self)
        guard var person, let roles else { return nil }
        person.roles = roles
        return person
    } perform: { (new: NewMember, visit) in
        Made(id: try await visit.node.enrol(new, by: visit.member))
    } next: { made, _ in
        "/members/\(made.id)"
    }

    // MARK: Fields that a new agency's coordinator has too

    static func person(_ screen: Screen) -> HTML {
        let (words, form) = (screen.words, screen.form())
        return HTML {
            form.text("name", hint: words("members.nameHint"))
            form.text("signIn", hint: words("members.signInHint"), max: 100)
            form.text(
                "password",
                hint: words("members.passwordHint"),
                kind: .password,
                max: 1000,
                autocomplete: "new-password"
            )
        }
    }

    /// The person, in no role yet.
    static func read(_ fields: inout FormFields) -> NewMember? {
        let name = fields.text("name")
        let signIn = fields.text("signIn", max: 100)
        let password = fields.secret("password", max: 1000)
        guard let name, let signIn, let password else { return nil }
        return NewMember(name: name, signIn: signIn, password: password, roles: [])
    }

    private static func roles(_ words: Words) -> [Option] {
        Role.allCases.map { role in
            Option(
                role.rawValue,
                words("role.\(role.rawValue)"),
                hint: words("members.role.\(role.rawValue)")
            )
        }
    }
}
