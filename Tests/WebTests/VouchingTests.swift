import Casework
import Coalition
import Foundation
import Ledger
import Testing
import Web

/// A witness that vouches for whatever it is asked to, or says nothing.
final class WebWitness: Sendable {
    let cosigner: Cosigner
    let answers: Bool

    init(_ number: Int, answers: Bool = true) throws {
        cosigner = try Cosigner(name: "witness.test/\(number)", key: SigningKey())
        self.answers = answers
    }

    struct Silent: Error {}

    func link(as witness: WitnessPolicy.Witness, at clock: WebClock) -> WitnessLink {
        WitnessLink(
            witness: witness,
            post: { [answers, cosigner] body in
                guard answers else { throw Silent() }
                let note = try AddCheckpoint(parsing: Array(body.utf8)).note
                let seconds = UInt64(clock.now.milliseconds / 1000)
                let whole = try cosigner.cosign(note, time: seconds).serialized
                return (200, Array(whole.utf8.dropFirst(note.serialized.utf8.count)))
            },
            fetch: { _ in nil }
        )
    }
}

@Suite struct VouchingTests {
    @Test func `a record for which nobody outside vouches says so`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.browser(.observer).get("/record")
            #expect(page.text.contains("Nadie de fuera responde por este registro"))
            #expect(page.text.contains("Ningún testigo prueba su hora"))
            let model = try await visitors.program(.observer).get("/api/record").json()
            let vouching = try #require(model["vouching"] as? [String: Any])
            #expect(vouching["state"] as? String == "alone")
            #expect((vouching["witnesses"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `who vouches, and when, stands on the page`() async throws {
        let world = try await WebWorld(
            witnesses: [WebWitness(1), WebWitness(2), WebWitness(3), WebWitness(4, answers: false)]
        )
        world.clock.advance(minutes: 2)
        await world.publisher.tick()
        try await world.visit { visitors in
            let browser = try await visitors.browser(.observer)
            let page = try await browser.get("/record", language: .english)
            #expect(page.text.contains("3 of 4 witnesses vouch for the record"))
            #expect(page.text.contains("It does not answer."))
            #expect(page.text.contains("No entry waits to be published."))
            let program = try await visitors.program(.observer)
            let vouching = try #require(
                try await program.get("/api/record").json()["vouching"] as? [String: Any]
            )
            #expect(vouching["state"] as? String == "vouched")
            #expect(vouching["published"] as? Int == 8)
            let states = (vouching["witnesses"] as? [[String: Any]])?.map { $0["state"] as? String }
            #expect(states == ["vouches", "vouches", "vouches", "missing"])
        }
    }

    @Test func `too few witnesses are an alarm, and what waits is counted`() async throws {
        let world = try await WebWorld(
            witnesses: [
                WebWitness(1), WebWitness(2), WebWitness(3, answers: false),
                WebWitness(4, answers: false),
            ]
        )
        try await world.visit { visitors in
            let browser = try await visitors.browser(.observer)
            let page = try await browser.get("/record")
            #expect(page.text.contains("Responden muy pocos testigos: no se publica nada"))
            let model = try await visitors.program(.observer).get("/api/record").json()
            let vouching = try #require(model["vouching"] as? [String: Any])
            #expect(vouching["state"] as? String == "stalled")
            #expect(vouching["waiting"] as? Int == 8)
        }
    }

    @Test func `an entry's page tells the proven time from the claimed one`() async throws {
        let world = try await WebWorld(
            witnesses: [WebWitness(1), WebWitness(2), WebWitness(3), WebWitness(4)]
        )
        world.clock.advance(minutes: 1)
        try await world.visit { visitors in
            _ = try await CarePath(world).meet()
            let browser = try await visitors.browser(.officer)
            let entry = try await browser.get("/record/entries/8", language: .english)
            #expect(entry.text.contains("not published yet"))
            world.clock.advance(minutes: 1)
            await world.publisher.tick()
            let model = try await visitors.program(.officer).get("/api/record/entries/8").json()
            let proven = try #require(
                (model["line"] as? [String: Any])?["proven"] as? [String: Any]
            )
            let claimed = try #require(model["claimed"] as? String)
            #expect(try #require(proven["after"] as? String) < claimed)
            #expect(try #require(proven["before"] as? String) > claimed)
            let other = try await visitors.program(.outsider).get("/api/record/entries/8").json()
            #expect(other["claimed"] == nil)
        }
    }
}
