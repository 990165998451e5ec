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
        return "\(agency) (\(words.list(roles, "role")))"
    }
}

extension Words {
    /// Cases by their words, with commas.
    func list<Case: RawRepresentable<String>>(_ cases: [Case], _ prefix: String) -> String {
        cases.map { self("\(prefix).\($0.rawValue)") }.joined(separator: ", ")
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
