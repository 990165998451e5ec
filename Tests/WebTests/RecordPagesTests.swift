import Casework
import Coalition
import Foundation
import HTTPTypes
import Ledger
import Testing
import Vault
import Web

@Suite struct RecordPagesTests {
    @Test func `a record that nobody touched is complete and in order`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let page = try await visitors.browser(.observer).get("/record")
            #expect(page.status == .ok)
            #expect(page.text.contains("El registro está completo y en orden"))
            #expect(page.text.contains(WebWorld.origin))
            let english = try await visitors.browser(.observer).get("/record", language: .english)
            #expect(english.text.contains("The record is complete and in order"))
            let model = try await visitors.program(.observer).get("/api/record").json()
            #expect(model["state"] as? String == "sound")
            #expect(model["size"] as? Int == 8)
            #expect((model["entries"] as? [Any])?.count == 8)
            #expect((model["findings"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `a box that was changed is named with its entry`() async throws {
        let world = try await WebWorld()
        let item = try #require(
            try world.store.shelfItems(space: VaultShelf.boxes, prefix: []).last
        )
        var value = item.value
        value[value.count - 1] ^= 1
        try world.store.changeShelf([.put(space: VaultShelf.boxes, key: item.key, value: value)])
        let position = try #require(VaultShelf.boxPlace(key: item.key)).position
        try await world.visit { visitors in
            let browser = try await visitors.browser(.observer)
            let page = try await browser.get("/record")
            #expect(page.text.contains("Hay algo que no coincide"))
            let model = try await visitors.program(.observer).get("/api/record").json()
            let finding = try #require((model["findings"] as? [[String: Any]])?.first)
            #expect(finding["code"] as? String == "boxChanged")
            #expect(finding["first"] as? UInt64 == position)
            #expect(finding["advice"] as? String == "box")
        }
    }

    @Test func `a store put back to an earlier time is found while the node runs`() async throws {
        let world = try await WebWorld()
        let verifier = await world.node.verifier
        let earlier = try SQLiteStore.inMemory()
        let entries = try world.store.entries(in: 0..<5)
        let checkpoints = try world.store.checkpoints(in: 0..<UInt64.max).filter { $0.size <= 5 }
        try earlier.commit(CommitBatch(entries: entries))
        for checkpoint in checkpoints {
            try earlier.commit(CommitBatch(checkpoint: checkpoint))
        }
        for item in try world.store.shelfItems(space: VaultShelf.boxes, prefix: [])
        where try #require(VaultShelf.boxPlace(key: item.key)).position < 5 {
            let put = ShelfChange.put(space: VaultShelf.boxes, key: item.key, value: item.value)
            try earlier.changeShelf([put])
        }
        #expect(try Verification.verify(store: earlier, verifier: verifier).isSound)
        let model = try await RecordModel.of(world) {
            try Verification.verify(store: earlier, verifier: verifier)
        }
        #expect(model.state == "unsound")
        #expect(model.codes == ["behind"])
    }

    @Test func `a record that cannot be opened is said to be unchecked, not sound`() async throws {
        struct Gone: Error {}
        let model = try await RecordModel.of(WebWorld()) { throw Gone() }
        #expect(model.state == "failed")
    }

    @Test(arguments: [1, 2, 7, 8, 9, 1_000_000])
    func `the list goes back from any entry to the first`(before: UInt64) async throws {
        try await WebWorld().visit { visitors in
            let program = try await visitors.program(.observer)
            let model = try await program.get("/api/record?before=\(before)").json()
            let numbers = (model["entries"] as? [[String: Any]])?.compactMap {
                $0["number"] as? UInt64
            }
            #expect(numbers == Array((0..<min(before, 8)).reversed()))
            #expect(model["older"] == nil)
            #expect(model["isNewest"] as? Bool == (before >= 8))
        }
    }

    @Test func `every entry's page gives a receipt that outsiders can check`() async throws {
        let world = try await WebWorld()
        let verifier = await world.node.verifier
        try await world.visit { visitors in
            let (browser, program) = try await (
                visitors.browser(.observer), visitors.program(.observer)
            )
            for position in 0..<8 {
                let path = "/record/entries/\(position)"
                #expect(try await browser.get(path).text.contains("Asiento \(position)"))
                let answer = try await program.get("/api\(path)")
                let one = try JSONDecoder().decode(OneEntry.self, from: Data(answer.body.utf8))
                let bytes = Array(one.bytes.matches(of: /../).compactMap { UInt8($0.0, radix: 16) })
                try one.receipt.verify(
                    entryBytes: bytes,
                    origin: WebWorld.origin,
                    verifier: verifier
                )
                let page = try await browser.get(path)
                #expect(page.body.contains("href=\"/receipts/\(position)\""))
            }
        }
    }

    @Test(arguments: ["8", "-1", "x", "18446744073709551615", "18446744073709551616", "0x1", ""])
    func `an entry that is not there is not found`(position: String) async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.observer)
            let receipt = "/receipts/\(position)"
            for path in ["/record/entries/\(position)", receipt, "\(receipt)/file"] {
                #expect(try await browser.get(path).status == .notFound, "\(path)")
            }
        }
    }

    @Test func `anybody can keep the signed checkpoint`() async throws {
        let world = try await WebWorld()
        let verifier = await world.node.verifier
        try await world.visit { visitors in
            let answer = try await visitors.stranger.get("/checkpoint")
            #expect(answer.status == .ok)
            let signed = try SignedCheckpoint(
                verifying: answer.body,
                origin: WebWorld.origin,
                verifier: verifier
            )
            #expect(signed.checkpoint.size == 8)
        }
    }

    @Test func `every kind of entry that the rules write has words`() throws {
        let sources = PackageFolder.root.appending(path: "Sources")
        let rules = sources.appending(path: "Casework/Rules")
        let files =
            try FileManager.default.contentsOfDirectory(at: rules, includingPropertiesForKeys: nil)
            + ["Founding", "Node+Accounts"].map { sources.appending(path: "Coalition/\($0).swift") }
        var kinds: Set<String> = []
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /"([a-z]+\.[a-z]+)"/) { kinds.insert(String(match.1)) }
        }
        #expect(kinds.count > 10)
        let texts = try Catalogue.parse(
            try #require(Catalogue.files(.spanish)["record"])
        )
        for kind in kinds {
            #expect(texts["record.kind.\(kind)"] != nil, "\(kind)")
        }
    }
}

private struct OneEntry: Decodable {
    var bytes: String
    var receipt: Receipt
}

/// What the record page knows, with a check of the test's own.
private struct RecordModel {
    let state: String?
    let codes: [String]

    static func of(
        _ world: WebWorld,
        verify: @escaping @Sendable () async throws -> Verification
    ) async throws -> RecordModel {
        let site = Site(
            node: world.node,
            publisher: world.publisher,
            settings: world.site.settings,
            clock: { world.clock.now },
            verify: verify
        )
        return try await world.visit(site: site) { visitors in
            let model = try await visitors.program(.observer).get("/api/record").json()
            let findings = model["findings"] as? [[String: Any]] ?? []
            return RecordModel(
                state: model["state"] as? String,
                codes: findings.compactMap { $0["code"] as? String }
            )
        }
    }
}
