import Casework
import Coalition

/// The key that everything an agency may read is wrapped to, and a new one in its place.
enum AgencyKeyPage {
    struct Key: Encodable, Sendable {
        var agency: String
        var publicKey: String
        /// Those who have not signed in since the key was renewed.
        var waiting: [String]
    }

    static let page = Page(.renewAgencyKey) { visit in
        let waiting = try await visit.node.waitingForKey(by: visit.member)
        return try await visit.read(.renewAgencyKey) { desk, commons, _ in
            let agency = commons.agencies[desk.agency]
            return Key(
                agency: agency?.name ?? "",
                publicKey: (agency?.wrappingKey ?? []).map(\.hexadecimal).joined(),
                waiting: waiting.compactMap { desk.members[$0]?.name }.sorted()
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("agencyKey.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("members.title"), "/members")
            h1 { words("agencyKey.title") }
            p { words("agencyKey.intro", ["agency": model.agency]) }
            waiting(model.waiting, words)
            details {
                summary { words("account.keyShow") }
                code { model.publicKey }
            }
            card(words("agencyKey.renew")) {
                p { words("agencyKey.when") }
                ul {
                    for item in ["wrapped", "members", "backups"] {
                        li { words("agencyKey.facts.\(item)") }
                    }
                }
                screen.form().form("/agency/key", submit: words("agencyKey.renew")) {
                    AccountKey.passwordField(screen)
                }
            }
        }
    }

    private static func waiting(_ names: [String], _ words: Words) -> HTML {
        guard !names.isEmpty else { return HTML() }
        return notice(.caution) {
            p { words("agencyKey.waiting") }
            ul {
                for name in names { li { name } }
            }
        }
    }

    static func renew(of site: Site) -> Form<AccountKey.Renew, Done> {
        Form(.renewAgencyKey, on: page) { fields, _ in
            fields.secret("keyPassword", max: 1000).map(AccountKey.Renew.init)
        } perform: { input, visit in
            try await site.guardingPassword(of: visit.member) {
                try await visit.node.renewAgencyKey(
                    password: input.password,
                    by: visit.member
                )
            }
            return Done()
        } next: { _, _ in
            "/agency/key"
        }
    }
}
