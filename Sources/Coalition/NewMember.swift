package import Casework

/// A new member, as a coordinator enters them.
package struct NewMember: Codable, Sendable {
    package var name: String
    package var signIn: String
    package var password: String
    package var roles: Set<Role>

    package init(name: String, signIn: String, password: String, roles: Set<Role>) {
        self.name = name
        self.signIn = signIn
        self.password = password
        self.roles = roles
    }
}

/// A new agency and its first member.
package struct NewAgency: Codable, Sendable {
    package var name: String
    package var kind: AgencyKind
    package var coordinator: NewMember

    package init(name: String, kind: AgencyKind, coordinator: NewMember) {
        self.name = name
        self.kind = kind
        self.coordinator = coordinator
    }
}
