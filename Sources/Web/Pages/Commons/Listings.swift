import Casework
import Coalition

/// Something listed, with the document where its words can be read.
struct ListedLine: Encodable, Sendable {
    var kind: ListingKind
    var title: String
    var detail: String
    var citation: Citation?
    var document: DocumentID?
    var listed: Moment

    /// The listings of some kinds, oldest first.
    static func lines(of kinds: Set<ListingKind>, _ desk: Desk, _ commons: Commons) -> [ListedLine]
    {
        var documents: [ListingID: DocumentID] = [:]
        for (document, record) in desk.documents {
            for listing in record.decisions.values.compactMap(\.listing) {
                documents[listing] = document
            }
        }
        return commons.listings(of: kinds).map { stamp, listing in
            ListedLine(
                kind: listing.kind,
                title: listing.title,
                detail: listing.detail,
                citation: listing.citation,
                document: documents[listing.id],
                listed: stamp.at
            )
        }
    }
}

/// Listings of one kind under their heading, each with where it was read.
func listingCard(_ heading: String, _ lines: [ListedLine], _ screen: Screen) -> HTML {
    card(heading) {
        if lines.isEmpty {
            p(.class("muted")) { screen.words("directory.none") }
        } else {
            ul(.class("entries")) {
                for line in lines {
                    li {
                        p(.class("what"), .lang(.english)) { line.title }
                        if !line.detail.isEmpty { p(.lang(.english)) { line.detail } }
                        cite(line, screen)
                    }
                }
            }
        }
    }
}

/// The words as they stand in the source, unless the title is just those, and the way there for
/// those who may read it.
private func cite(_ line: ListedLine, _ screen: Screen) -> HTML {
    guard let citation = line.citation else { return HTML() }
    // Spaces that do not break keep the reference on one line.
    let place = "\(citation.reference)\u{A0}¶\u{A0}\(citation.paragraph)"
    return p(.class("cite")) {
        if citation.words != line.title {
            Element("q")(.lang(.english)) { citation.words }
            " "
        }
        if let document = line.document, screen.permitted.contains(.seeDocuments) {
            a(.href("/documents/\(document)#paragraph-\(citation.paragraph)")) { place }
        } else {
            span { place }
        }
    }
}

/// The two pages of what everybody may know, side by side.
func commonsTabs(_ screen: Screen) -> HTML {
    let words = screen.words
    let places = [("/directory", "directory.title"), ("/challenges", "challenges.title")]
    return nav(.class("tabs"), .aria("label", words("directory.tabs"))) {
        ul {
            for (path, key) in places {
                li {
                    a(.href(path), screen.frame.path == path ? .aria("current", "page") : nil) {
                        words(key)
                    }
                }
            }
        }
    }
}

/// Where listings come from, said once above them.
func listingsIntro(_ key: String, _ screen: Screen) -> HTML {
    let words = screen.words
    return HTML {
        p(.class("lede")) { words(key) }
        if screen.permitted.contains(.receiveDocument) {
            p {
                a(.href("/documents")) { words("directory.review") }
            }
        }
    }
}
