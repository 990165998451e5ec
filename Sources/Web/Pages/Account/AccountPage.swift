import Casework
import Coalition
import HTTPTypes
import Hummingbird

extension Site {
    func addAccount(to routes: Routes) {
        add("account", AccountPage.own, to: routes)
        add("account", AccountPage.change(of: self), to: routes)
        add("account/key", AccountKey.page, to: routes)
        add("account/key", AccountKey.renew(of: self), to: routes)
    }
}

/// A member's own account: who they are here, and the password that only they know.
enum AccountPage {
    struct Own: Encodable, Sendable {
        var name: String
        var signIn: String
        var agency: String
        var roles: Set<Role>
    }

    static let own = Page(.seeAccount) { visit in
        let member = visit.member
        return try await visit.read(.seeAccount) { desk, commons, _ in
            Own(
                name: member.name,
                signIn: desk.members[member.id]?.signIn ?? "",
                agency: commons.agencies[member.agency]?.name ?? "",
                roles: member.roles
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("account.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            h1 { words("account.title") }
            summaryList(
                [
                    SummaryRow(words("field.name"), model.name),
                    SummaryRow(words("field.signIn"), model.signIn),
                    SummaryRow(words("field.agency"), model.agency),
                    SummaryRow(words("field.roles"), words.list(model.roles)),
                ],
                words
            )
            card(words("account.change")) {
                p { words("account.intro") }
                let form = screen.form(labels: ["password": words("account.new")])
                form.form("/account", submit: words("account.save")) {
                    passwords(form, words)
                }
            }
            p(.class("buttons")) {
                a(.class("button button--quiet"), .href("/account/key")) { words("account.key") }
            }
        }
    }

    private static func passwords(_ form: FormView, _ words: Words) -> HTML {
        HTML {
            form.text("oldPassword", kind: .password, max: 1000, autocomplete: "current-password")
            form.text(
                "password",
                hint: words("account.passwordHint"),
                kind: .password,
                max: 1000,
                autocomplete: "new-password"
            )
            form.text("again", kind: .password, max: 1000, autocomplete: "new-password")
        }
    }

    /// What the API takes; a program need not say the new password twice.
    struct Change: Decodable, Sendable {
        var oldPassword: String
        var password: String
    }

    /// Changes the password and ends every session that the old one began, this one too.
    static func change(of site: Site) -> Form<Change, Done> {
        Form(.changePassword, on: own) { fields, _ in
            let old = fields.secret("oldPassword", max: 1000)
            let new = fields.secret("password", max: 1000)
            let again = fields.secret("again", max: 1000)
            guard let old, let new, let again else { return nil }
            guard new == again else {
                fields.reject("again", "account.differs")
                return nil
            }
            return Change(oldPassword: old, password: new)
        } perform: { change, visit in
            let member = visit.member
            try await site.guardingPassword(of: member) {
                try await visit.node.changePassword(
                    from: change.oldPassword,
                    to: change.password,
                    by: member
                )
            }
            await site.sessions.endAll { $0.id == member.id }
            return Done()
        } next: { _, _ in
            "/sign-in"
        }
    }
}

extension Site {
    /// Does something that asks for the member's own password.
    ///
    /// Whoever sits at a session that was left open may not guess on.
    func guardingPassword(
        of member: Member,
        _ work: () async throws -> Void
    ) async throws {
        // No sign-in name begins so.
        let tries = "\n\(member.id)"
        if let seconds = await throttle.admit(tries, now: clock()) {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(seconds)])
        }
        do {
            try await work()
        } catch let error where error as? Refusal != .wrongPassword {
            await throttle.succeeded(tries)
            throw error
        }
        await throttle.succeeded(tries)
    }
}

extension Words {
    /// Roles in words, in the order in which the roles are defined.
    func list(_ roles: Set<Role>) -> String {
        Role.allCases.filter(roles.contains).map { self("role.\($0.rawValue)") }
            .joined(separator: ", ")
    }
}
