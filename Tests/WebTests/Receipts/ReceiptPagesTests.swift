import Casework
import Coalition
import Foundation
import HTTPTypes
import Ledger
import Testing
import Web

/// Receipts on the site: who gets them, when, and what stands in them.
@Suite struct ReceiptPagesTests {
    @Test func `every member can take along the receipt of every entry`() async throws {
        let world = try await WebWorld()
        let policy = world.node.policy
        try await world.visit { visitors in
            for who in WebWorld.Who.allCases {
                let browser = try await visitors.browser(who)
                let program = try await visitors.program(who)
                for position: UInt64 in 0..<8 {
                    let path = "/receipts/\(position)"
                    let page = try await browser.get(path)
                    #expect(page.status == .ok)
                    #expect(page.text.contains("Comprobante del asiento \(position)"))
                    #expect(page.body.contains("class=\"qr\""))
                    let file = try await browser.get("\(path)/file")
                    #expect(file.headers[.contentType] == "text/plain; charset=utf-8")
                    #expect(
                        file.headers[.contentDisposition]
                            == "attachment; filename=\"enlace-\(position).tlog-proof\""
                    )
                    let check = ReceiptCheck(Array(file.body.utf8), under: policy)
                    #expect(check.verdict == .logAlone)
                    #expect(check.file?.index == position)
                    let model = try await program.get("/api\(path)").json()
                    #expect(model["state"] as? String == "ready")
                    #expect(model["file"] as? String == file.body)
                    #expect(try await program.get("/api\(path)/file").body == file.body)
                }
            }
        }
    }

    @Test func `a stranger gets none`() async throws {
        try await WebWorld().visit { visitors in
            for path in ["/receipts/0", "/receipts/0/file"] {
                let page = try await visitors.stranger.get(path)
                #expect(page.status == .seeOther && page.location == "/sign-in")
                #expect(try await visitors.stranger.get("/api\(path)").status == .unauthorized)
            }
        }
    }

    @Test func `what is not yet published has a page that asks again by itself`() async throws {
        let world = try await WebWorld()
        let refresh = try #require(HTTPField.Name("Refresh"))
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let program = try await visitors.program(.officer)
            _ = try await WholePath(world, visitors)
            let newest = await world.node.checkpoint.size - 1
            let path = "/receipts/\(newest)"
            let waiting = try await officer.get(path)
            #expect(waiting.status == .ok)
            #expect(waiting.text.contains("Todavía no está listo"))
            #expect(waiting.text.contains("cada 10 segundos"))
            #expect(waiting.headers[refresh] == "5")
            #expect(!waiting.body.contains("class=\"qr\""))
            #expect(try await officer.get("\(path)/file").status == .notFound)
            let model = try await program.get("/api\(path)").json()
            #expect(model["state"] as? String == "pending")
            #expect(model["file"] == nil)

            await world.publisher.tick()
            let page = try await officer.get(path)
            #expect(page.headers[refresh] == nil)
            #expect(page.body.contains("class=\"qr\""))
            #expect(try await officer.get("\(path)/file").status == .ok)
            let beyond = try await officer.get("/receipts/\(newest + 1)")
            #expect(beyond.status == .notFound)
        }
    }

    @Test func `what a person or an agency hands in leads to its receipt`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            await world.publisher.tick()
            let officer = try await visitors.browser(.officer)
            let policy = world.node.policy
            for (page, kinds) in [
                ("/encounters/:encounter", ["consent.recorded", "encounter.registered"]),
                ("/encounters/:encounter/consent", ["consent.recorded"]),
                ("/referrals/:referral", ["referral.sent", "referral.accepted"]),
            ] {
                let body = try await officer.get(path.path(page)).body
                let positions = body.matches(of: /href="\/receipts\/(\d+)"/).compactMap {
                    UInt64($0.1)
                }
                #expect(positions.count == kinds.count, "\(page)")
                for (position, kind) in zip(positions, kinds) {
                    let entry = try #require(
                        await world.node.entries(before: position + 1, count: 1).first?.entry
                    )
                    #expect(entry.kind.name == kind)
                    let file = try await officer.get("/receipts/\(position)/file").body
                    let check = ReceiptCheck(Array(file.utf8), under: policy)
                    #expect(check.file?.leafHash == MerkleTree.leafHash(entry.encoded))
                    #expect(check.verdict.outcome == .verified)
                }
            }
        }
    }

    @Test func `a receipt that too few witnesses vouch for is not handed out`() async throws {
        let world = try await WebWorld(
            witnesses: [
                WebWitness(1), WebWitness(2, answers: false), WebWitness(3, answers: false),
            ]
        )
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let before = try await officer.get("/receipts/3")
            #expect(before.text.contains("Todavía no está listo"))
            #expect(try await officer.get("/receipts/3/file").status == .notFound)
        }
    }

    @Test func `a receipt says which witnesses vouched, and when`() async throws {
        let world = try await WebWorld(witnesses: [WebWitness(1), WebWitness(2)])
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("/receipts/3")
            #expect(page.text.contains("witness.test/1"))
            let file = try await officer.get("/receipts/3/file").body
            let check = ReceiptCheck(Array(file.utf8), under: world.node.policy)
            #expect(check.verdict == .vouched)
        }
    }

    @Test func `a receipt too long for a code says so and is still a file`() async throws {
        let world = try await WebWorld(witnesses: (1...24).map { try WebWitness($0) })
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let file = try await officer.get("/receipts/3/file").body
            #expect(file.utf8.count > QRCode.maximumByteCount)
            let page = try await officer.get("/receipts/3")
            #expect(!page.body.contains("class=\"qr\""))
            #expect(page.text.contains("demasiado largo para un código QR"))
            let check = ReceiptCheck(Array(file.utf8), under: world.node.policy)
            #expect(check.verdict == .vouched)
        }
    }

    @Test func `the page of a receipt names nobody and nothing that was done`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            _ = try await WholePath(world, visitors)
            await world.publisher.tick()
            let size = await world.node.checkpoint.size
            let browser = try await visitors.browser(.observer)
            let kinds = try Catalogue.parse(try #require(Catalogue.files(.spanish)["record"]))
                .filter { $0.key.hasPrefix("record.kind.") }.map(\.value)
            #expect(kinds.count > 10)
            for position in 0..<size {
                let page = try await browser.get("/receipts/\(position)").body
                let sheet = try #require(page.firstMatch(of: /(?s)<main.*<\/main>/)).0
                for word in kinds + ["Migration", "shelter", WholePath.givenNames, WholePath.place]
                {
                    #expect(!sheet.contains(word), "\(position): \(word)")
                }
            }
        }
    }
}
