import Foundation
import TestSupport
import Testing
import Web

@Suite struct HTMLTests {
    @Test func `elements nest and keep their order`() {
        let html = div(.class("x"), .id("y")) {
            p { "one" }
            "two"
            if true { br() }
            for number in 1...2 { span { String(number) } }
        }
        #expect(
            html.string
                == #"<div class="x" id="y"><p>one</p>two<br><span>1</span><span>2</span></div>"#
        )
    }

    @Test func `attributes that are not wanted leave no trace`() {
        #expect(
            input(.flag("checked", false), nil, .flag("disabled", true)).string
                == "<input disabled>"
        )
    }

    @Test func `data and aria attributes have their prefix`() {
        #expect(
            span(.data("label", "a"), .aria("hidden", "true")).string
                == #"<span data-label="a" aria-hidden="true"></span>"#
        )
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:x", "java\tscript:x", " javascript:x",
        "\u{1}javascript:x",
        "data:text/html,x", "vbscript:x", "java\nscript:x", "x y",
    ])
    func `an address that could run script is refused`(address: String) {
        #expect(a(.href(address)).string == ##"<a href="#"></a>"##)
    }

    @Test(arguments: [
        "/", "/a/b?c=d:e", "#x", "https://example.org/", "mailto:a@b.mx", "tel:+52", "?a:b",
        "a/b:c",
    ])
    func `an ordinary address stays`(address: String) {
        #expect(a(.href(address)).string == "<a href=\"\(address)\"></a>")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `no text or value gets out of its place, whatever it holds`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = generator.text(upTo: 60)
        let value = generator.text(upTo: 60)
        let html = p(.data("label", value), Attribute("title", text)) {
            text
            em { value }
        }
        let markup = html.string
        // Our own markup has exactly these: three per element pair, and two per attribute.
        #expect(markup.utf8.count { $0 == UInt8(ascii: "<") } == 4)
        #expect(markup.utf8.count { $0 == UInt8(ascii: ">") } == 4)
        #expect(markup.utf8.count { $0 == UInt8(ascii: "\"") } == 4)
        #expect(!markup.utf8.contains(UInt8(ascii: "'")))
        let controls = markup.utf8.filter { $0 < 0x20 || $0 == 0x7F }
        #expect(controls.allSatisfy { [0x09, 0x0A, 0x0D].contains($0) })
        let parsed = try #require(Markup(markup))
        #expect(parsed.text == visible(text) + visible(value))
        #expect(parsed.values == [visible(value), visible(text)])
    }

    /// What a browser should give back: the text, with controls shown as U+FFFD.
    private func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
            scalars.append(isControl || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }
}

/// The text and the attribute values of a piece of markup, or nil if it is not well-formed.
///
/// It reads the narrow form that the builder writes, and knows five character references.
private struct Markup {
    private(set) var text = ""
    private(set) var values: [String] = []

    init?(_ markup: String) {
        var rest = Array(markup.unicodeScalars)[...]
        var open: [String] = []
        while let scalar = rest.first {
            guard scalar == "<" else {
                let run = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(run.count)
                guard let plain = Self.decode(run) else { return nil }
                text += plain
                continue
            }
            let tag = rest.prefix { $0 != ">" }
            rest = rest.dropFirst(tag.count + 1)
            let inside = tag.dropFirst()
            if inside.first == "/" {
                guard open.popLast() == Self.string(inside.dropFirst()) else { return nil }
                continue
            }
            open.append(Self.string(inside.prefix { $0 != " " }))
            let quoted = inside.split(separator: "\"", omittingEmptySubsequences: false)
            for (index, piece) in quoted.enumerated() where !index.isMultiple(of: 2) {
                guard let plain = Self.decode(piece) else { return nil }
                values.append(plain)
            }
        }
        guard open.isEmpty else { return nil }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func decode(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
        var result = ""
        var rest = scalars
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let name = rest.prefix { $0 != ";" }
            guard let plain = names[string(name)] else { return nil }
            result += plain
            rest = rest.dropFirst(name.count + 1)
        }
        return result
    }
}
