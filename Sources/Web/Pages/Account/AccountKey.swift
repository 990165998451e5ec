import Casework
import Coalition

/// The key that signs for a member, and a new one in its place.
enum AccountKey {
    struct Key: Encodable, Sendable {
        /// The public key that signs now.
        var signingKey: String
    }

    static let page = Page(.renewKey) { visit in
        Key(signingKey: visit.member.card.signingKey.map(\.hexadecimal).joined())
    } view: { (model: Key, screen) in
        let words = screen.words
        return Layout.page(
            words("account.key"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("account.title"), "/account")
            h1 { words("account.key") }
            p { words("account.keyIntro") }
            ul {
                for item in ["old", "lost", "again"] {
                    li { words("account.keyFacts.\(item)") }
                }
            }
            details {
                summary { words("account.keyShow") }
                code { model.signingKey }
            }
            screen.form().form("/account/key", submit: words("account.keyRenew")) {
                passwordField(screen)
            }
        }
    }

    /// The field for the password that a member has now.
    static func passwordField(_ screen: Screen) -> HTML {
        screen.form().text(
            "keyPassword",
            kind: .password,
            max: 1000,
            autocomplete: "current-password"
        )
    }

    /// What the API takes.
    struct Renew: Decodable, Sendable {
        var password: String
    }

    /// Renews the key and ends every session that still has the old one, this one too.
    static func renew(of site: Site) -> Form<Renew, Done> {
        Form(.renewKey, on: page) { fields, _ in
            fields.secret("keyPassword", max: 1000).map(Renew.init)
        } perform: { input, visit in
            let member = visit.member
            try await site.guardingPassword(of: member) {
                try await visit.node.renewKey(password: input.password, by: member)
            }
            await site.sessions.endAll { $0.id == member.id }
            return Done()
        } next: { _, _ in
            "/sign-in"
        }
    }
}
