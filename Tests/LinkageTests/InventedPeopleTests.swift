import InventedPeople
import Testing

@Suite struct InventedPeopleTests {
    @Test func `people and records follow from the seed and their number alone`() {
        let people = InventedPeople(seed: 3)
        let again = InventedPeople(seed: 3)
        for number in [90, 7, 0] {
            #expect(people.person(number) == again.person(number))
            let record = people.record(of: number, copy: 1, by: .shelter).values(identifier: "")
            #expect(
                record == again.record(of: number, copy: 1, by: .shelter).values(identifier: "")
            )
        }
        #expect(people.person(7) != InventedPeople(seed: 4).person(7))
    }

    @Test func `two files have each person at most once and share half`() {
        let (border, shelter) = InventedPeople(seed: 5).twoFiles(count: 600)
        #expect(border.count == 600)
        #expect(shelter.count == 600)
        let one = Set(border.map(\.person))
        let other = Set(shelter.map(\.person))
        #expect(one.count == 600)
        #expect(other.count == 600)
        #expect(one.intersection(other).count == 300)
    }

    @Test(arguments: [1, 24, 25, 26, 1000, 1013])
    func `a large file has one record in five of someone in it, and its true pairs are all told`(
        _ count: Int
    ) {
        let file = LargeFile(seed: 6, count: count)
        let persons = (0..<count).map { file.record(at: $0).person }
        let distinct = Set(persons).count
        #expect(count - distinct == count / 25 * 5 + count % 25 / 5)
        var pairs = Set<[Int]>()
        file.forEachPair { left, right in
            #expect(left < right)
            #expect(persons[left] == persons[right])
            #expect(pairs.insert([left, right]).inserted)
        }
        let sizes = Dictionary(grouping: persons) { $0 }.values.map(\.count)
        #expect(pairs.count == sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }

    @Test func `relatives share surnames, and records of one person differ`() {
        let people = InventedPeople(seed: 8)
        let persons = (0..<400).map(people.person)
        let siblings = (0..<399).count {
            $0 % 4 < 2 && persons[$0].surnames == persons[$0 + 1].surnames
                && persons[$0].givenNames != persons[$0 + 1].givenNames
        }
        #expect(siblings > 40)
        let changed = (0..<400).count {
            people.record(of: $0, copy: 0, by: .border).values(identifier: "")
                != people.record(of: $0, copy: 1, by: .border).values(identifier: "")
        }
        #expect(changed > 300)
    }

    @Test func `a value with commas or quotes is quoted`() {
        #expect(CSVLine.text(["a", "b,c", "d\"e", ""]) == "a,\"b,c\",\"d\"\"e\",\n")
    }
}
