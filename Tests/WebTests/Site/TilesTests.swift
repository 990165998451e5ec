import Casework
import Coalition
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing
import Web

/// The log as a checker without a session reads it.
@Suite struct TilesTests {
    private struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let bytes: [UInt8]
    }

    private static func get(
        _ path: String,
        _ method: HTTPRequest.Method = .get,
        from visitors: Visitors
    ) async throws -> Answer {
        let response = try await visitors.client.execute(uri: path, method: method)
        return Answer(
            status: response.status,
            headers: response.headers,
            bytes: Array(buffer: response.body)
        )
    }

    @Test func `a stranger rebuilds the root of the checkpoint from what is served`() async throws {
        let world = try await WebWorld()
        let verifier = await world.node.verifier
        try await world.visit { visitors in
            let note = try await visitors.stranger.get("/checkpoint").body
            let checkpoint = try SignedCheckpoint(
                verifying: note,
                origin: WebWorld.origin,
                verifier: verifier
            )
            .checkpoint
            #expect(checkpoint.size == 8)
            let entries = try await Self.get("/tile/entries/000.p/8", from: visitors)
            let tile = try await Self.get("/tile/0/000.p/8", from: visitors)
            for answer in [entries, tile] {
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentType] == "application/octet-stream")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
            let bundle = try EntryBundle(decoding: entries.bytes, width: 8)
            let hashes = try HashTile(decoding: tile.bytes, width: 8)
            #expect(bundle.entries.map(MerkleTree.leafHash) == hashes.hashes)
            #expect(hashes.root == checkpoint.root)
            // Whoever has an older checkpoint still finds its tiles.
            let earlier = try await Self.get("/tile/entries/000.p/3", from: visitors)
            #expect(
                try EntryBundle(decoding: earlier.bytes, width: 3).entries
                    == Array(bundle.entries[..<3])
            )
        }
    }

    @Test func `a full tile may be kept for ever`() async throws {
        let world = try await WebWorld()
        let officer = try await world.node.signIn(name: "officer", password: WebWorld.password)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 8..<257 {
                group.addTask {
                    _ = try await world.node.perform(
                        RegisterEncounter(
                            place: "Tapachula",
                            direction: .northbound,
                            travel: .onFoot,
                            nationality: nil,
                            ageBand: .from18to29,
                            sex: .female,
                            discovery: .ownWork,
                            incidents: [],
                            account: ""
                        ),
                        by: officer
                    )
                }
            }
            try await group.waitForAll()
        }
        await world.publisher.tick()
        try await world.visit { visitors in
            for path in ["/tile/entries/000", "/tile/0/000"] {
                let answer = try await Self.get(path, from: visitors)
                #expect(answer.status == .ok)
                #expect(
                    answer.headers[.cacheControl] == "public, max-age=31536000, immutable"
                )
            }
            let full = try await Self.get("/tile/0/000", from: visitors)
            let above = try await Self.get("/tile/1/000.p/1", from: visitors)
            let tile = try HashTile(decoding: full.bytes, width: 256)
            #expect(try HashTile(decoding: above.bytes, width: 1).hashes == [tile.root])
        }
    }

    private static let absent = [
        "/tile", "/tile/", "/tile/0", "/tile/0/000", "/tile/0/000.p/9", "/tile/entries/000",
        "/tile/entries/000.p/9", "/tile/entries/001.p/1", "/tile/1/000.p/1", "/tile/64/000.p/1",
        "/tile/0/000.p/08", "/tile/0/000.p/8/", "/tile/0//000.p/8", "/tile/0/000.p%2F8",
        "/tile/%30/000.p/8", "/tile/0/../0/000.p/8", "/tile/entries/x000/000.p/8",
        "/tile/entries/x018/x446/x744/x073/x709/x551/615", "/tile/0/0\u{301}",
    ]

    @Test func `what is no tile of the log is not found, and tiles can only be read`() async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            for path in Self.absent {
                let answer = try await Self.get(path, from: visitors)
                #expect(answer.status == .notFound, "\(path)")
                #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
            }
            let answer = try await Self.get("/tile/0/000.p/8", .put, from: visitors)
            #expect(answer.status == .methodNotAllowed)
        }
    }
}
