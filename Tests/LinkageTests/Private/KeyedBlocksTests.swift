import InventedPeople
@testable import Linkage
import TestSupport
import Testing

@Test(arguments: [UInt64(21)])
func `records of one person share a blocking key, and few others do`(seed: UInt64) async throws {
    var settings = EncodingSettings.standard
    settings.hasBlockingKeys = true
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    let people = InventedPeople(seed: seed).twoFiles(count: 600)
    let lists = [people.border, people.shelter]
    let encoded = lists.indices.map { agency in
        PrivateFixture.encoded(
            lists[agency].map { Array($0.values(identifier: "").dropFirst()) },
            agency: agency,
            key: key,
            settings: settings
        )
    }
    #expect(encoded.allSatisfy { $0.blockingKeys.count == $0.count * BlockingKeys.perRecord })
    #expect(try EncodedRecords(reading: encoded[0].file) == encoded[0])
    var pairs: Set<[Int]> = []
    KeyedBlocks.forEach(encoded[0].blockingKeys, encoded[1].blockingKeys) { left, right in
        for first in left { for second in right { pairs.insert([first.row, second.row]) } }
    }
    let rows = Dictionary(uniqueKeysWithValues: lists[1].enumerated().map { ($1.person, $0) })
    let same = lists[0].enumerated().compactMap { row, record in
        rows[record.person].map { [row, $0] }
    }
    let together = same.filter(pairs.contains).count
    #expect(same.count > 200)
    #expect(Double(together) >= 0.97 * Double(same.count))
    #expect(pairs.count < encoded[0].count * encoded[1].count / 20)

    // Of the pairs that share a key, the same are linked as when all are compared.
    let filters = encoded.map(\.filters)
    let all = try await FilterLinks.find(in: filters, fixed: 0.6, threads: 1)
    let blocked = try await FilterLinks.find(
        in: filters,
        keys: encoded.map(\.blockingKeys),
        fixed: 0.6,
        threads: 1
    )
    let expected = all.between.filter { pairs.contains([$0.left, $0.right - filters[0].count]) }
    #expect(
        Set(blocked.between.map { [$0.left, $0.right] })
            == Set(expected.map { [$0.left, $0.right] })
    )
    #expect(Set(blocked.between.map(\.likeness)) == Set(expected.map(\.likeness)))
}
