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
        let chain = try place.folder.rotateLogKey()
        let new = try place.folder.verifier()
        #expect(new == chain.current && new != old)
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
        let chain = try place.folder.rotateLogKey()
        try await place.work("second")
        let store = try place.folder.readOnlyStore()
        let note = try #require(try store.head().checkpoint?.note)
        let signed = try SignedNote(parsing: note)
        #expect(signed.signatures.map(\.keyID) == [chain.current.keyID])
        let kept = try SignedNote(parsing: place.text("latest.checkpoint"))
        #expect(kept.signatures.map(\.keyID) == [chain.current.keyID])
    }

    @Test func `a checkpoint that the old key signed after its end is found`() async throws {
        let place = try Place()
        try await place.work("first")
        let stolen = try place.text("checkpoint.key")
        let seed = try #require(Data(base64Encoded: stolen))
        let thief = try SigningKey(seed: seed)
        let chain = try place.folder.rotateLogKey()
        try await place.work("second")
        let open = try place.folder.open()
        let size = try open.store.head().size
        let log = try Log(
            store: open.store,
            origin: World.origin,
            checkpointSigner: NoteSigner(name: World.origin, key: thief),
            former: chain.verifiers.filter { $0.key != thief.key }
        )
        let founder = SigningKey()
        _ = try log.append([EntryDraft(kind: "member.left", commitments: [], signer: founder)])
        try log.publish(log.latestCheckpoint.note)
        let found = try place.verify(chain.current)
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
        let chain = try place.folder.rotateLogKey()
        // As it lay on the disk when the entry was durable and nothing after it.
        let next = try place.text("checkpoint.key")
        try place.write(next, to: "checkpoint.key.next")
        try place.write(key, to: "checkpoint.key")
        try place.write(vkey, to: "log.vkey")
        try await place.work("first")
        #expect(try place.folder.verifier() == chain.current)
        #expect(try place.text("checkpoint.key") == next)
        #expect(try place.verify(old) == [])
        #expect(try place.verify(chain.current) == [])
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
        let chain = try place.folder.rotateLogKey()
        let renewed = try place.folder.policy()
        #expect(renewed.logKeys(origin: World.origin) == chain.verifiers)
        #expect(renewed.witnesses == policy.witnesses)
        #expect(renewed.groups == policy.groups)
        #expect(renewed.quorum == policy.quorum)
    }

    @Test func `nobody without the key that goes brings in another`() async throws {
        let world = try await World()
        let next = SigningKey()
        let verifier = try world.verifier
        // Signed by a key that the log never had.
        let stranger = SigningKey()
        let fact = try LogKeyRenewal.fact(of: World.origin, from: stranger, to: next)
        let found = try world.forge([fact], by: stranger)
        #expect(found == [.keyNotEnrolled, .notEntitled])
        let chain = try LogKeyChain(in: world.store, trusting: verifier)
        #expect(chain.verifiers == [verifier])

        // Without the word of the key that is to come.
        let other = try await World()
        let whole = try LogKeyRenewal.fact(of: World.origin, from: other.key, to: next)
        guard case .logKeyRenewed(let former, let new, let signatures) = whole else { return }
        let bare = Fact.logKeyRenewed(
            former: former,
            next: new,
            signatures: [signatures[0], signatures[0]]
        )
        let foundBare = try other.forge([bare], by: other.key)
        #expect(foundBare.contains(.notEntitled))
        let unchanged = try LogKeyChain(in: other.store, trusting: other.verifier)
        #expect(unchanged.verifiers.count == 1)
    }

    @Test func `which key has to sign follows from the entries that renewed it`() throws {
        var signer = SigningKey()
        var chain = LogKeyChain(try NoteVerifier(name: World.origin, key: signer.key))
        var keys = [chain.current]
        for position in [UInt64(4), 9] {
            let next = SigningKey()
            let fact = try LogKeyRenewal.fact(of: World.origin, from: signer, to: next)
            signer = next
            let renewal = try #require(LogKeyRenewal(fact, origin: World.origin))
            #expect(LogKeyRenewal(fact, origin: "another.test/log") == nil)
            let isTaken = chain.take(renewal, at: position)
            #expect(isTaken)
            let isTakenAgain = chain.take(renewal, at: position + 1)
            #expect(!isTakenAgain)
            keys.append(chain.current)
        }
        #expect(chain.verifiers == keys.reversed())
        #expect((0...4).allSatisfy { chain.verifier(forSize: $0) == keys[0] })
        #expect((5...9).allSatisfy { chain.verifier(forSize: $0) == keys[1] })
        #expect((10...20).allSatisfy { chain.verifier(forSize: $0) == keys[2] })
        #expect(chain.overstepped([keys[0]: 0...4, keys[1]: 5...9, keys[2]: 10...12]) == [])
        #expect(chain.overstepped([keys[0]: 0...5, keys[1]: 4...9, keys[2]: 10...12]) == [4, 5])
    }
}
