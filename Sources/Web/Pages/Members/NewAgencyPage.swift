import Casework
import Coalition

/// Admitting an agency, with its first coordinator.
enum NewAgencyPage {
    static let page = Page(.admitAgency) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        return Layout.page(
            words("agencies.new"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("members.title"), "/members")
            h1 { words("agencies.new") }
            notice(.info) { p { words("agencies.intro") } }
            screen.form().form("/agencies", submit: words("agencies.save")) {
                screen.form().text("agency", hint: words("agencies.nameHint"))
                screen.form().select("kind", Option.all(AgencyKind.self, "agencyKind", words))
                h2 { words("agencies.coordinator") }
                p { words("agencies.coordinatorIntro") }
                NewMemberPage.person(screen)
            }
        }
    }

    static let admit = Form(.admitAgency, on: page) { fields, _ in
        let name = fields.text("agency")
        let kind = fields.choice("kind", of: AgencyKind.self)
        let coordinator = NewMemberPage.read(&fields)
        guard let name, let kind, let coordinator else { return nil }
        return NewAgency(name: name, kind: kind, coordinator: coordinator)
    } perform: { (new: NewAgency, visit) in
        Made(id: try await visit.node.admit(new, by: visit.member))
    } next: { _, _ in
        "/members"
    }
}
