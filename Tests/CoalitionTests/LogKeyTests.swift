import Casework
import Foundation
import Ledger
import Testing
import Vault

@testable import Coalition

/// The key that signs checkpoints, and its renewal.
struct LogKeyTests {
    /// A founded coalition in a folder of its own, which goes with the value.
    private final class Place {
        let folder: Folder
        let url: URL

        init() throws {
            url = FileManager.default.temporaryDirectory.appending(path: "log-key-\(UUID())")
            folder = Folder(url: url)
            let open = try folder.create(origin: World.origin)
            try Founding.found(
                name: "Test coalition",
                agency: NewAgency(
                    name: "Migration",
                    kind: .immigration,
                    coordinator: World.member("founder", [.coordinator])
                ),
                store: open.store,
                origin: World.origin,
                checkpointKey: open.key,
                cost: World.cost
            )
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        /// Opens a node on the folder, enrols somebody, and publishes.
        func work(_ name: String) async throws {
            let open = try folder.open()
            let node = try Node(
                store: open.store,
                origin: open.origin,
                checkpointKey: open.key,
                policy: folder.policy(),
                known: folder.keptCheckpoint().map { [$0] } ?? [],
                keep: { [folder] in folder.keep(checkpoint: $0) },
                cost: World.cost
            )
            let founder = try await node.signIn(name: "founder", password: World.password)
            _ = try await node.enrol(World.member(name, [.officer]), by: founder)
            try await node.publish(node.signedCheckpoint().note)
            withExtendedLifetime(open) {}
        }

        func verify(_ verifier: NoteVerifier) throws -> [Verification.Reason] {
            let kept = try folder.keptCheckpoint().map { [$0] } ?? []
            return try Verification.verify(
                store: folder.readOnlyStore(),
                verifier: verifier,
                known: kept
            ).findings.map(\.reason)
        }

        func text(_ file: String) throws -> String {
            try String(contentsOf: url.appending(path: file), encoding: .utf8)
        }

        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: url.appending(path: file))
        }
    }

    @Test
    func `after a renewal old checkpoints stay good, and whoever has any of the keys can verify`()
        async throws
    {
        let place = try Place()
        try await place.work("first")
        let old = try place.folder.verifier()
        let renewed = try place.folder.rotateLogKey()
        let new = try place.folder.verifier()
        #expect(new == renewed.key && new != old)
        #expect(try place.folder.verifiers() == [new, old])
        #expect(try place.folder.policy().logKeys(origin: World.origin) == [new, old])
        try await place.work("second")
        _ = try place.folder.rotateLogKey()
        try await place.work("third")
        let newest = try place.folder.verifier()
        for verifier in [old, new, newest] {
            #expect(try place.verify(verifier) == [], "\(verifier.keyID)")
        }
        #expect(try place.folder.verifiers() == [newest, new, old])
        let stranger = try NoteVerifier(name: World.origin, key: SigningKey().key)
        #expect(try place.verify(stranger) != [])
    }

    @Test func `new checkpoints are the new key's alone`() async throws {
        let place = try Place()
        try await place.work("first")
        let next = try place.folder.rotateLogKey().key
        try await place.work("second")
        let store = try place.folder.readOnlyStore()
        let note = try #require(try store.head().checkpoint?.note)
        let signed = try SignedNote(parsing: note)
        #expect(signed.signatures.map(\.keyID) == [next.keyID])
        let kept = try SignedNote(parsing: place.text("latest.checkpoint"))
        #expect(kept.signatures.map(\.keyID) == [next.keyID])
    }

    @Test func `a checkpoint that the old key signed after its end is found`() async throws {
        let place = try Place()
        try await place.work("first")
        let stolen = try place.text("checkpoint.key")
        let seed = try #require(Data(base64Encoded: stolen))
        let thief = try SigningKey(seed: seed)
        let next = try place.folder.rotateLogKey().key
        try await place.work("second")
        let open = try place.folder.open()
        let size = try open.store.head().size
        let log = try Log(
            store: open.store,
            origin: World.origin,
            checkpointSigner: NoteSigner(name: World.origin, key: thief),
            former: [next]
        )
        let founder = SigningKey()
        _ = try log.append([EntryDraft(kind: "member.left", commitments: [], signer: founder)])
        try log.publish(log.latestCheckpoint.note)
        let found = try place.verify(next)
        #expect(found.contains(.wrongLogKey(size: size + 1)))
        #expect(found.contains(.keyNotEnrolled))
    }

    @Test func `a renewal that broke off before its entry leaves the old key at work`() async throws
    {
        let place = try Place()
        let old = try place.folder.verifier()
        try place.folder.prepare(next: SigningKey())
        try await place.work("first")
        #expect(try place.folder.verifier() == old)
        #expect(
            !FileManager.default.fileExists(
                atPath: place.url.appending(path: "checkpoint.key.next").path
            )
        )
        #expect(try place.verify(old) == [])
    }

    @Test func `a renewal that broke off after its entry is finished at the next opening`()
        async throws
    {
        let place = try Place()
        let (key, vkey) = (try place.text("checkpoint.key"), try place.text("log.vkey"))
        let old = try place.folder.verifier()
        let renewed = try place.folder.rotateLogKey().key
        // As it lay on the disk when the entry was durable and nothing after it.
        let next = try place.text("checkpoint.key")
        try place.write(next, to: "checkpoint.key.next")
        try place.write(key, to: "checkpoint.key")
        try place.write(vkey, to: "log.vkey")
        try await place.work("first")
        #expect(try place.folder.verifier() == renewed)
        #expect(try place.folder.verifiers() == [renewed, old])
        #expect(try place.text("checkpoint.key") == next)
        #expect(try place.verify(old) == [])
        #expect(try place.verify(renewed) == [])
    }

    @Test func `a policy in the folder names the new key and keeps every other line`() async throws
    {
        let place = try Place()
        let old = try place.folder.verifier()
        let witness = try Cosigner(name: "w.example", key: SigningKey()).verifier
        let policy = try WitnessPolicy(
            log: old,
            witnesses: [(witness, "https://w.example")],
            quorum: 1
        )
        try place.folder.write(policy)
        let next = try place.folder.rotateLogKey().key
        let renewed = try place.folder.policy()
        #expect(renewed.logKeys(origin: World.origin) == [next, old])
        #expect(renewed.witnesses == policy.witnesses)
        #expect(renewed.groups == policy.groups)
        #expect(renewed.quorum == policy.quorum)
    }

    @Test func `nobody without the key that goes brings in another`() async throws {
        let (world, next) = (try await World(), SigningKey())
        // Signed by a key that the log never had.
        let stranger = try LogKeyRenewal.draft(of: World.origin, from: SigningKey(), to: next)
        #expect(try world.enter(stranger) == [.renewalRefused])
        let chain = LogKeyChain(try world.links(), trusting: try world.verifier)
        #expect(chain.verifiers == [try world.verifier])
    }

    @Test func `nobody without the key that comes brings it in`() async throws {
        let world = try await World()
        var draft = try LogKeyRenewal.draft(of: World.origin, from: world.key, to: SigningKey())
        let other = try LogKeyRenewal.draft(of: World.origin, from: world.key, to: SigningKey())
        draft.commitments[0] = other.commitments[0]
        #expect(try world.enter(draft) == [.renewalRefused])
        #expect(try world.links().isEmpty)
    }

    @Test(arguments: [0, 2, 4])
    func `a renewal has the key and its signature, and no more`(count: Int) async throws {
        let world = try await World()
        var draft = try LogKeyRenewal.draft(of: World.origin, from: world.key, to: SigningKey())
        draft.commitments = (0..<count).map { draft.commitments[min($0, 2)] }
        #expect(try world.enter(draft) == [.renewalRefused])
    }

    @Test func `a policy too old to name the new key leads to it, and one too new finds the old`()
        async throws
    {
        let place = try Place()
        try await place.work("first")
        let old = try place.folder.verifier()
        let before = try place.url.copied()
        defer { try? FileManager.default.removeItem(at: before) }
        let new = try place.folder.rotateLogKey().key
        try await place.work("second")
        #expect(try place.verify(old) == [])
        #expect(try place.verify(new) == [])
        // Of before the renewal, under a policy of after it: it could be a thief's.
        let both = try WitnessPolicy(log: new).naming([new, old])
        let found = try Verification.verify(
            .store(Folder(url: before).readOnlyStore()),
            origin: World.origin,
            policy: both
        ).findings.map(\.reason)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { if case .wrongLogKey = $0 { true } else { false } })
    }

    @Test func `which key has to sign follows from the entries that renewed it`() throws {
        let signers = (0...2).map { _ in SigningKey() }
        let keys = try signers.map { try NoteVerifier(name: World.origin, key: $0.key) }
        var links: [LogKeyChain.Link] = []
        for (index, position) in [UInt64(4), 9].enumerated() {
            let draft = try LogKeyRenewal.draft(
                of: World.origin,
                from: signers[index],
                to: signers[index + 1]
            )
            let entry = try draft.signed(for: World.origin)
            let renewal = try #require(LogKeyRenewal(entry, origin: World.origin))
            #expect(LogKeyRenewal(entry, origin: "another.test/log") == nil)
            links.append((renewal, position))
            // Said twice, it is said once.
            links.append((renewal, position + 1))
        }
        for trusted in keys {
            let chain = LogKeyChain(links, trusting: trusted)
            #expect(chain.verifiers == keys.reversed())
            #expect(chain.has(links[0]) && !chain.has(links[1]))
            #expect((0...4).allSatisfy { chain.verifier(forSize: $0) == keys[0] })
            #expect((5...9).allSatisfy { chain.verifier(forSize: $0) == keys[1] })
            #expect((10...20).allSatisfy { chain.verifier(forSize: $0) == keys[2] })
            #expect(chain.overstepped([keys[0]: 0...4, keys[1]: 5...9, keys[2]: 10...12]) == [])
            let found = chain.overstepped([keys[0]: 0...5, keys[1]: 4...9, keys[2]: 10...12])
            #expect(found == [4, 5])
        }
        let stranger = try NoteVerifier(name: World.origin, key: SigningKey().key)
        let chain = LogKeyChain(links, trusting: keys[0])
        #expect(chain.overstepped([stranger: 3...7]) == [3, 7])
    }
}

extension World {
    /// Puts an entry into the log past every rule, and publishes: what a verification says then.
    fileprivate func enter(_ draft: EntryDraft) throws -> [Verification.Reason] {
        let signer = try NoteSigner(name: Self.origin, key: key)
        let log = try Log(store: store, origin: Self.origin, checkpointSigner: signer)
        _ = try log.append([draft])
        try log.publish(log.latestCheckpoint.note)
        return try Verification.verify(store: store, verifier: verifier).findings.map(\.reason)
    }

    fileprivate func links() throws -> [LogKeyChain.Link] {
        try LogKeyChain.links(in: StoreReader(store), origin: Self.origin, until: nil)
    }
}

extension EntryDraft {
    fileprivate func signed(for origin: String) throws -> Entry {
        try Entry(
            origin: origin,
            id: id,
            kind: kind,
            sequence: 1,
            previous: .zero,
            checkpoint: .zero,
            commitments: commitments,
            signer: signer
        )
    }
}

extension URL {
    /// A copy of the folder beside it.
    fileprivate func copied() throws -> URL {
        let copy = deletingLastPathComponent().appending(path: "copy-\(UUID())")
        try FileManager.default.copyItem(at: self, to: copy)
        return copy
    }
}
