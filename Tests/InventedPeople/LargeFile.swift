import TestSupport

/// A file of any size in which one record of five is another record of someone in it.
///
/// Records come in runs of 25, twenty people and five further records of some of them, and are scattered over
/// the whole file; each can be made alone.
package struct LargeFile: Sendable {
    /// How many records there are.
    package let count: Int
    private let people: InventedPeople
    private let seed: UInt64
    private let order: Scatter

    /// Makes the file of a seed.
    package init(seed: UInt64, count: Int) {
        self.count = count
        self.seed = seed
        people = InventedPeople(seed: seed, crowd: .spanish)
        order = Scatter(seed: seed, count: count)
    }

    /// The record at a place of the file.
    package func record(at place: Int) -> InventedRecord {
        let number = order(place)
        let person = person(of: number)
        return people.record(of: person, copy: number % 25, by: .register)
    }

    /// Who the person is whose record has a number before it was scattered.
    private func person(of number: Int) -> Int {
        let run = number / 25
        let members = members(run)
        let slot = number % 25
        if slot < members { return run * 20 + slot }
        var random = SplitMix64(seed: seed, stream: 7, index: number)
        return run * 20 + random.index(below: members)
    }

    /// How many of a run's records are of people not yet in it.
    private func members(_ run: Int) -> Int {
        let size = min(25, count - run * 25)
        return size - size / 5
    }

    /// Calls with each true pair once, as two places in the file, the smaller first.
    package func forEachPair(_ body: (Int, Int) throws -> Void) rethrows {
        for start in stride(from: 0, to: count, by: 25) {
            let numbers = start..<min(start + 25, count)
            for number in numbers where number % 25 >= members(number / 25) {
                for other in start..<number where person(of: other) == person(of: number) {
                    let places = (order.place(of: other), order.place(of: number))
                    try body(min(places.0, places.1), max(places.0, places.1))
                }
            }
        }
    }
}
