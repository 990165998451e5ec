import Casework
import HTTPTypes
import Testing
import Web

@Suite struct ConsentPagesTests {
    private func encounter(_ officer: Browser, age: AgeBand = .from18to29) async throws -> String {
        let made = try await officer.post(
            "/encounters",
            [
                "place": "Suchiate", "direction": "northbound", "travel": "raft",
                "discovery": "ownWork",
                "otherNationality": "in", "ageBand": age.rawValue, "sex": "male",
            ]
        )
        return try #require(made.location)
    }

    private let explained = [
        "language": ["mam"], "givenBy": ["person"], "interpreter": ["professional"],
        "purpose": ["Un albergue"], "days": ["30"],
    ]

    private func tick(_ agency: AgencyID, _ section: Casework.Section) -> String {
        "\(agency).\(section.rawValue)"
    }

    @Test func `the page says that no is an answer, and who would see what`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            for language in Language.allCases {
                let page = try await officer.get(
                    "\(encounter(officer))/consent",
                    language: language
                )
                #expect(page.status == .ok)
                #expect(!page.body.contains("⟦"))
            }
            let page = try await officer.get("\(encounter(officer))/consent")
            #expect(page.text.contains("Puede decir que no, a todo o a una parte."))
            #expect(page.text.contains("Nunca interpreta alguien que llegó con la persona"))
            #expect(!page.text.contains("escuche lo que quiere"))
            for who in [WebWorld.Who.shelter, .other] {
                let agency = try #require(world.agencies[who])
                for section in Casework.Section.allCases {
                    #expect(page.body.contains(#"value="\#(tick(agency, section))""#))
                }
            }
            let own = try #require(world.agencies[.officer])
            #expect(!page.body.contains("\(own)."))
        }
    }

    @Test func `with a child the page says how to ask a child`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("\(encounter(officer, age: .unknown))/consent")
            #expect(page.text.contains("escuche lo que quiere"))
        }
    }

    @Test func `what the person allowed is recorded and shown again`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            let shelter = try #require(world.agencies[.shelter])
            var fields = explained
            fields["said"] = ["allowed"]
            fields["allowed"] = [tick(shelter, .health), tick(shelter, .identity)]
            let done = try await officer.post("\(encounter)/consent", all: fields)
            #expect(done.location == encounter)
            let one = try await officer.get(encounter)
            #expect(one.text.contains("Dio su consentimiento"))
            let page = try await officer.get("\(encounter)/consent")
            #expect(page.text.contains("shelter : Identidad, Salud"))
            #expect(page.text.contains("Mam"))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test func `a no is recorded as a no, and the notice goes only if it was allowed`() async throws
    {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            for isAllowed in [false, true] {
                let encounter = try await encounter(officer)
                var fields = explained
                fields["purpose"] = nil
                fields["days"] = nil
                fields["said"] = ["refused"]
                if isAllowed { fields["allowsNotice"] = ["yes"] }
                let done = try await officer.post("\(encounter)/consent", all: fields)
                #expect(done.location == encounter)
                let one = try await officer.get(encounter)
                #expect(one.text.contains("Dijo que no"))
                #expect(one.text.contains("aviso anónimo enviado") == isAllowed)
                let page = try await officer.get("\(encounter)/consent")
                #expect(page.body.contains(#"name="allowsNotice""#) != isAllowed)
            }
        }
    }

    @Test func `a button that says other than the ticks changes nothing`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            let shelter = try #require(world.agencies[.shelter])
            for (said, ticks) in [("allowed", []), ("refused", [tick(shelter, .health)])] {
                var fields = explained
                fields["said"] = [said]
                fields["allowed"] = ticks
                let page = try await officer.post("\(encounter)/consent", all: fields)
                #expect(page.status == .unprocessableContent)
                #expect(page.body.contains(##"href="#field-allowed""##))
                #expect(page.body.contains(#"id="field-allowed""#))
                for tick in ticks { #expect(page.body.contains(#"value="\#(tick)" checked"#)) }
            }
            let one = try await officer.get(encounter)
            #expect(!one.text.contains("Dio su consentimiento"))
            #expect(!one.text.contains("Dijo que no"))
        }
    }

    @Test(arguments: ["", ".", "x.health", "0000000000000000000000000.health", "health"])
    func `a tick that is none of ours is refused at its field`(value: String) async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            var fields = explained
            fields["said"] = ["allowed"]
            fields["allowed"] = [value]
            let page = try await officer.post("\(encounter(officer))/consent", all: fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.body.contains(##"href="#field-allowed""##))
        }
    }

    @Test(arguments: ["0", "366", "-1", "always"])
    func `a consent holds for a day to a year`(days: String) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let shelter = try #require(world.agencies[.shelter])
            var fields = explained
            fields["said"] = ["allowed"]
            fields["allowed"] = [tick(shelter, .health)]
            fields["days"] = [days]
            let page = try await officer.post("\(encounter(officer))/consent", all: fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.body.contains(##"href="#field-days""##))
        }
    }

    @Test func `a language that is not on the list is written out`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            var fields = explained
            fields["language"] = nil
            fields["said"] = ["refused"]
            let refused = try await officer.post("\(encounter)/consent", all: fields)
            #expect(refused.body.contains(##"href="#field-language""##))
            fields["otherLanguage"] = ["Tojolabal"]
            let done = try await officer.post("\(encounter)/consent", all: fields)
            #expect(done.location == encounter)
            let page = try await officer.get("\(encounter)/consent")
            #expect(page.text.contains("Tojolabal"))
        }
    }

    @Test func `a program records a consent with the same rules`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            let id = String(encounter.dropFirst("/encounters/".count))
            let shelter = try #require(world.agencies[.shelter])
            let program = try await visitors.program(.officer)
            func consent(days: Int) async throws -> Reply {
                try await program.post(
                    "/api\(encounter)/consent",
                    [
                        "encounter": id, "language": "hat", "givenBy": "person",
                        "interpreter": "byTelephone", "present": "", "purpose": "albergue",
                        "allowed": ["\(shelter)": ["health"]], "days": days,
                        "allowsNotice": false,
                    ]
                )
            }
            let refused = try await consent(days: 0)
            #expect(refused.status == .unprocessableContent)
            #expect(try refused.json()["field"] as? String == "days")
            let made = try await consent(days: 10)
            #expect(made.status == .ok)
            let asked = try await program.get("/api\(encounter)/consent").json()
            #expect((asked["earlier"] as? [Any])?.count == 1)
        }
    }

    @Test func `a country is picked, or written as its code`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let written = try await officer.get(encounter(officer))
            #expect(written.text.contains("Nacionalidad IN"))
            let fields = [
                "place": "Suchiate", "direction": "northbound", "travel": "raft",
                "discovery": "ownWork",
                "nationality": "HN", "ageBand": "from18to29", "sex": "male",
            ]
            let made = try await officer.post("/encounters", fields)
            let picked = try await officer.get(#require(made.location))
            #expect(picked.text.contains("Honduras"))
            for code in ["1X", "Ñ!", "x"] {
                let wrong = fields.merging(["otherNationality": code]) { $1 }
                let page = try await officer.post("/encounters", wrong)
                #expect(page.status == .unprocessableContent)
                #expect(page.body.contains(##"href="#field-otherNationality""##))
            }
        }
    }
}
