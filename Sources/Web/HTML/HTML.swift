/// A piece of HTML, already escaped and ready to send.
///
/// It holds UTF-8 bytes. Text and attribute values can only enter through `append(text:)` and
/// `Attribute`, which escape; markup that is not built from elements enters through
/// `init(verbatim:)`, which takes nothing but this program's own literals and files.
package struct HTML: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    /// Nothing at all.
    package init() {
        bytes = []
    }

    /// Text, escaped.
    package init(text: String) {
        bytes = []
        append(text: text)
    }

    /// Markup as it stands, past escaping.
    ///
    /// A `StaticString` cannot be made while the program runs, so no input can come this way.
    package init(verbatim markup: StaticString) {
        bytes = []
        append(literal: markup)
    }

    /// One of this program's own files as it stands, for a document that needs no other.
    package init(verbatim asset: Asset) {
        bytes = asset.bytes
    }

    /// A picture of the library of estimates.
    package init(_ plot: PlotMarkup) {
        bytes = Array(plot.text.utf8)
    }

    /// Several pieces as one.
    package init(@HTMLBuilder _ content: () throws -> HTML) rethrows {
        self = try content()
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string, for tests and for nesting in other documents.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    package mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    package mutating func append(text: String) {
        // Most text needs no escaping, and is then copied as one block.
        if text.utf8.allSatisfy(Self.isPlain) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            append(escaping: byte)
        }
    }

    mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ attribute: Attribute) {
        append(literal: " ")
        append(literal: attribute.name)
        if let suffix = attribute.suffix {
            append(literal: suffix)
        }
        guard let value = attribute.value else { return }
        append(literal: "=\"")
        append(text: value)
        append(literal: "\"")
    }

    /// Appends one byte of text, escaped for both element content and a quoted attribute value.
    ///
    /// All bytes with a meaning are ASCII, so those of a longer UTF-8 sequence pass unchanged.
    /// Control characters are not allowed in HTML (HTML Standard, section 13.2.5, "control
    /// character" parse errors), except tab, line feed and carriage return: they become U+FFFD.
    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "<"): append(literal: "&lt;")
        case UInt8(ascii: ">"): append(literal: "&gt;")
        case UInt8(ascii: "\""): append(literal: "&quot;")
        case UInt8(ascii: "'"): append(literal: "&#39;")
        case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0x80...: bytes.append(byte)
        default: append(literal: "\u{FFFD}")
        }
    }

    /// Whether a byte is certain to stand for itself; letters, digits and most signs are.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28..<0x3C, 0x3D, 0x3F..<0x7F, 0x80..., 0x20, 0x21, 0x23...0x25: true
        default: false
        }
    }
}

/// Collects what a page's closure says, in order.
///
/// A string is text and is escaped. `if`, `switch` and `for` work as usual.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    package static func buildBlock() -> HTML { HTML() }
    package static func buildPartialBlock(first: HTML) -> HTML { first }
    package static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
        var html = accumulated
        html.append(next)
        return html
    }
    package static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildEither(first: HTML) -> HTML { first }
    package static func buildEither(second: HTML) -> HTML { second }
    package static func buildArray(_ parts: [HTML]) -> HTML {
        var html = HTML()
        for part in parts {
            html.append(part)
        }
        return html
    }
}
