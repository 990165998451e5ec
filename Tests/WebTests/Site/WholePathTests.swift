import Ledger
import Coalition
import Foundation
import HTTPTypes
import Testing

/// What the members of two agencies see of one person's path, over the API.
@Suite struct WholePathTests {
    @Test func `three members of two agencies take one person all the way`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)

            let dossier = try await path.caseworker.get(path.path("/api/dossiers/:dossier")).json()
            let course = try #require(dossier["course"] as? [[String: Any]])
            #expect(course.count >= 4)
            let sections = try #require(dossier["sections"] as? [[String: Any]])
            let held = sections.filter { $0["isHeld"] as? Bool == true }
            #expect(Set(held.compactMap { $0["section"] as? String }) == ["identity", "health"])

            let opening =
                #"{"dossier":"\#(path.ids["dossier"] ?? "")","section":"identity","#
                + #""purpose":"care","words":""}"#
            let address = path.path("/api/dossiers/:dossier/sections/identity")
            let opened = try await path.caseworker.post(address, opening)
            #expect(opened.body.contains(WholePath.givenNames))

            let referral = try await path.officer.get(path.path("/api/referrals/:referral")).json()
            #expect(referral["status"] as? String == "accepted")

            let record = try await path.officer.get("/api/record").json()
            #expect(record["state"] as? String == "sound", "\(record["findings"] ?? "")")
            var pages = [record]
            while let next = pages.last?["older"] as? Int {
                pages.append(try await path.officer.get("/api/record?before=\(next)").json())
            }
            let kinds = pages.compactMap { $0["entries"] as? [[String: Any]] }
                .joined().compactMap { $0["kind"] as? String }
            #expect(kinds.first == "section.opened")
            for kind in [
                "encounter.registered", "screening.concluded", "consent.recorded", "dossier.opened",
                "referral.sent", "referral.accepted", "section.written", "draft.decided",
                "list.drawn", "overlap.entered", "estimate.asked", "estimate.published",
            ] {
                #expect(kinds.contains(kind), "\(kind)")
            }
        }
    }

    @Test func `a section that the person did not allow stays shut`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            let before = await world.node.checkpoint.size
            let opening =
                #"{"dossier":"\#(path.ids["dossier"] ?? "")","section":"legal","#
                + #""purpose":"care","words":""}"#
            let address = path.path("/api/dossiers/:dossier/sections/legal")
            let refused = try await path.caseworker.post(address, opening)
            #expect(refused.status == .conflict)
            #expect(try refused.json()["code"] as? String == "sectionNotHeld")
            #expect(!refused.body.contains("No complaint"))
            #expect(await world.node.checkpoint.size == before)
        }
    }

    @Test func `an agency outside the path finds nothing of it`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            let outsider = try await visitors.program(.outsider)
            for address in [
                "/api/dossiers/:dossier", "/api/referrals/:referral",
                "/api/dossiers/:dossier/sections/health",
            ] {
                let reply = try await outsider.get(path.path(address))
                #expect(reply.status == .notFound, "\(address)")
            }
            for address in ["/api/dossiers", "/api/referrals", "/api/home", "/api/record"] {
                let reply = try await outsider.get(address)
                for id in ["dossier", "referral", "encounter"] {
                    #expect(!reply.body.contains(path.ids[id] ?? "?"), "\(address)")
                }
                #expect(!reply.body.contains(WholePath.givenNames))
            }
        }
    }
}
