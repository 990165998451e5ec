import Casework
import Coalition

extension Site {
    func addDirectory(to routes: Routes) {
        add("directory", Directory.page, to: routes)
        add("challenges", Challenges.page, to: routes)
    }
}

/// Who takes part, and the organizations, people in office, places and dates that sources name.
enum Directory {
    struct Model: Encodable, Sendable {
        var coalition: String
        var agencies: [AgencyLine]
        var listings: [ListedLine]
    }

    struct AgencyLine: Encodable, Sendable {
        var name: String
        var kind: AgencyKind
    }

    private static let kinds: [ListingKind] = [.organization, .person, .place, .date]

    static let page = Page(.seeDirectory) { visit in
        try await visit.read(.seeDirectory) { desk, commons, _ in
            Model(
                coalition: commons.name,
                agencies: commons.order.compactMap { commons.agencies[$0] }.map {
                    AgencyLine(name: $0.name, kind: $0.kind)
                },
                listings: ListedLine.lines(of: Set(kinds), desk, commons)
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("directory.title"), in: screen.frame, isWide: true) {
            h1 { words("directory.title") }
            commonsTabs(screen)
            listingsIntro("directory.intro", screen)
            dataTable(
                words("directory.agencies", ["coalition": model.coalition]),
                [Column(words("directory.agency")), Column(words("directory.agencyKind"))],
                rows: model.agencies.map { agency in
                    [
                        HTML(text: agency.name),
                        HTML(text: words("agencyKind.\(agency.kind.rawValue)")),
                    ]
                }
            )
            for kind in kinds {
                listingCard(
                    words("directory.kind.\(kind.rawValue)"),
                    model.listings.filter { $0.kind == kind },
                    screen
                )
            }
        }
    }
}
