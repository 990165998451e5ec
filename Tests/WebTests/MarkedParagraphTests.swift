import Casework
import TestSupport
import Testing
import Web

@Suite struct MarkedParagraphTests {
    private func html(_ text: String, _ ranges: [Range<Int>]) -> String {
        let marks = ranges.enumerated().map { index, range in
            MarkedWords(
                slug: "s\(index)",
                number: index + 1,
                kind: .place,
                range: range,
                isDecided: false
            )
        }
        return MarkedParagraph(text, Words(.english)).html(marks).string
    }

    /// The text without the marks and their numbers.
    private func plain(_ html: String) -> String {
        html.replacing(/<a .*?<\/a>/, with: "").replacing(/<[^>]*>/, with: "")
    }

    @Test func `text without drafts stays plain`() {
        #expect(html("a & b", []) == "a &amp; b")
    }

    @Test func `a mark holds the words and the number that leads to the draft`() {
        let html = html("in Tapachula.", [3..<12])
        #expect(html.hasPrefix("in <mark id=\"words-s0\" class=\"mark mark--place\">Tapachula<a "))
        #expect(html.contains("href=\"#draft-s0\""))
        #expect(html.contains(">1<span class=\"hidden\"> Place</span></a></mark>."))
    }

    @Test func `words of more than one byte a letter are marked whole`() {
        let text = "¿Nuevo León?"
        let length = text.utf8.count
        #expect(plain(html(text, [2..<(length - 1)])) == text)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `whatever ranges there are, the text is kept and each draft has one mark`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = "the quick brown fox jumps over the lazy dog"
        let ranges = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            let start = Int.random(in: 0..<text.utf8.count, using: &generator)
            return start..<Int.random(in: (start + 1)...text.utf8.count, using: &generator)
        }
        let html = html(text, ranges)
        #expect(plain(html) == text)
        var open = 0
        for match in html.matches(of: /<(\/?)mark/) {
            open += match.1.isEmpty ? 1 : -1
            #expect(open >= 0)
        }
        #expect(open == 0)
        for index in ranges.indices {
            #expect(html.split(separator: "id=\"words-s\(index)\"").count == 2)
        }
    }
}
