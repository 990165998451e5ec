import Foundation
import TestSupport
import Testing

@testable import Linkage

private func model() throws -> LinkageModel {
    let simulated = SimulatedPairs(seed: 9, matches: 400)
    return try LinkageModel.train(
        candidates: simulated.counts,
        background: PatternCounts(),
        space: SimulatedPairs.space,
        records: 2_000,
        pairs: simulated.pairs
    )
}

@Test func `a stored model comes back as it was, and is stored alike again`() throws {
    let model = try model()
    let read = try LinkageModel(stored: model.stored())
    #expect(read == model)
    #expect(read.stored() == model.stored())
}

@Test func `a model knows which tables it fits`() {
    let fields = [Field(name: "a", kind: .surnames), Field(name: "b", kind: .dateOfBirth)]
    let table = RecordTable(fields: fields, sources: [[("1", ["Paz", "1990"])]])
    let other = RecordTable(fields: [fields[0]], sources: [[("1", ["Paz"])]])
    let model = LinkageModel.standard(for: PatternSpace(table))
    #expect(model.fits(table))
    #expect(!model.fits(other))
}

@Test(arguments: UInt64(1)...3)
func `a spoilt model is read or refused, never more`(seed: UInt64) throws {
    let sound = try model().stored()
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
        var bytes = sound
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes[place] = Array("0189-eE.,:{}[]\"x".utf8).randomElement(using: &random) ?? 0
            } else {
                bytes.remove(at: place)
            }
        }
        guard let read = try? LinkageModel(stored: bytes) else { continue }
        let pattern = read.space.pattern(of: read.space.features.map { $0.levels.count - 1 })
        #expect(0...1 ~= read.probability(of: pattern))
    }
}

@Test func `what is no model, or of another version, or does not fit together is refused`() throws {
    let text = String(decoding: try model().stored(), as: UTF8.self)
    let cases: [(String, ModelUnreadable)] = [
        ("", .notAModel), ("{}", .notAModel), ("[1]", .notAModel),
        (text.replacing("\"version\":1", with: "\"version\":7"), .otherVersion(7)),
        (text.replacing("\"unrelated\"]", with: "\"neighbour\"]"), .inconsistent),
        (text.replacing("\"shares\":[", with: "\"shares\":[0.5,"), .inconsistent),
    ]
    for (text, failure) in cases {
        let error = #expect(throws: ModelUnreadable.self) {
            try LinkageModel(stored: Array(text.utf8))
        }
        #expect(error == failure)
        for language in LinkageLanguage.allCases { #expect(!failure.text(in: language).isEmpty) }
    }
}
