import Casework
import Foundation
import HTTPTypes
import Testing

/// The whole path of one person over the API, as three members of two agencies take it.
///
/// It keeps what was made and what was sent, for tests that need both.
struct WholePath: Sendable {
    /// What was made, by the name that routes give it.
    private(set) var ids: [String: String] = [:]
    /// The body of JSON that each route took, by its method-less pattern below `/api`.
    private(set) var bodies: [String: String] = [:]

    let officer: Program
    let caseworker: Program
    let analyst: Program
    private let shelter: String

    static let givenNames = "Xochiquetzalli"
    static let place = "Ciudad Hidalgo"
    static let account = "Walks with a limp."
    static let health = "Fever since Tuesday."
    static let population = "People who passed in November"
    static let linkage = "By name and year of birth"

    init(_ world: WebWorld, _ visitors: Visitors) async throws {
        officer = try await visitors.program(.officer)
        caseworker = try await visitors.program(.caseworker)
        analyst = try await visitors.program(.analyst)
        shelter = try #require(world.agencies[.shelter]?.description)
        ids = ["position": "0", "section": "health", "agency": shelter]
        try await meet()
        try await screen()
        try await consent()
        try await open()
        try await compare()
        try await refer()
        try await serve()
        try await flag(try await visitors.program(.founder))
        try await document()
        try await estimate(try await visitors.program(.founder))
        let members = try await visitors.program(.founder).get("/api/members").json()
        let observer = (members["members"] as? [[String: Any]])?
            .first { $0["signIn"] as? String == "observer" }
        ids["member"] = try #require(observer?["id"] as? String)
    }

    /// A route's path with what was made in the place of its parameters.
    func path(_ pattern: String) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.first == ":" ? ids[String(part.dropFirst())] ?? "nothing" : String(part)
        }
        .joined(separator: "/")
    }

    // MARK: The steps

    private mutating func meet() async throws {
        let made = try await send(
            officer,
            "/encounters",
            [
                "place": Self.place, "direction": "northbound", "travel": "raft",
                "nationality": "HN", "ageBand": "from18to29", "sex": "female",
                "discovery": "ownWork",
                "recognition": ["givenNames": Self.givenNames],
                "incidents": ["robbery"], "account": Self.account,
            ]
        )
        ids["encounter"] = made
    }

    private mutating func screen() async throws {
        ids["screening"] = try await send(
            officer,
            "/encounters/:encounter/screening",
            ["encounter": ids["encounter"] ?? "", "sets": ["palermo-elements", "unodc-general"]]
        )
        let screening = ids["screening"] ?? ""
        try await send(
            officer,
            "/screenings/:screening",
            ["screening": screening, "answers": ["g01": "yes"], "observations": "Tired."]
        )
        try await send(
            officer,
            "/screenings/:screening/finding",
            ["screening": screening, "next": "offerHelp", "why": "She asks for help."]
        )
    }

    private mutating func consent() async throws {
        try await send(
            officer,
            "/encounters/:encounter/consent",
            [
                "encounter": ids["encounter"] ?? "", "language": "spa", "givenBy": "person",
                "interpreter": "notNeeded", "present": "", "purpose": "shelter",
                "allowed": [shelter: ["identity", "health"]], "days": 30, "allowsNotice": false,
            ]
        )
    }

    private mutating func open() async throws {
        ids["dossier"] = try await send(
            officer,
            "/encounters/:encounter/dossier",
            [
                "encounter": ids["encounter"] ?? "",
                "notes": [
                    [
                        "section": "identity", "text": "",
                        "lines": ["givenNames": Self.givenNames],
                    ],
                    ["section": "health", "lines": [:], "text": Self.health],
                    ["section": "legal", "lines": [:], "text": "No complaint yet."],
                ],
            ]
        )
    }

    /// A second encounter with her, of which the officer says that it is hers too.
    private mutating func compare() async throws {
        let met = try await officer.post(
            "/api/encounters",
            bodies["/encounters"] ?? ""
        ).json()
        ids["one"] = "dossier-\(ids["dossier"] ?? "")"
        ids["other"] = "encounter-\(try #require(met["id"] as? String))"
        try await send(officer, "/same-person/:one/:other/opening", ["words": ""])
        try await send(
            officer,
            "/same-person/:one/:other",
            ["verdict": "merged", "why": "She says so.", "isSure": false]
        )
    }

    private mutating func refer() async throws {
        ids["referral"] = try await send(
            officer,
            "/dossiers/:dossier/referral",
            [
                "dossier": ids["dossier"] ?? "", "to": shelter, "services": ["shelter", "medical"],
                "urgency": "emergency", "hours": 4, "languages": "spa", "children": 1,
                "needs": "A bed tonight.",
            ]
        )
    }

    private mutating func serve() async throws {
        let (dossier, referral) = (ids["dossier"] ?? "", ids["referral"] ?? "")
        try await send(
            caseworker,
            "/referrals/:referral/accept",
            ["referral": referral, "words": "Come."]
        )
        let opening = ["dossier": dossier, "section": "health", "purpose": "care", "words": ""]
        try await send(caseworker, "/dossiers/:dossier/sections/:section", opening)
        let note: [String: Any] = ["section": "health", "lines": [:], "text": "Seen by a doctor."]
        try await send(
            caseworker,
            "/dossiers/:dossier/sections/:section/write",
            ["dossier": dossier, "note": note]
        )
    }

    /// The officer reads again and again, and writes nothing: it is flagged, and reviewed.
    private mutating func flag(_ founder: Program) async throws {
        for reading in 1...5 {
            let asked: [String: Any] = ["purpose": "continuing", "words": "Reading \(reading)"]
            try await send(officer, "/dossiers/:dossier/sections/:section", asked)
        }
        let flags = try await founder.get("/api/flags").json()
        let first = (flags["flags"] as? [[String: Any]])?.first
        ids["flag"] = try #require(first?["id"] as? String)
        try await send(founder, "/flags/:flag", ["words": "Completing the file."])
    }

    private mutating func document() async throws {
        let file: [String: Any] = [
            "fileName": Samples.telegramName,
            "bytes": try Samples.telegram().base64EncodedString(),
        ]
        ids["document"] = try await send(analyst, "/documents", file)
        let page = try await analyst.get(path("/api/documents/:document"))
        let slug = try #require(page.body.firstMatch(of: /"slug":"([^"]+)"/)?.1)
        ids["draft"] = String(slug)
        try await send(
            analyst,
            "/documents/:document/drafts/:draft",
            ["verdict": "accept", "title": "A listing", "detail": ""]
        )
    }

    /// The analyst draws a list, takes a table from a file and has it reckoned; the founder publishes.
    private mutating func estimate(_ founder: Program) async throws {
        let window = ["start": "2026-11-01T06:00:00.000Z", "end": "2026-12-01T06:00:00.000Z"]
        let definition: [String: Any] = [
            "name": "November", "window": window, "place": "", "findings": [],
            "meaning": "Everybody met",
        ]
        ids["list"] = try await send(analyst, "/estimation/lists", ["definition": definition])
        let csv =
            "A,B,C,count\n1,0,0,120\n0,1,0,130\n1,1,0,21\n0,0,1,90\n1,0,1,14\n0,1,1,17\n1,1,1,4\n"
        let path = "/estimation/tables/import"
        try await send(analyst, path, ["csv": csv])
        let read = try await analyst.post("/api\(path)", bodies[path] ?? "").json()
        let names = try #require(read["lists"] as? [String])
        let table: [String: Any] = [
            "population": Self.population, "place": "Soconusco", "window": window,
            "definition": "Met, with two elements", "samePopulation": "yes",
            "lists": names.map { ["name": $0, "making": "independent"] },
            "counts": try #require(read["counts"] as? [Int]),
            "linkage": Self.linkage, "linkedBy": "The secretariat",
        ]
        ids["table"] = try await send(analyst, "/estimation/tables", table)
        ids["estimate"] = try await send(
            analyst,
            "/estimation/tables/:table/estimates",
            ["seed": 7]
        )
        let address = self.path("/api/estimation/estimates/:estimate")
        while try await analyst.get(address).json()["state"] as? String != "done" {
            try await Task.sleep(for: .milliseconds(20))
        }
        try await send(
            founder,
            "/estimation/estimates/:estimate/publication",
            ["why": "For the plan of shelters."]
        )
        bodies["/estimation/estimates/:estimate/withdrawal"] = #"{"why":"Counted twice."}"#
    }

    @discardableResult
    private mutating func send(
        _ program: Program,
        _ pattern: String,
        _ object: [String: Any]
    ) async throws -> String? {
        let body = try JSONSerialization.data(withJSONObject: object)
        let text = String(decoding: body, as: UTF8.self)
        bodies[pattern] = text
        let reply = try await program.post("/api\(path(pattern))", text)
        try #require(reply.status == .ok, "\(pattern): \(reply.body)")
        return try reply.json()["id"] as? String
    }
}
