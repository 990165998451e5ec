package import Casework

/// Words of a paragraph that a draft was made from.
package struct MarkedWords: Sendable {
    /// The draft's name and its number on the page.
    package var slug: String
    package var number: Int
    package var kind: ListingKind
    /// Where the words stand, in the UTF-8 bytes of the text.
    package var range: Range<Int>
    package var isDecided: Bool

    package init(
        slug: String,
        number: Int,
        kind: ListingKind,
        range: Range<Int>,
        isDecided: Bool
    ) {
        self.slug = slug
        self.number = number
        self.kind = kind
        self.range = range
        self.isDecided = isDecided
    }
}

/// A paragraph's text in which the words of its drafts are marked.
///
/// Marks lie within one another where ranges do. Where two ranges only overlap, the mark that
/// begins later ends with the earlier one: HTML has no other way.
package struct MarkedParagraph {
    private let text: [UInt8]
    private let words: Words

    package init(_ text: String, _ words: Words) {
        self.text = Array(text.utf8)
        self.words = words
    }

    package func html(_ marks: [MarkedWords]) -> HTML {
        let order = marks.sorted {
            ($0.range.lowerBound, -$0.range.upperBound)
                < ($1.range.lowerBound, -$1.range.upperBound)
        }
        var rest = order[...]
        return marked(0..<text.count, &rest)
    }

    private func marked(
        _ span: Range<Int>,
        _ rest: inout ArraySlice<MarkedWords>
    ) -> HTML {
        var html = HTML()
        var place = span.lowerBound
        while let mark = rest.first, mark.range.lowerBound < span.upperBound {
            rest.removeFirst()
            let range = mark.range.clamped(to: place..<span.upperBound)
            html.append(plain(place..<range.lowerBound))
            let inside = marked(range, &rest)
            html.append(element(mark, inside))
            place = range.upperBound
        }
        html.append(plain(place..<span.upperBound))
        return html
    }

    private func plain(_ range: Range<Int>) -> HTML {
        HTML(text: String(decoding: text[range], as: UTF8.self))
    }

    private func element(_ mark: MarkedWords, _ inside: HTML) -> HTML {
        let state = mark.isDecided ? " mark--decided" : ""
        return Element("mark")(
            .id("words-\(mark.slug)"),
            .class("mark mark--\(mark.kind.rawValue)\(state)")
        ) {
            inside
            a(.class("mark-number"), .href("#draft-\(mark.slug)"), .lang(words.language)) {
                String(mark.number)
                span(.class("hidden")) { " \(words("documents.kind.\(mark.kind.rawValue)"))" }
            }
        }
    }
}
