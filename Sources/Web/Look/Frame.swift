/// What stands around the content of a page.
package struct Frame: Sendable {
    package var words: Words
    /// The page's own path, to which the language switch returns: one that answers to GET.
    package var path: String
    package var settings: SiteSettings
    /// Who is signed in, if anybody.
    package var member: MemberBadge?
    /// The places that this member may go to, in order.
    package var navigation: [NavigationItem]

    package init(
        words: Words,
        path: String,
        settings: SiteSettings,
        member: MemberBadge? = nil,
        navigation: [NavigationItem] = []
    ) {
        self.words = words
        self.path = path
        self.settings = settings
        self.member = member
        self.navigation = navigation
    }
}

/// Who is signed in, as the top of a page says it.
package struct MemberBadge: Sendable {
    package var name: String
    package var agency: String
    /// The session's token, for the button that signs out.
    package var formToken: SecretToken

    package init(name: String, agency: String, formToken: SecretToken) {
        self.name = name
        self.agency = agency
        self.formToken = formToken
    }
}

/// One place in the navigation.
package struct NavigationItem: Sendable {
    package var title: String
    package var path: String
    /// How much waits there; nothing shows for nil or 0.
    package var waiting: Int?

    package init(_ title: String, _ path: String, waiting: Int? = nil) {
        self.title = title
        self.path = path
        self.waiting = waiting
    }
}
