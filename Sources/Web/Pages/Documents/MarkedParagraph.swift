import Casework

/// A paragraph's text in which the words of its drafts are marked.
///
/// Marks lie within one another where ranges do. Where two ranges only overlap, the mark that
/// begins later ends with the earlier one: HTML has no other way.
struct MarkedParagraph {
    private let text: [UInt8]
    private let words: Words

    init(_ text: String, _ words: Words) {
        self.text = Array(text.utf8)
        self.words = words
    }

    func html(_ lines: [Documents.DraftLine]) -> HTML {
        let order = lines.sorted {
            ($0.range.lowerBound, -$0.range.upperBound)
                < ($1.range.lowerBound, -$1.range.upperBound)
        }
        var rest = order[...]
        return marked(0..<text.count, &rest)
    }

    private func marked(
        _ span: Range<Int>,
        _ rest: inout ArraySlice<Documents.DraftLine>
    ) -> HTML {
        var html = HTML()
        var place = span.lowerBound
        while let line = rest.first, line.range.lowerBound < span.upperBound {
            rest.removeFirst()
            let range = line.range.clamped(to: place..<span.upperBound)
            html.append(plain(place..<range.lowerBound))
            let inside = marked(range, &rest)
            html.append(mark(line, inside))
            place = range.upperBound
        }
        html.append(plain(place..<span.upperBound))
        return html
    }

    private func plain(_ range: Range<Int>) -> HTML {
        HTML(text: String(decoding: text[range], as: UTF8.self))
    }

    private func mark(_ line: Documents.DraftLine, _ inside: HTML) -> HTML {
        let state = line.outcome == nil ? "" : " mark--decided"
        return Element("mark")(
            .id("words-\(line.slug)"),
            .class("mark mark--\(line.kind.rawValue)\(state)")
        ) {
            inside
            a(.class("mark-number"), .href("#draft-\(line.slug)"), .lang(words.language)) {
                String(line.number)
                span(.class("hidden")) { " \(words("documents.kind.\(line.kind.rawValue)"))" }
            }
        }
    }
}
