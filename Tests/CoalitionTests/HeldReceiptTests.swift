import Casework
import Foundation
import Ledger
import Testing

@testable import Coalition

/// Receipts that people keep, held against a record that somebody else wrote out.
struct HeldReceiptTests {
    /// A record whose entries were all published, and a receipt for one of them.
    private func receipt(
        _ world: World,
        of position: UInt64,
        _ name: String
    ) async throws -> HeldReceipt {
        try await world.node.publish(world.node.signedCheckpoint().note)
        let receipt = try await world.node.receipt(of: position)
        return try HeldReceipt(
            name: name,
            file: ReceiptFile(receipt),
            policy: WitnessPolicy(log: world.verifier)
        )
    }

    private func verify(
        _ world: World,
        in place: RecordSource,
        _ receipts: [HeldReceipt]
    ) throws -> [Verification.Finding] {
        try Verification.verify(
            place,
            origin: World.origin,
            policy: WitnessPolicy(log: world.verifier),
            receipts: receipts
        ).findings
    }

    @Test func `a record that holds the entries is sound, as a store and as an archive`()
        async throws
    {
        let world = try await World()
        let positions = 0..<(try world.store.size())
        var receipts: [HeldReceipt] = []
        for position in positions {
            receipts.append(try await receipt(world, of: position, "\(position)"))
        }
        #expect(try verify(world, in: .store(world.store), receipts) == [])
        let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let export = try RecordExport(
            store: world.store,
            origin: World.origin,
            policy: WitnessPolicy(log: world.verifier)
        )
        _ = try export.write(to: folder.path)
        #expect(try verify(world, in: .archive(folder.path), receipts) == [])
    }

    /// The operator drops the last entry and signs a record without it, whole and in order by itself.
    @Test func `an entry that the operator left out is named by whoever keeps its receipt`()
        async throws
    {
        let first = try SQLiteStore.inMemory()
        let world = try await World(store: first)
        let copy = try await World(key: world.key)
        let position = try copy.store.size()
        _ = try await copy.meet()
        // The same key signs two histories: one with the entry, and one that goes on without it.
        let log = try Log(
            store: world.store,
            origin: World.origin,
            checkpointSigner: NoteSigner(name: World.origin, key: world.key)
        )
        _ = try log.append([
            EntryDraft(kind: "consent.recorded", commitments: [], signer: world.founder.signer)
        ])
        try log.publish(log.latestCheckpoint.note)
        try await copy.node.publish(copy.node.signedCheckpoint().note)
        let kept = try HeldReceipt(
            name: "mine.tlog-proof",
            file: ReceiptFile(await copy.node.receipt(of: position)),
            policy: WitnessPolicy(log: copy.verifier)
        )
        let policy = try WitnessPolicy(log: world.verifier)
        let found = Verification.verify(
            .store(world.store),
            origin: World.origin,
            policy: policy,
            receipts: [kept]
        ).findings
        let expected = Verification.Finding(
            positions: position..<position + 1,
            reason: .receiptWithoutEntry(name: "mine.tlog-proof")
        )
        #expect(found.contains(expected))
        // Without the receipt nobody would know.
        let alone = Verification.verify(
            .store(world.store),
            origin: World.origin,
            policy: policy
        ).findings
        #expect(alone == [])
    }

    @Test func `a record that ends before a receipt's entry names it`() async throws {
        let world = try await World()
        let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await world.node.publish(world.node.signedCheckpoint().note)
        let export = try RecordExport(
            store: world.store,
            origin: World.origin,
            policy: WitnessPolicy(log: world.verifier)
        )
        _ = try export.write(to: folder.path)
        let position = try world.store.size()
        _ = try await world.meet()
        let kept = try await receipt(world, of: position, "late.tlog-proof")
        let found = try verify(world, in: .archive(folder.path), [kept])
        #expect(
            found.contains(
                Verification.Finding(
                    positions: position..<position + 1,
                    reason: .receiptWithoutEntry(name: "late.tlog-proof")
                )
            )
        )
    }

    @Test func `a receipt that proves nothing under the policy is not held against anything`()
        async throws
    {
        let world = try await World()
        try await world.node.publish(world.node.signedCheckpoint().note)
        let receipt = try await world.node.receipt(of: 0)
        #expect(throws: ReceiptFileRefused.self) {
            try HeldReceipt(
                name: "x",
                file: ReceiptFile(receipt),
                policy: WitnessPolicy(
                    log: NoteVerifier(name: World.origin, key: SigningKey().key)
                )
            )
        }
    }
}
