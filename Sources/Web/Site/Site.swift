package import Casework
package import Coalition
import Foundation
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import Vault

package typealias SiteContext = BasicRequestContext

/// The site of one node: its pages, and the same as an API.
///
/// Every route names an act, and the policy is asked before anything else runs; a route cannot be
/// added without one. What stands at `/x` as a page stands at `/api/x` as JSON.
package struct Site: Sendable {
    package let node: Node
    package let publisher: Publisher
    package let settings: SiteSettings
    let sessions: SessionStore<Member>
    let throttle = SignInThrottle()
    let clock: @Sendable () -> Moment
    /// The record as it lies on the disk, opened anew for each check.
    let verify: @Sendable () async throws -> Verification

    package init(
        node: Node,
        publisher: Publisher,
        settings: SiteSettings,
        clock: @escaping @Sendable () -> Moment = Moment.now,
        verify: @escaping @Sendable () async throws -> Verification
    ) {
        self.node = node
        self.publisher = publisher
        self.settings = settings
        sessions = SessionStore()
        self.clock = clock
        self.verify = verify
    }

    var cookie: SessionCookie { SessionCookie(isSecure: settings.isSecure) }

    // MARK: Adding routes

    /// Adds a page, and its model below `/api`.
    func add<Model>(_ path: String, _ page: Page<Model>, to routes: Routes) {
        routes.add(.get, path, page.act) { visit in
            let model = try await page.model(visit)
            return page.view(model, await screen(for: visit, FormFields())).response(status: .ok)
        } api: { visit in
            try JSON.response(try await page.model(visit))
        }
    }

    /// Adds what a form is posted to, and the same below `/api` for a body of JSON.
    func add<Input, Output>(_ path: String, _ form: Form<Input, Output>, to routes: Routes) {
        add(path, form, to: routes) { visit in
            try await FormFields.read(visit.request, visit.session)
        }
    }

    /// Adds what a form is posted to, its fields read in a way of its own.
    func add<Input, Output>(
        _ path: String,
        _ form: Form<Input, Output>,
        to routes: Routes,
        reading read: @escaping @Sendable (Visit) async throws -> FormFields
    ) {
        routes.add(.post, path, form.act) { visit in
            var fields = try await read(visit)
            return try await answer(form, &fields, visit)
        } api: { visit in
            let input: Input = try await JSON.read(visit.request)
            return try JSON.response(try await form.perform(input, visit), status: .ok)
        }
    }

    /// Carries out a form, or shows it again with what is wrong.
    func answer<Input, Output>(
        _ form: Form<Input, Output>,
        _ fields: inout FormFields,
        _ visit: Visit
    ) async throws -> Response {
        var status = HTTPResponse.Status.unprocessableContent
        do {
            if let input = try form.read(&fields, visit), fields.errors.isEmpty {
                let output = try await form.perform(input, visit)
                return .redirect(to: try form.next(output, visit), type: .normal)
            }
        } catch let refusal as Refusal where refusal != .notFound {
            fields.reject(refusal)
        } catch is VaultError {
            fields.reject(FieldError.wholeForm, "dossiers.damaged")
        } catch {
            // What was written stays on the screen: it could not be kept anywhere else.
            guard let trouble = DiskTrouble(error) else { throw error }
            fields.reject(FieldError.wholeForm, trouble.text)
            status = .serviceUnavailable
        }
        return try await form.again(visit, self, fields).response(status: status)
    }

    // MARK: What stands around a page

    func screen(for visit: Visit, _ fields: FormFields) async -> Screen {
        let (permitted, agency) = await node.standing(of: visit.member)
        let path = visit.request.uri.path
        let navigation = Navigation.items(permitted, visit.words)
        let place = navigation.first { $0.holds(path) }
        let frame = Frame(
            words: visit.words,
            path: path,
            back: visit.request.method == .get ? path : place?.path ?? "/",
            settings: settings,
            member: MemberBadge(
                name: visit.member.name,
                agency: agency,
                formToken: visit.session.formToken
            ),
            navigation: navigation
        )
        return Screen(frame: frame, now: clock(), fields: fields, permitted: permitted)
    }
}

/// The places in the navigation, for those who may go there.
enum Navigation {
    private static let places: [(act: Act, key: String, path: String, others: [String])] = [
        (.seeHome, "nav.home", "/", []),
        (.seeEncounters, "nav.encounters", "/encounters", ["/screenings"]),
        (.seeReferrals, "nav.referrals", "/referrals", []),
        (.seeDossiers, "nav.dossiers", "/dossiers", ["/same-person"]),
        (.seeDocuments, "nav.documents", "/documents", []),
        (.seeDirectory, "nav.directory", "/directory", ["/challenges"]),
        (.seeFigures, "nav.figures", "/figures", ["/estimates", "/estimation"]),
        (.seeMembers, "nav.members", "/members", ["/agencies"]),
        (.seeFlags, "nav.flags", "/flags", []),
        (.seeRecord, "nav.record", "/record", []),
    ]

    static func items(_ permitted: Set<Act>, _ words: Words) -> [NavigationItem] {
        places.filter { permitted.contains($0.act) }.map { place in
            NavigationItem(words(place.key), place.path, others: place.others)
        }
    }
}
