import TestSupport

extension InventedPeople {
    /// A record of a person; two copies of one person differ by the errors of each.
    package func record(
        of number: Int,
        copy: Int,
        by source: InventedRecord.Source
    ) -> InventedRecord {
        var clerk = Clerk(
            source: source,
            rates: clerks[source] ?? .register,
            random: SplitMix64(seed: seed, stream: 16 + UInt64(copy), index: number)
        )
        return clerk.write(person(number), number: number)
    }

    /// One file in which 55 of 100 people have one record, 25 two, 12 three and 8 four.
    package func oneFile(count: Int) -> [InventedRecord] {
        var records: [InventedRecord] = []
        var person = 0
        while records.count < count {
            var random = SplitMix64(seed: seed, stream: 4, index: person)
            let lot = random.unit()
            let copies = lot < 0.55 ? 1 : lot < 0.8 ? 2 : lot < 0.92 ? 3 : 4
            for copy in 0..<min(copies, count - records.count) {
                let source = random.pick(InventedRecord.Source.allCases)
                records.append(record(of: person, copy: copy, by: source))
            }
            person += 1
        }
        return scattered(records, seed: seed)
    }

    /// Two files, each without duplicates, that share half their people: a border register and a shelter's.
    package func twoFiles(count: Int) -> (border: [InventedRecord], shelter: [InventedRecord]) {
        var border: [InventedRecord] = []
        var shelter: [InventedRecord] = []
        for person in 0..<(count * 3 / 2) {
            // Of three people one is in both files and one in each.
            var random = SplitMix64(seed: seed, stream: 5, index: person / 3)
            let turn = (person + random.index(below: 3)) % 3
            if turn != 1 { border.append(record(of: person, copy: 0, by: .border)) }
            if turn != 2 { shelter.append(record(of: person, copy: 1, by: .shelter)) }
        }
        return (scattered(border, seed: seed), scattered(shelter, seed: ~seed))
    }

    private func scattered(_ records: [InventedRecord], seed: UInt64) -> [InventedRecord] {
        let order = Scatter(seed: seed, count: records.count)
        return records.indices.map { records[order($0)] }
    }
}
