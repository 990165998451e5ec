import InventedPeople
@testable import Linkage
import TestSupport
import Testing

/// People of different families, none of them namesakes of a neighbour.
private func strangers(_ numbers: Range<Int>) -> [Int] { numbers.map { $0 * 8 } }

private func refusal(
    _ files: [EncodedRecords],
    now: Int64 = PrivateFixture.now,
    answered: Set<String> = []
) -> ComparisonRefused? {
    do throws(ComparisonRefused) {
        _ = try PrivateComparison(files, now: now, answered: answered)
        return nil
    } catch {
        return error
    }
}

/// The lists of two agencies that both know the people from 75 to 149.
private func twoLists(_ terms: RunTerms, secrets: (UInt8, UInt8) = (7, 7)) throws
    -> [EncodedRecords]
{
    let lists = [strangers(0..<150), strangers(75..<225)]
    return try zip(lists.indices, [secrets.0, secrets.1]).map { agency, secret in
        PrivateFixture.encoded(
            PrivateFixture.values(lists[agency]),
            agency: agency,
            key: try PrivateFixture.key(terms, secret: secret)
        )
    }
}

@Test func `files of two agencies count who is on one list or both`() async throws {
    let files = try twoLists(try PrivateFixture.terms())
    let comparison = try PrivateComparison(files.reversed(), now: PrivateFixture.now)
    let answer = try await comparison.answer()
    #expect(answer == .count(OverlapCounts(agencies: ["A", "B"], counts: [0, 75, 75, 75])))
}

@Test(arguments: 3...6)
func `the table of more agencies is that of the people they know, but for a few`(agencies: Int)
    async throws
{
    let names = (0..<agencies).map { "Institución \($0)" }
    let terms = try PrivateFixture.terms(agencies: names)
    let key = try PrivateFixture.key(terms)
    var random = SplitMix64(seed: UInt64(agencies))
    var histories: [Int] = []
    for _ in 0..<300 { histories.append(.random(in: 1..<1 << agencies, using: &random)) }
    let files = (0..<agencies).map { agency in
        let people = histories.indices.filter { histories[$0] >> agency & 1 == 1 }.map { $0 * 8 }
        // One person has two files in the same agency, and is one person still.
        return PrivateFixture.encoded(
            PrivateFixture.values(people + people.prefix(1)),
            agency: agency,
            key: key
        )
    }
    var expected = [Int](repeating: 0, count: 1 << agencies)
    for history in histories { expected[history] += 1 }
    let answer = try await PrivateComparison(files, now: PrivateFixture.now).answer(threads: 2)
    guard case .count(let table) = answer else {
        Issue.record("The answer is no table.")
        return
    }
    #expect(table.agencies == names)
    #expect(table.counts[0] == 0)
    let wrong = zip(table.counts, expected).reduce(0) { $0 + abs($1.0 - $1.1) }
    #expect(wrong <= 9)
}

@Test func `pairs name rows of both files and nothing else`() async throws {
    let files = try twoLists(try PrivateFixture.terms(.pairs))
    let answer = try await PrivateComparison(files, now: PrivateFixture.now).answer()
    let expected = (0..<75).map {
        ComparisonAnswer.RowPair(first: $0 + 75, second: $0, likeness: 100)
    }
    #expect(answer == .pairs(expected))
}

@Test(arguments: [(12, true), (200, false)])
func `a question is answered by yes or no`(person: Int, isKnown: Bool) async throws {
    let terms = try PrivateFixture.terms(.yesOrNo)
    let key = try PrivateFixture.key(terms)
    let asked = PrivateFixture.values([person * 8], copy: 1)
    let list = PrivateFixture.values(strangers(0..<60))
    let files = [asked, list].enumerated().map {
        PrivateFixture.encoded($1, agency: $0, key: key)
    }
    let answer = try await PrivateComparison(files, now: PrivateFixture.now).answer()
    #expect(answer == .yesOrNo(isKnown))
}

@Test func `files that do not belong together are refused by name`() throws {
    let terms = try PrivateFixture.terms()
    let files = try twoLists(terms)
    #expect(refusal(files) == nil)
    #expect(refusal([]) == .wrongNumberOfFiles(found: 0, needed: 2))
    #expect(refusal([files[1]]) == .wrongNumberOfFiles(found: 1, needed: 2))
    #expect(refusal([files[0], files[0]]) == .repeatedAgency("A"))
    let other = try twoLists(try PrivateFixture.terms(name: "Otra"))
    #expect(refusal([files[0], other[1]]) == .otherRun("B"))
    #expect(refusal(try twoLists(terms, secrets: (7, 8))) == .otherKey("B"))
    #expect(refusal(files, now: terms.expiry) == .expired(terms.expiry))
    #expect(refusal(files, answered: [terms.idText]) == .answeredBefore)
    var settings = EncodingSettings.standard
    settings.folds = 0
    let unfolded = PrivateFixture.encoded(
        PrivateFixture.values(strangers(0..<60)),
        agency: 1,
        key: try PrivateFixture.key(terms),
        settings: settings
    )
    #expect(refusal([files[0], unfolded]) == .otherSettings("B"))
}

@Test func `a list that could ask after one person is refused`() throws {
    let terms = try PrivateFixture.terms()
    let key = try PrivateFixture.key(terms)
    let list = try twoLists(terms)[0]
    func probe(_ values: [[String]]) -> ComparisonRefused? {
        refusal([list, PrivateFixture.encoded(values, agency: 1, key: key)])
    }
    let small = ComparisonRefused.listTooSmall(agency: "B", count: 1, least: 20)
    let one = PrivateFixture.values([0])
    #expect(probe(one) == small)
    #expect(probe([[String]](repeating: one[0], count: 40)) == small)
    #expect(probe(one + [[String]](repeating: [], count: 40)) == small)
    #expect(probe([]) == .listTooSmall(agency: "B", count: 0, least: 20))
}

@Test func `a question asks after one person of a list of many`() throws {
    let terms = try PrivateFixture.terms(.yesOrNo)
    let key = try PrivateFixture.key(terms)
    func question(_ first: Int, _ second: Int) -> ComparisonRefused? {
        let files = [first, second].enumerated().map {
            PrivateFixture.encoded(PrivateFixture.values(strangers(0..<$1)), agency: $0, key: key)
        }
        return refusal(files)
    }
    #expect(question(1, 60) == nil)
    #expect(question(60, 1) == nil)
    #expect(question(60, 60) == .notOneAskedFor)
    #expect(question(1, 1) == .notOneAskedFor)
    #expect(question(1, 5) == .listTooSmall(agency: "B", count: 5, least: 20))
}

@Test func `every refusal is said in both languages`() {
    for refusal in [
        ComparisonRefused.wrongNumberOfFiles(found: 1, needed: 2), .repeatedAgency("A"),
        .otherRun("A"), .otherSettings("A"), .otherKey("A"), .expired(0),
        .listTooSmall(agency: "A", count: 1, least: 20), .notOneAskedFor, .answeredBefore,
    ] {
        #expect(refusal.text(in: .spanish) != refusal.text(in: .english))
    }
}

@Test func `a table of counts is written as an estimate reads it`() {
    let counts = OverlapCounts(agencies: ["Migración, norte", "Casa"], counts: [0, 5, 0, 2])
    #expect(counts.csv == "\"Migración, norte\",Casa,count\n1,0,5\n1,1,2\n")
}

@Test(arguments: UInt64(1)...2)
func `the threshold that is chosen unseen links nearly as well as the best`(seed: UInt64)
    async throws
{
    let terms = try PrivateFixture.terms(.pairs)
    let key = try PrivateFixture.key(terms)
    let people = InventedPeople(seed: seed).twoFiles(count: 1_000)
    let lists = [people.border, people.shelter]
    let filters = lists.indices.map { agency in
        PrivateFixture.encoded(
            lists[agency].map { Array($0.values(identifier: "").dropFirst()) },
            agency: agency,
            key: key
        ).filters
    }
    let links = try await FilterLinks.find(in: filters, fixed: 0.45, threads: 1)
    let pairs = RowPairs.assign(links.between, firstCount: filters[0].count)
    let truth = Set(lists[0].map(\.person)).intersection(lists[1].map(\.person)).count
    func f1(from threshold: Double) -> Double {
        let taken = pairs.filter { Double($0.likeness) / 100 >= threshold }
        let right = taken.filter { lists[0][$0.first].person == lists[1][$0.second].person }
        return 2 * Double(right.count) / Double(taken.count + truth)
    }
    let chosen = try await ThresholdChoice(for: filters, threads: 1).thresholds.oneToOne
    let best = (45...100).map { f1(from: Double($0) / 100) }.max() ?? 0
    #expect(best > 0.9)
    #expect(f1(from: chosen) > best - 0.02)
}
