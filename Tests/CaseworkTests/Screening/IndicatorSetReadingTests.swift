import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite struct IndicatorSetReadingTests {
    typealias Problem = IndicatorSetInvalid.Problem

    static let exploitation =
        #"[{"id": "exploitation", "title": {"es": "Explotación", "en": "Exploitation"}}]"#

    @Test(arguments: [
        (SampleSet(id: "7"), Problem("", .unreadable(path: "id"))),
        (SampleSet(id: "null"), Problem("", .missing(field: "id"))),
        (SampleSet(id: #""Mi lista""#), Problem("", .malformed(field: "id"))),
        (SampleSet(version: "1@2"), Problem("", .malformed(field: "version"))),
        (
            SampleSet(version: String(repeating: "1", count: 41)),
            .init("", .malformed(field: "version"))
        ),
        (SampleSet(method: "guess"), Problem("", .malformed(field: "method"))),
        (SampleSet(appliesTo: #""women""#), Problem("", .malformed(field: "appliesTo"))),
        (SampleSet(note: "null"), Problem("", .missing(field: "note"))),
        (SampleSet(note: #"{"es": " \n", "en": "Note"}"#), .init("", .missing(field: "note.es"))),
        (SampleSet(code: ""), Problem("indicators[0]", .missing(field: "code"))),
        (SampleSet(code: "X/1"), Problem("indicators[0]", .malformed(field: "code"))),
        (SampleSet(text: "null"), Problem("x1", .missing(field: "text"))),
        (SampleSet(text: #"{"en": "Yes?"}"#), Problem("x1", .missing(field: "text.es"))),
        (
            SampleSet(text: #"{"es": "¿Sí?", "en": "Yes\u202E?"}"#),
            Problem("x1", .malformed(field: "text.en"))
        ),
        (SampleSet(more: #", "help": {"es": "Sí"}"#), Problem("x1", .missing(field: "help.en"))),
        (SampleSet(more: #", "palermo": ["motive"]"#), Problem("x1", .malformed(field: "palermo"))),
        (
            SampleSet(more: #", "palermo": ["act", "act"]"#),
            Problem("x1", .malformed(field: "palermo"))
        ),
        (
            SampleSet(more: #", "strengthAdult": "huge""#),
            Problem("x1", .malformed(field: "strengthAdult"))
        ),
        (
            SampleSet(others: #", {"code": "x1", "text": {"es": "¿?", "en": "?"}}"#),
            Problem("x1", .duplicateCode)
        ),
        (
            SampleSet(more: #", "strengthChild": "weak""#),
            Problem("x1", .forbiddenByMethod(field: "strengthChild"))
        ),
        (SampleSet(dimensions: exploitation), .init("", .forbiddenByMethod(field: "dimensions"))),
        (
            SampleSet(method: "dimensions", dimensions: exploitation),
            Problem("x1", .requiredByMethod(field: "dimension"))
        ),
        (
            SampleSet(
                method: "dimensions",
                dimensions: exploitation,
                more: #", "dimension": "coerciveRecruitment", "strengthAdult": "weak""#
            ),
            Problem("x1", .unknownDimension)
        ),
        (
            SampleSet(
                method: "dimensions",
                dimensions: exploitation,
                more: #", "dimension": "exploitation""#
            ),
            Problem("x1", .requiredByMethod(field: "strengthAdult"))
        ),
        (
            SampleSet(
                method: "dimensions",
                dimensions: exploitation,
                more: #", "dimension": "exploitation", "strengthAdult": "weak", "palermo": ["act"]"#
            ),
            Problem("x1", .forbiddenByMethod(field: "palermo"))
        ),
        (
            SampleSet(
                dimensions: "[\(exploitation.dropFirst().dropLast()), "
                    + "\(exploitation.dropFirst().dropLast())]"
            ),
            Problem("exploitation", .duplicateDimension)
        ),
        (SampleSet(method: "elements"), Problem("x1", .requiredByMethod(field: "palermo"))),
        (
            SampleSet(method: "elements", more: #", "palermo": ["act"]"#),
            Problem("", .elementNotAsked(.purpose))
        ),
    ])
    func `a fault is reported with its field and place`(sample: SampleSet, problem: Problem) {
        let error = #expect(throws: IndicatorSetInvalid.self) {
            try IndicatorSet(json: sample.json, file: "propio.json")
        }
        #expect(error?.file == "propio.json")
        #expect(error?.problems.contains(problem) == true, "\(error?.problems ?? [])")
    }

    @Test func `every fault is reported at once`() {
        let sample = SampleSet(method: "guess", note: "null", code: "?", text: "null")
        let error = #expect(throws: IndicatorSetInvalid.self) {
            try IndicatorSet(json: sample.json)
        }
        #expect(
            error?.problems == [
                Problem("", .malformed(field: "method")),
                Problem("", .missing(field: "note")),
                Problem("indicators[0]", .malformed(field: "code")),
                Problem("indicators[0]", .missing(field: "text")),
            ]
        )
        #expect(error?.file == "propio")
    }

    @Test func `a set without indicators, or with too many, is refused`() {
        let none = Array(#"{"id": "x", "indicators": []}"#.utf8)
        let many = SampleSet(
            others: (2...501).map {
                #", {"code": "x\#($0)", "text": {"es": "¿?", "en": "?"}}"#
            }.joined()
        )
        for json in [none, many.json] {
            let error = #expect(throws: IndicatorSetInvalid.self) { try IndicatorSet(json: json) }
            #expect(error?.problems.contains(Problem("", .indicatorCount)) == true)
        }
    }

    @Test func `a file that is too large is refused before it is read`() {
        let json = [UInt8](repeating: UInt8(ascii: " "), count: IndicatorSet.maximumBytes + 1)
        let error = #expect(throws: IndicatorSetInvalid.self) { try IndicatorSet(json: json) }
        #expect(error?.problems == [Problem("", .tooLarge)])
    }

    @Test(arguments: ["", "{", "[]", "null", "7", "\"a\"", "{\"id\": \"\\ud800\"}"])
    func `what is not a set in JSON is unreadable or incomplete, and never accepted`(text: String) {
        #expect(throws: IndicatorSetInvalid.self) { try IndicatorSet(json: Array(text.utf8)) }
    }

    @Test func `deep nesting is refused`() {
        let json = Array(String(repeating: "[", count: 200_000).utf8)
        #expect(throws: IndicatorSetInvalid.self) { try IndicatorSet(json: json) }
    }

    @Test(arguments: IndicatorLibrary.standard.sets)
    func `a set is stored and read back the same`(set: IndicatorSet) throws {
        let json = try JSONEncoder().encode(set)
        #expect(try JSONDecoder().decode(IndicatorSet.self, from: json) == set)
        #expect(try IndicatorSet(json: Array(json)) == set)
    }

    /// Damaged bytes either still read as a set, which then passes every check again, or are refused
    /// with at least one problem.
    @Test(arguments: UInt64(1)...30)
    func `no damage to a file does more than make it refused`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var refused = 0
        for file in IndicatorLibrary.published {
            for _ in 0..<8 {
                var json = file.json
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    Self.damage(&json, using: &generator)
                }
                do {
                    let set = try IndicatorSet(json: json)
                    let again = try IndicatorSet(json: Array(JSONEncoder().encode(set)))
                    #expect(again == set)
                } catch let error as IndicatorSetInvalid {
                    #expect(!error.problems.isEmpty)
                    refused += 1
                }
            }
        }
        #expect(refused > 0)
    }

    static func damage(_ json: inout [UInt8], using generator: inout SplitMix64) {
        guard let place = json.indices.randomElement(using: &generator) else { return }
        let end = min(place + Int.random(in: 1...200, using: &generator), json.count)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: json[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: json.removeSubrange(place..<end)
        case 2: json.insert(contentsOf: json[place..<end], at: place)
        case 3: json[place] = Array("{}[]\",:0".utf8).randomElement(using: &generator) ?? 0
        default: json.removeSubrange(place...)
        }
    }
}
