import Coalition

/// The key that signs for a member, and a new one in its place.
enum AccountKey {
    static func card(_ signingKey: String, _ screen: Screen) -> HTML {
        let words = screen.words
        return Web.card(words("account.key")) {
            p { words("account.keyIntro") }
            ul {
                for item in ["old", "lost", "again"] {
                    li { words("account.keyFacts.\(item)") }
                }
            }
            details {
                summary { words("account.keyShow") }
                code { signingKey }
            }
            screen.form().form("/account/key", submit: words("account.keyRenew")) {
                screen.form(labels: ["keyPassword": words("field.password")]).text(
                    "keyPassword",
                    kind: .password,
                    max: 1000,
                    autocomplete: "current-password"
                )
            }
        }
    }

    /// What the API takes.
    struct Renew: Decodable, Sendable {
        var password: String
    }

    /// Renews the key and ends every session that still has the old one, this one too.
    static func renew(of site: Site) -> Form<Renew, Done> {
        Form(.renewKey, on: AccountPage.own) { fields, _ in
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
