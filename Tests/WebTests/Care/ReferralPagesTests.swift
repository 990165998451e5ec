import Casework
import HTTPTypes
import Testing
import Web

@Suite struct ReferralPagesTests {
    private static let filled: [String: [String]] = [
        "services": ["shelter", "medical"], "urgency": ["urgent"], "languages": ["español"],
        "children": ["2"], "needs": ["Una cama esta noche"],
    ]

    @Test func `a referral goes from its form to the other agency's queue`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        let shelter = try #require(world.agencies[.shelter])
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let form = try await officer.get("/dossiers/\(dossier)/referral")
            #expect(form.text.contains("shelter Identidad, Salud"))
            #expect(form.text.contains("other Nada"))
            var fields = Self.filled
            fields["to"] = ["\(shelter)"]
            let sent = try await officer.post("/dossiers/\(dossier)/referral", all: fields)
            #expect(sent.status == .seeOther)
            let page = try await officer.get(try #require(sent.location))
            #expect(page.text.contains("En espera"))
            let caseworker = try await visitors.browser(.caseworker)
            let queue = try await caseworker.get("/referrals")
            #expect(queue.text.contains("Por contestar"))
            #expect(queue.text.contains("vence en 24 h"))
            #expect(queue.body.contains(try #require(sent.location)))
        }
    }

    @Test func `every field that is missing is named at once`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let answer = try await officer.post("/dossiers/\(dossier)/referral", ["hours": "0"])
            #expect(answer.status == .unprocessableContent)
            for field in ["to", "services", "urgency", "hours", "languages", "children", "needs"] {
                #expect(answer.body.contains("id=\"error-\(field)\""), "\(field)")
            }
        }
    }

    @Test func `a refused form keeps its place, and the language switch a page to return to`()
        async throws
    {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let answer = try await officer.post("/dossiers/\(dossier)/referral", ["hours": "0"])
            #expect(answer.body.contains(#"<a href="/dossiers" aria-current="page">"#))
            #expect(answer.body.contains(#"name="back" value="/dossiers""#))
            let asked = try await officer.get("/dossiers/\(dossier)/referral")
            #expect(asked.body.contains(#"name="back" value="/dossiers/\#(dossier)/referral""#))
        }
    }

    @Test func `an agency that the person did not allow is refused`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        let other = try #require(world.agencies[.other])
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            var fields = Self.filled
            fields["to"] = ["\(other)"]
            let answer = try await officer.post("/dossiers/\(dossier)/referral", all: fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("no permite que esa institución"))
            #expect(answer.body.contains("Una cama esta noche"))
        }
    }

    @Test func `before it answers, the receiver sees no dossier; after a yes, it does`()
        async throws
    {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        let referral = try await path.refer(dossier)
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let before = try await caseworker.get("/referrals/\(referral)")
            #expect(before.body.contains("/referrals/\(referral)/accept"))
            #expect(!before.body.contains("\(dossier)"))
            let accepted = try await caseworker.post(
                "/referrals/\(referral)/accept",
                ["message": "Aquí le esperamos"]
            )
            #expect(accepted.location == "/referrals/\(referral)")
            let after = try await caseworker.get("/referrals/\(referral)")
            #expect(after.body.contains("/dossiers/\(dossier)"))
            #expect(!after.body.contains("/referrals/\(referral)/accept"))
            #expect(after.text.contains("Contestada a tiempo"))
            let officer = try await visitors.browser(.officer)
            let sender = try await officer.get("/referrals/\(referral)")
            #expect(sender.text.contains("Aquí le esperamos"))
            #expect(sender.text.contains("Recibió las llaves de: Identidad, Salud"))
        }
    }

    @Test func `the sender cannot answer, nor can anybody answer twice`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let referral = try await path.refer(try await path.dossier())
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            #expect(!(try await officer.get("/referrals/\(referral)")).body.contains("/decline"))
            let forbidden = try await officer.post("/referrals/\(referral)/accept", [:])
            #expect(forbidden.status == .forbidden)
            let outsider = try await visitors.browser(.outsider)
            let unseen = try await outsider.post("/referrals/\(referral)/accept", [:])
            #expect(unseen.status == .notFound)
            let caseworker = try await visitors.browser(.caseworker)
            let path = "/referrals/\(referral)/decline"
            #expect(try await caseworker.post(path, ["reason": "full"]).status == .seeOther)
            let again = try await caseworker.post(path, ["reason": "full"])
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("ya contestó"))
            let program = try await visitors.program(.caseworker)
            let refused = try await program.post(
                "/api\(path)",
                ["referral": "\(referral)", "reason": "full", "words": ""]
            )
            #expect(try refused.json()["code"] as? String == "referralAlreadyAnswered")
        }
    }

    @Test func `another reason must be explained, at its own field of its own form`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let referral = try await path.refer(try await path.dossier())
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let answer = try await caseworker.post(
                "/referrals/\(referral)/decline",
                ["reason": "other"]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-words\""))
            #expect(answer.body.ranges(of: "class=\"errors\"").count == 1)
            let ids = answer.body.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func `a deadline that passed leads the list and stands in the course`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        let calm = try await path.refer(try await path.dossier(), urgency: .routine)
        let late = try await path.refer(dossier, urgency: .emergency)
        world.clock.advance(minutes: 65)
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let queue = try await caseworker.get("/referrals").body
            let first = try #require(queue.firstRange(of: "/referrals/\(late)"))
            let second = try #require(queue.firstRange(of: "/referrals/\(calm)"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(queue.contains("tag--alarm"))
            let officer = try await visitors.browser(.officer)
            let course = try await officer.get("/dossiers/\(dossier)").text
            #expect(course.contains("Venció el plazo y shelter no había contestado"))
            _ = try await caseworker.post("/referrals/\(late)/accept", [:])
            let page = try await officer.get("/referrals/\(late)").text
            #expect(page.contains("Contestada tarde"))
            let missed = try #require(page.firstRange(of: "no había contestado"))
            let accepted = try #require(page.firstRange(of: "aceptó la derivación"))
            #expect(missed.lowerBound < accepted.lowerBound)
        }
    }

    @Test func `when the consent has ended there is no form to refer with`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier(days: 1)
        world.clock.advance(minutes: 24 * 60)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("/dossiers/\(dossier)/referral")
            #expect(page.text.contains("El consentimiento venció"))
            #expect(!page.body.contains("name=\"needs\""))
        }
    }
}
