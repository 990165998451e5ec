import Linkage
import TestSupport
import Testing

@Test(
    arguments: [
        ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133),
        ("", "", 1), ("a", "", 0), ("abc", "xyz", 0),
    ]
)
func `Jaro-Winkler has the values that Winkler printed`(left: String, right: String, value: Double)
{
    #expect(abs(JaroWinkler.similarity(left, right) - value) < 0.0001)
}

@Test func `an exchange of neighbours is one change, or two, as the distance has it`() {
    #expect(Levenshtein.distance("ca", "abc") == 3)
    #expect(OptimalAlignment.distance("ca", "abc") == 3)
    #expect(Damerau.distance("ca", "abc") == 2)
    #expect(Levenshtein.distance("garcia", "gracia") == 2)
    #expect(OptimalAlignment.distance("garcia", "gracia") == 1)
}

@Test func `letters are counted and not their bytes`() {
    #expect(Levenshtein.distance("Muñoz", "Munoz") == 1)
    #expect(OptimalAlignment.distance("李小龙", "李龙小") == 1)
    #expect(Levenshtein.distance(Array("Muñoz".utf8), Array("Munoz".utf8)) == 2)
}

/// The distance by its definition, cell by cell.
private func byCells(_ left: [UInt8], _ right: [UInt8], exchanges: Bool) -> Int {
    var cost = [[Int]](
        repeating: [Int](repeating: 0, count: right.count + 1),
        count: left.count + 1
    )
    for row in 0...left.count { cost[row][0] = row }
    for column in 0...right.count { cost[0][column] = column }
    for row in left.indices {
        for column in right.indices {
            let change = left[row] == right[column] ? 0 : 1
            cost[row + 1][column + 1] = min(
                cost[row][column] + change,
                cost[row][column + 1] + 1,
                cost[row + 1][column] + 1
            )
            if exchanges, row > 0, column > 0, left[row] == right[column - 1],
                left[row - 1] == right[column]
            {
                cost[row + 1][column + 1] = min(
                    cost[row + 1][column + 1],
                    cost[row - 1][column - 1] + 1
                )
            }
        }
    }
    return cost[left.count][right.count]
}

@Test(arguments: 1...8)
func `distances by bits are those by cells, over the edges of words`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func text() -> [UInt8] {
        let length = [0, 1, 7, 63, 64, 65, 127, 128, 129, 200].randomElement(using: &random) ?? 0
        return (0..<length).map { _ in UInt8.random(in: 97...99, using: &random) }
    }
    for _ in 0..<12 {
        let (left, right) = (text(), text())
        #expect(
            Levenshtein.distance(left, right) == byCells(left, right, exchanges: false)
        )
        #expect(
            OptimalAlignment.distance(left, right) == byCells(left, right, exchanges: true)
        )
        #expect(Damerau.distance(left, right) <= OptimalAlignment.distance(left, right))
    }
}
