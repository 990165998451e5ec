import Casework
import Coalition

/// What stands in the way, the measures that answer it, and the figures that sources give.
enum Challenges {
    struct Model: Encodable, Sendable {
        var listings: [ListedLine]
    }

    private static let kinds: [ListingKind] = [.challenge, .remedy, .programme, .figure]

    static let page = Page(.seeDirectory) { visit in
        try await visit.read(.seeDirectory) { desk, commons, _ in
            Model(listings: ListedLine.lines(of: Set(kinds), desk, commons))
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("challenges.title"), in: screen.frame, isWide: true) {
            h1 { words("challenges.title") }
            commonsTabs(screen)
            listingsIntro("challenges.intro", screen)
            for kind in kinds {
                listingCard(
                    words("challenges.kind.\(kind.rawValue)"),
                    model.listings.filter { $0.kind == kind },
                    screen
                )
            }
        }
    }
}
