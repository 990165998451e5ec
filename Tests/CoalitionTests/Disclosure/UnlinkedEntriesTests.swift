import Ledger
import Testing

/// Two entries of one dossier have nothing in common that two entries of different dossiers have not.
struct UnlinkedEntriesTests {
    /// The parts of an entry that are its own: nothing else of it may point at another entry.
    private static func own(_ entry: Entry) -> [[UInt8]] {
        [entry.id.bytes, entry.signature] + entry.commitments.map(\.bytes)
    }

    /// What eight bytes in a row occur more than once among the entries' own parts.
    private static func repeated(_ entries: [Entry]) -> Int {
        var seen: Set<UInt64> = []
        var repeats = 0
        for part in entries.flatMap(own) {
            var window: UInt64 = 0
            for (index, byte) in part.enumerated() {
                window = window << 8 | UInt64(byte)
                if index >= 7, !seen.insert(window).inserted { repeats += 1 }
            }
        }
        return repeats
    }

    @Test func `no eight bytes repeat between a year's entries but those that must`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        #expect(Self.repeated(log.entries) == 0)
        // A control: an entry that repeats another's commitment is noticed.
        #expect(Self.repeated(log.entries + [log.entries[100]]) > 0)
    }

    @Test func `what repeats is the actor, its chain and the checkpoint cited`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        let notes = Set(log.checkpoints.map { Digest32.sha256(Array($0.utf8)) })
        var heads: [ActorKey: (sequence: UInt64, hash: Digest32)] = [:]
        for entry in log.entries {
            let head = heads[entry.actor]
            #expect(entry.previous == head?.hash ?? .zero)
            #expect(entry.sequence == head.map { $0.sequence + 1 } ?? entry.sequence)
            #expect(entry.checkpoint == .zero || notes.contains(entry.checkpoint))
            heads[entry.actor] = (entry.sequence, entry.leafHash)
            // Nothing else is in an entry: version, id, kind, actor, sequence, previous, checkpoint,
            // commitments, signature, and the lengths of two of them.
            let parts = 1 + 16 + 1 + entry.kind.name.utf8.count + 32 + 8 + 32 + 32 + 1
            #expect(entry.encoded.count == parts + 32 * entry.commitments.count + 64)
        }
    }

    @Test func `how many boxes an entry commits to follows from its kind`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        var counts: [String: Set<Int>] = [:]
        for entry in log.entries where PublicLogTests.personal.contains(entry.kind.name) {
            counts[entry.kind.name, default: []].insert(entry.commitments.count)
        }
        #expect(counts.count >= 10)
        for (kind, counts) in counts { #expect(counts.count == 1, "\(kind): \(counts)") }
    }

    @Test func `identifiers and commitments look like chance`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        for values in [
            log.entries.map(\.id.bytes), log.entries.flatMap { $0.commitments.map(\.bytes) },
        ] {
            let count = values.count
            #expect(count > 1000)
            // Each bit is set in half of them, within six standard deviations of a fair coin: chance
            // fails this once in a million runs.
            let bound = 3 * Double(count).squareRoot()
            for bit in 0..<8 * values[0].count {
                let ones = values.count { $0[bit / 8] >> UInt8(bit % 8) & 1 == 1 }
                #expect(abs(Double(ones) - Double(count) / 2) < bound, "bit \(bit)")
            }
        }
    }
}
