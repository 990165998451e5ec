import Casework
import Coalition

/// Who did something: a member of one's own agency by name, others by agency and role.
struct Who: Encodable, Hashable, Sendable {
    /// Known within the member's own agency only.
    var name: String?
    var agency: String
    var roles: [Role]

    init(_ stamp: Stamp, _ desk: Desk, _ commons: Commons) {
        name = desk.members[stamp.member]?.name
        agency = commons.agencies[stamp.agency]?.name ?? ""
        let held = commons.members[stamp.member]?.roles ?? []
        roles = Role.allCases.filter(held.contains)
    }

    func text(_ words: Words) -> String {
        if let name { return name }
        guard !roles.isEmpty else { return agency }
        let held = roles.map { words("role.\($0.rawValue)") }
        return "\(agency) (\(held.joined(separator: ", ")))"
    }
}

extension Words {
    func sections(_ sections: [Section]) -> String {
        sections.map { self("section.\($0.rawValue)") }.joined(separator: ", ")
    }

    func services(_ services: [Service]) -> String {
        services.map { self("service.\($0.rawValue)") }.joined(separator: ", ")
    }

    /// What may be said of a person without pointing at anyone.
    func person(_ sex: Sex, _ age: AgeBand) -> String {
        "\(self("sex.\(sex.rawValue)")), \(self("ageBand.\(age.rawValue)"))"
    }

    /// The labels of the care forms, by their fields.
    func labels(_ names: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, self("care.field.\($0)")) })
    }
}
