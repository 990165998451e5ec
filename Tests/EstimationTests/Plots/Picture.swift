import Foundation
import Testing

@testable import Estimation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A picture read back as XML: what it says, and where things are.
final class Picture: NSObject, XMLParserDelegate {
    private(set) var title = ""
    private(set) var summary = ""
    private(set) var texts: [String] = []
    private(set) var elements: [String: Int] = [:]
    private(set) var root: [String: String] = [:]
    /// Descriptions of things that reach beyond the picture.
    private(set) var outside: [String] = []
    private var width = 0.0
    private var height = 0.0
    private var open: (name: String, attributes: [String: String]) = ("", [:])
    private var characters = ""

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        let isRead = parser.parse()
        try #require(isRead, "\(String(describing: parser.parserError)): \(svg)")
    }

    /// The numbers among what is drawn that the words for a screen reader lack.
    var unsaid: [String] {
        let said = Set(Self.figures(title + " " + summary))
        return texts.flatMap(Self.figures).filter { !said.contains($0) }
    }

    static func figures(_ text: String) -> [String] {
        text.split { !($0.isNumber || ",.".contains($0)) }
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ",.")) }
            .filter { !$0.isEmpty }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements[name, default: 0] += 1
        open = (name, attributes)
        characters = ""
        let number = { (key: String) in attributes[key].flatMap(Double.init) ?? .nan }
        switch name {
        case "svg":
            root = attributes
            let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            if box.count == 4 { (width, height) = (box[2], box[3]) }
        case "line":
            let half = number("stroke-width") / 2
            check(name, [number("x1"), number("x2")], [number("y1"), number("y2")], half)
        case "rect":
            check(
                name,
                [number("x"), number("x") + number("width")],
                [number("y"), number("y") + number("height")]
            )
            if !(number("width") >= 0 && number("height") >= 0) { outside.append("\(attributes)") }
        case "circle": check(name, [number("cx")], [number("cy")], number("r"))
        case "path":
            let places = (attributes["d"] ?? "").split { "MLZ ".contains($0) }.map {
                Double($0) ?? .nan
            }
            let odd = places.indices.filter { $0 % 2 == 1 }.map { places[$0] }
            check(name, places.indices.filter { $0 % 2 == 0 }.map { places[$0] }, odd)
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        switch name {
        case "title": title = characters
        case "desc": summary = characters
        case "text":
            texts.append(characters)
            let number = { (key: String) in self.open.attributes[key].flatMap(Double.init) ?? .nan }
            let (x, y, size) = (number("x"), number("y"), number("font-size"))
            let length = PlotText.width(characters, size: size)
            if open.attributes["transform"] != nil {
                check(characters, [x - size, x + size * 0.3], [y - length, y])
                return
            }
            let start: Double =
                switch open.attributes["text-anchor"] {
                case "middle": x - length / 2
                case "end": x - length
                default: x
                }
            check(characters, [start, start + length], [y - size * 0.8, y + size * 0.3])
        default: break
        }
    }

    private func check(_ name: String, _ x: [Double], _ y: [Double], _ margin: Double = 0) {
        let isInside =
            x.allSatisfy { $0 - margin >= -0.02 && $0 + margin <= width + 0.02 }
            && y.allSatisfy { $0 - margin >= -0.02 && $0 + margin <= height + 0.02 }
        if !isInside { outside.append("\(name) x \(x) y \(y) in \(width) × \(height)") }
    }
}

/// Checks what every picture must have.
///
/// - Returns: The picture.
@discardableResult
func checked(_ svg: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Picture {
    let picture = try Picture(svg)
    #expect(picture.outside.isEmpty, sourceLocation: sourceLocation)
    #expect(picture.unsaid.isEmpty, sourceLocation: sourceLocation)
    #expect(!picture.title.isEmpty && !picture.summary.isEmpty, sourceLocation: sourceLocation)
    #expect(picture.root["role"] == "img", sourceLocation: sourceLocation)
    #expect(picture.elements["script"] == nil, sourceLocation: sourceLocation)
    for part in (picture.root["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(svg.contains("id=\"\(part)\""), sourceLocation: sourceLocation)
    }
    return picture
}
