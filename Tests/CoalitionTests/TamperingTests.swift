import Ledger
import TestSupport
import Testing

@testable import Coalition

/// A record of the size of the demonstration, changed as somebody with the disk could.
struct TamperingTests {
    private func findings(
        entries: @escaping @Sendable ([StoredEntry]) -> [StoredEntry] = { $0 },
        boxes: @escaping @Sendable ([ShelfItem]) -> [ShelfItem] = { $0 }
    ) async throws -> [Verification.Finding] {
        let demo = try await DemoRecord.shared
        let store = WatchedStore(demo.store, entries: entries, boxes: boxes)
        return try Verification.verify(store: store, verifier: demo.verifier).findings
    }

    private func names(_ position: UInt64, _ findings: [Verification.Finding]) -> Bool {
        findings.contains { $0.positions == position..<position + 1 }
    }

    @Test func `the record as it is verifies`() async throws {
        #expect(try await findings() == [])
        let demo = try await DemoRecord.shared
        let verification = try Verification.verify(store: demo.store, verifier: demo.verifier)
        #expect(verification.entries == demo.size)
        #expect(verification.latest?.size == demo.size)
        #expect(verification.boxes > Int(demo.size))
    }

    @Test(arguments: UInt64(0)..<5)
    func `an entry with one changed byte is named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let position = UInt64.random(in: 0..<(try await DemoRecord.shared).size, using: &generator)
        let draw = Int.random(in: 0..<10_000, using: &generator)
        let findings = try await findings(entries: { entries in
            var entries = entries
            let index = draw % entries[Int(position)].bytes.count
            entries[Int(position)].bytes[index] ^= 1
            return entries
        })
        #expect(names(position, findings), "entry \(position)")
    }

    @Test(arguments: UInt64(0)..<4)
    func `an entry that is gone is named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let position = UInt64.random(in: 0..<(try await DemoRecord.shared).size, using: &generator)
        let findings = try await findings(entries: { $0.filter { $0.position != position } })
        #expect(names(position, findings), "entry \(position)")
    }

    @Test(arguments: UInt64(0)..<4)
    func `two entries in each other's place are named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let size = (try await DemoRecord.shared).size
        let first = UInt64.random(in: 0..<size, using: &generator)
        let second = (first + UInt64.random(in: 1..<size, using: &generator)) % size
        let findings = try await findings(entries: { entries in
            var entries = entries
            entries.swapAt(Int(first), Int(second))
            entries[Int(first)].position = first
            entries[Int(second)].position = second
            return entries
        })
        #expect(names(first, findings) && names(second, findings), "\(first) and \(second)")
    }

    /// The position in the key of a box: 8 bytes after the compartment.
    private static func position(_ box: ShelfItem) -> UInt64 {
        box.key[16..<24].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func randomBox(_ generator: inout SplitMix64) async throws -> ShelfItem {
        let boxes = try (await DemoRecord.shared).store.shelfItems(space: "box", prefix: [])
        return try #require(boxes.randomElement(using: &generator))
    }

    @Test(arguments: UInt64(0)..<8)
    func `a box with one changed byte is named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let box = try await randomBox(&generator)
        // Every other time somewhere in salt and header, where a byte means most.
        let reach = seed.isMultiple(of: 2) ? 111 : box.value.count
        let index = Int.random(in: 0..<reach, using: &generator)
        let findings = try await findings(boxes: { boxes in
            boxes.map { item in
                guard item.key == box.key else { return item }
                var changed = item
                changed.value[index] ^= 1
                return changed
            }
        })
        #expect(names(Self.position(box), findings), "byte \(index)")
    }

    @Test(arguments: UInt64(0)..<4)
    func `a box that is gone is named with its place in the entry`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let box = try await randomBox(&generator)
        let findings = try await findings(boxes: { $0.filter { $0.key != box.key } })
        let position = Self.position(box)
        let expected = Verification.Finding(
            positions: position..<position + 1,
            reason: .boxMissing(ordinal: Int(box.key[24]))
        )
        #expect(findings.contains(expected))
    }

    @Test(arguments: UInt64(0)..<4)
    func `two boxes in each other's place are named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let first = try await randomBox(&generator)
        var second = first
        while second.key == first.key { second = try await randomBox(&generator) }
        let findings = try await findings(boxes: { [second] boxes in
            boxes.map { item in
                switch item.key {
                case first.key: ShelfItem(key: item.key, value: second.value)
                case second.key: ShelfItem(key: item.key, value: first.value)
                default: item
                }
            }
        })
        for box in [first, second] { #expect(names(Self.position(box), findings)) }
    }

    @Test(arguments: UInt64(0)..<6)
    func `a box too many is named, wherever it is put`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let box = try await randomBox(&generator)
        var key = box.key
        switch seed % 3 {
        case 0: key[24] = 200  // an ordinal that the entry does not have
        case 1: key[Int.random(in: 0..<16, using: &generator)] ^= 0x80  // another compartment
        default: key[16] = 0x40  // a position far past the log
        }
        let inserted = ShelfItem(key: key, value: box.value)
        let findings = try await findings(boxes: { $0 + [inserted] })
        let position = Self.position(inserted)
        let expected = Verification.Finding(
            positions: position..<position + 1,
            reason: .boxWithoutEntry
        )
        #expect(findings == [expected])
    }

    @Test func `a row among the boxes that is none is found`() async throws {
        let row = ShelfItem(key: [1, 2, 3], value: [4])
        let findings = try await findings(boxes: { $0 + [row] })
        #expect(findings == [.init(positions: nil, reason: .boxWithoutEntry)])
    }

    @Test(arguments: UInt64(0)..<4)
    func `a box moved to another compartment is named`(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        let box = try await randomBox(&generator)
        let findings = try await findings(boxes: { boxes in
            boxes.map { item in
                guard item.key == box.key else { return item }
                var moved = item
                moved.key[0] ^= 0xFF
                return moved
            }
        })
        #expect(findings.map(\.reason).contains(.boxMissing(ordinal: Int(box.key[24]))))
        #expect(names(Self.position(box), findings))
    }
}
