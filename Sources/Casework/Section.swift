/// A part of a dossier with a key of its own.
package enum Section: String, Codable, CaseIterable, Sendable {
    case identity, whereabouts, journey, exploitation, health, assistance, legal
    case homecoming = "return"
}

extension Section: Comparable {
    /// The order in which sections stand on a page.
    package static func < (left: Section, right: Section) -> Bool {
        let order = Section.allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
