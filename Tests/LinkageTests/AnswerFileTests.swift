@testable import Linkage
import TestSupport
import Testing

private func terms(_ question: RunQuestion, _ agencies: [String]) throws -> RunTerms {
    try RunTerms(
        name: "Prueba",
        purpose: "Cuántas conocemos",
        question: question,
        expiry: 1,
        agencies: agencies
    )
}

@Test func `an answer says the run, the agencies and the counts, and reads back the same`() throws {
    let terms = try terms(.count, ["A", "B", "C"])
    let counts = OverlapCounts(agencies: terms.agencies, counts: [0, 5, 6, 1, 7, 2, 3, 4])
    let file = try #require(AnswerFile(.count(counts), of: terms))
    #expect(try AnswerFile(reading: file.file) == file)
    #expect(file.run == terms.idText)
    #expect(file.answer == .count([0, 5, 6, 1, 7, 2, 3, 4]))
}

@Test(arguments: [true, false])
func `yes and no are written alike, in as many bytes to within one`(isKnown: Bool) throws {
    let terms = try terms(.yesOrNo, ["A", "B"])
    let file = try #require(AnswerFile(.yesOrNo(isKnown), of: terms))
    #expect(try AnswerFile(reading: file.file).answer == .yesOrNo(isKnown))
}

@Test func `pairs of rows are no answer for such a file`() throws {
    #expect(AnswerFile(.pairs([]), of: try terms(.pairs, ["A", "B"])) == nil)
}

@Test(
    arguments: [
        ("", .notAnAnswer), ("{}", .notAnAnswer),
        (
            #"{"format":"x","run":"00000000000000000000000000000000","agencies":["A","B"],"counts":[0,1,1,1]}"#,
            .notAnAnswer
        ),
        (
            #"{"format":"enlace-private-comparison-1","run":"00000000000000000000000000000000","agencies":["A","B"],"counts":[0,1,1]}"#,
            .badCounts
        ),
        (
            #"{"format":"enlace-private-comparison-1","run":"00000000000000000000000000000000","agencies":["A","B"],"counts":[1,1,1,1]}"#,
            .badCounts
        ),
        (
            #"{"format":"enlace-private-comparison-1","run":"00000000000000000000000000000000","agencies":["A","B"],"counts":[0,-1,1,1]}"#,
            .badCounts
        ),
        (
            #"{"format":"enlace-private-comparison-1","run":"00000000000000000000000000000000","agencies":["A","B"],"counts":[0,1,1,1],"isKnown":true}"#,
            .notAnAnswer
        ),
        (
            #"{"format":"enlace-private-comparison-1","run":"00000000000000000000000000000000","agencies":["A"],"isKnown":true}"#,
            .notAnAnswer
        ),
    ] as [(String, AnswerFile.Unreadable)]
)
func `what is no answer is refused by name`(_ text: String, _ reason: AnswerFile.Unreadable) {
    #expect(throws: reason) { try AnswerFile(reading: Array(text.utf8)) }
    #expect(reason.text(in: .spanish) != reason.text(in: .english))
}

@Test(arguments: UInt64(1)...3)
func `a spoilt answer is read or refused, never more`(seed: UInt64) throws {
    let terms = try terms(.count, ["A", "B"])
    let counts = OverlapCounts(agencies: terms.agencies, counts: [0, 5, 6, 1])
    let sound = try #require(AnswerFile(.count(counts), of: terms)).file
    var random = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
        var bytes = sound
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                in: 0...255,
                using: &random
            )
        }
        _ = try? AnswerFile(reading: bytes)
    }
}
