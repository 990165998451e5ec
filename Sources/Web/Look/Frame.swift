/// What stands around the content of a page.
package struct Frame: Sendable {
    package var words: Words
    /// The path that was asked for, by which the navigation marks where one is.
    package var path: String
    /// Where the language switch returns to: a path that answers to GET.
    package var back: String
    package var settings: SiteSettings
    /// Who is signed in, if anybody.
    package var member: MemberBadge?
    /// The places that this member may go to, in order.
    package var navigation: [NavigationItem]

    package init(
        words: Words,
        path: String,
        back: String? = nil,
        settings: SiteSettings,
        member: MemberBadge? = nil,
        navigation: [NavigationItem] = []
    ) {
        self.words = words
        self.path = path
        self.back = back ?? path
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
    /// Other paths whose pages belong to this place.
    package var others: [String]
    /// How much waits there; nothing shows for nil or 0.
    package var waiting: Int?

    package init(
        _ title: String,
        _ path: String,
        others: [String] = [],
        waiting: Int? = nil
    ) {
        self.title = title
        self.path = path
        self.others = others
        self.waiting = waiting
    }

    /// Whether a page stands in this place: at its path or below, home at its path alone.
    package func holds(_ page: String) -> Bool {
        page == path
            || ([path] + others).contains {
                $0 != "/" && (page == $0 || page.hasPrefix("\($0)/"))
            }
    }
}
