@testable import Linkage
import Testing

private func filters(_ texts: [String]) throws -> FilterSet {
    let list = texts.map { "\"\($0)\"" }.joined(separator: ", ")
    return try ClkhashFile.read(Array("{\"clks\": [\(list)]}".utf8))
}

@Test func `filters of clkhash read and write the same`() throws {
    let left = try filters(ClkhashVectors.left)
    #expect(left.count == ClkhashVectors.left.count)
    #expect(left.wordsPerFilter == 16)
    #expect(try ClkhashFile.read(ClkhashFile.write(left)) == left)
    let text = String(decoding: ClkhashFile.write(left), as: UTF8.self)
    #expect(ClkhashVectors.left.allSatisfy(text.contains))
}

@Test func `coefficients are those of anonlink`() throws {
    let (left, right) = (try filters(ClkhashVectors.left), try filters(ClkhashVectors.right))
    for row in 0..<left.count {
        for column in 0..<right.count {
            let coefficient = Dice.coefficient(left[row], right[column])
            #expect(abs(coefficient - ClkhashVectors.dice[row][column]) < 1e-15)
        }
    }
}

@Test func `one-to-one links are those of anonlink's greedy solver`() async throws {
    let (left, right) = (try filters(ClkhashVectors.left), try filters(ClkhashVectors.right))
    let links = try await FilterLinks.find(in: [left, right], fixed: 0.3, threads: 1)
    let pairs = RowPairs.assign(links.between, firstCount: left.count)
    #expect(pairs.map { [$0.first, $0.second] } == ClkhashVectors.greedy)
}

@Test func `folding is that of clkhash`() throws {
    let left = try filters(ClkhashVectors.left)
    let folded = try filters(ClkhashVectors.folded)
    for row in 0..<left.count {
        #expect(FilterHardening.folded(Array(left[row]), times: 1) == Array(folded[row]))
    }
}

@Test func `what clkhash would not write is refused by name`() {
    typealias Unreadable = ClkhashFile.Unreadable
    for (text, reason) in [
        ("", Unreadable.notClkhash), ("[]", .notClkhash), ("{\"clks\": [1]}", .notClkhash),
        ("{\"clks\": [\"?\"]}", .filter(0)), ("{\"clks\": [\"\"]}", .filter(0)),
        ("{\"clks\": [\"AAAAAAAAAAA=\", \"AAAA\"]}", .filter(1)),
    ] {
        #expect(throws: reason) { try ClkhashFile.read(Array(text.utf8)) }
        #expect(reason.text(in: .spanish) != reason.text(in: .english))
    }
}
