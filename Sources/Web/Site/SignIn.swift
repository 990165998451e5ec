import Casework
import Coalition
import HTTPTypes
import Hummingbird

/// Signing in and out: the only routes that need no session.
extension Site {
    func addSignIn(to router: Router<SiteContext>) {
        router.get("sign-in") { request, _ -> Response in
            if await sessions.find(cookie.value(in: request), now: clock()) != nil {
                return .redirect(to: "/", type: .normal)
            }
            return signInPage(request, FormFields()).response(status: .ok)
        }
        router.post("sign-in") { request, _ -> Response in
            var fields = try await FormFields.readOutsideSession(request)
            let name = fields.text("signIn", max: SignInInput.longestName)
            let password = fields.secret("password", max: SignInInput.longestPassword)
            if let name, let password, fields.errors.isEmpty {
                switch try await self.signIn(name, password) {
                case .member(let member):
                    await sessions.end(cookie.value(in: request))
                    let token = await sessions.begin(member, now: clock())
                    var response = Response.redirect(to: "/", type: .normal)
                    cookie.set(token, on: &response)
                    return response
                case .wait(let seconds):
                    fields.reject("form", "signIn.wait", ["seconds": String(seconds)])
                case .refused:
                    fields.reject("form", "signIn.refused")
                }
            }
            return signInPage(request, fields).response(status: .unprocessableContent)
        }
        router.post("sign-out") { request, _ -> Response in
            let token = cookie.value(in: request)
            guard let session = await sessions.find(token, now: clock()) else {
                return .redirect(to: "/sign-in", type: .normal)
            }
            _ = try await FormFields.read(request, session)
            await sessions.end(token)
            var response = Response.redirect(to: "/sign-in", type: .normal)
            cookie.clear(on: &response)
            return response
        }
        router.get("leave") { request, _ -> Response in
            await sessions.end(cookie.value(in: request))
            return Leave.response(settings)
        }
        router.post("api/sign-in") { request, _ -> Response in
            let input: SignInInput = try await JSON.read(request, upTo: SignInInput.largestBody)
            guard input.isOfSize else { throw HTTPError(.unauthorized) }
            switch try await self.signIn(input.signIn, input.password) {
            case .member(let member):
                let token = await sessions.begin(member, now: clock())
                return try JSON.response(SignedIn(token: token.text, roles: member.roles))
            case .wait(let seconds):
                throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(seconds)])
            case .refused:
                throw HTTPError(.unauthorized)
            }
        }
        router.post("api/sign-out") { request, _ -> Response in
            await sessions.end(bearerToken(of: request))
            return try JSON.response(Done())
        }
    }

    private enum Outcome {
        case member(Member)
        case wait(seconds: Int)
        case refused
    }

    /// - Throws: what kept the store or the vault from answering; that is not a wrong password.
    private func signIn(_ name: String, _ password: String) async throws -> Outcome {
        let account = name.trimmed.lowercased()
        if let seconds = await throttle.admit(account, now: clock()) {
            return .wait(seconds: seconds)
        }
        do {
            let member = try await node.signIn(name: name, password: password)
            await throttle.succeeded(account)
            return .member(member)
        } catch is SignInRefused {
            return .refused
        }
    }

    private func signInPage(_ request: Request, _ fields: FormFields) -> HTML {
        let words = Words(Language.preferred(by: request))
        let frame = Frame(words: words, path: "/sign-in", settings: settings)
        let view = FormView(words, fields, token: nil)
        return Layout.page(words("signIn.title"), in: frame, hasErrors: !fields.errors.isEmpty) {
            h1 { words("signIn.title") }
            p { words("signIn.intro") }
            view.form("/sign-in", submit: words("signIn.submit")) {
                view.text("signIn", autocomplete: "username", isShort: false)
                view.text("password", kind: .password, autocomplete: "current-password")
            }
            p(.class("hint")) { words("signIn.help") }
        }
    }
}

private struct SignInInput: Decodable {
    var signIn: String
    var password: String

    /// What anybody can send without a session is held small: the throttle remembers names.
    static let largestBody = 16 * 1024
    /// In UTF-16 units, as the page's fields count.
    static let longestName = 100
    static let longestPassword = 1000

    var isOfSize: Bool {
        signIn.utf16.count <= Self.longestName && password.utf16.count <= Self.longestPassword
    }
}

private struct SignedIn: Encodable {
    var token: String
    var roles: Set<Role>
}
