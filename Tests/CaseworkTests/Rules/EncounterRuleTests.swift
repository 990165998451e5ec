import Testing

@testable import Casework

struct EncounterRuleTests {
    @Test func `an encounter is kept in the agency's own register`() throws {
        var bench = Bench()
        let id = try bench.meet()
        let record = try #require(bench.desk(bench.lead).encounters[id])
        #expect(record.encounter?.nationality == "HN")
        #expect(record.encounter?.place == "Tapachula")
        #expect(record.stamp?.agency == bench.lead)
        #expect(bench.last?.facts.map(\.compartment) == [.register(bench.lead)])
        #expect(bench.desk(bench.shelter).encounters.isEmpty)
    }

    @Test(arguments: [("mx", "MX"), (" GT ", "GT"), ("", nil), ("  ", nil)])
    func `a country is two letters, or not known`(written: String, kept: String?) throws {
        var bench = Bench()
        var command = Bench.meeting()
        command.nationality = written
        let id = try bench.perform(command, by: bench.lead)
        #expect(bench.desk(bench.lead).encounters[id]?.encounter?.nationality == kept)
    }

    @Test(arguments: ["M", "MEX", "M1", "ñ", "М", "..", "Honduras"])
    func `another country is refused`(written: String) {
        var bench = Bench()
        var command = Bench.meeting()
        command.nationality = written
        let lead = bench.lead
        #expect(throws: Refusal.invalid(field: "nationality")) {
            try bench.perform(command, by: lead)
        }
        #expect(bench.lines.isEmpty)
    }

    @Test func `an encounter has a place, and texts have limits`() {
        let bench = Bench()
        let cases: [(WritableKeyPath<RegisterEncounter, String>, Int, Refusal)] = [
            (\.place, 0, .missing(field: "place")),
            (\.place, 201, .tooLong(field: "place", limit: 200)),
            (\.account, 4001, .tooLong(field: "account", limit: 4000)),
        ]
        for (field, length, refusal) in cases {
            var command = Bench.meeting()
            command[keyPath: field] = String(repeating: "x", count: length)
            #expect(throws: refusal) {
                try command.decide(on: bench.desk(bench.lead), in: bench.setting(bench.lead))
            }
        }
    }
}

struct ScreeningRuleTests {
    @Test func `a screening asks for the elements and for the sets that were chosen`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let start = StartScreening(encounter: encounter, sets: ["unodc-general"])
        let id = try bench.perform(start, by: bench.lead)
        let record = try #require(bench.desk(bench.lead).screenings[id])
        #expect(Set(record.indicatorSets.map(\.id)) == ["palermo-elements", "unodc-general"])
        #expect(bench.desk(bench.lead).encounters[encounter]?.screenings == [id])
    }

    @Test func `a screening is of somebody met, with sets that exist`() throws {
        var bench = Bench()
        let encounter = try bench.meet()
        let (lead, shelter) = (bench.lead, bench.shelter)
        #expect(throws: Refusal.notFound) {
            try bench.perform(StartScreening(encounter: .random(), sets: []), by: lead)
        }
        #expect(throws: Refusal.notFound) {
            try bench.perform(StartScreening(encounter: encounter, sets: []), by: shelter)
        }
        #expect(throws: Refusal.invalid(field: "sets")) {
            try bench.perform(StartScreening(encounter: encounter, sets: ["none"]), by: lead)
        }
    }

    @Test func `answers replace the answers before them, and what was not asked is not kept`()
        throws
    {
        var bench = Bench()
        let id = try started(&bench)
        for answers: [String: Answer] in [["act-1": .yes, "act-2": .no], ["act-1": .notAsked]] {
            try bench.perform(
                AnswerScreening(screening: id, answers: answers, observations: " calm "),
                by: bench.lead
            )
        }
        let record = try #require(bench.desk(bench.lead).screenings[id])
        #expect(record.answers.isEmpty)
        #expect(record.observations == "calm")
    }

    @Test func `an answer belongs to a question of a screening that is open`() throws {
        var bench = Bench()
        let id = try started(&bench)
        let (lead, shelter) = (bench.lead, bench.shelter)
        let unknown: [String: Answer] = ["none": .yes]
        #expect(throws: Refusal.notFound) {
            try bench.perform(
                AnswerScreening(screening: .random(), answers: [:], observations: ""),
                by: lead
            )
        }
        #expect(throws: Refusal.notFound) {
            try bench.perform(
                AnswerScreening(screening: id, answers: [:], observations: ""),
                by: shelter
            )
        }
        #expect(throws: Refusal.invalid(field: "answers")) {
            try bench.perform(
                AnswerScreening(screening: id, answers: unknown, observations: ""),
                by: lead
            )
        }
        #expect(throws: Refusal.tooLong(field: "observations", limit: 4000)) {
            let text = String(repeating: "x", count: 4001)
            try bench.perform(
                AnswerScreening(screening: id, answers: [:], observations: text),
                by: lead
            )
        }
        try bench.perform(
            ConcludeScreening(screening: id, next: .informOnly, why: "Enough said."),
            by: lead
        )
        #expect(throws: Refusal.screeningAlreadyConcluded) {
            try bench.perform(
                AnswerScreening(screening: id, answers: [:], observations: ""),
                by: lead
            )
        }
    }

    @Test func `a person concludes once, says why, and the finding is kept as it stood`() throws {
        var bench = Bench()
        let id = try started(&bench)
        let lead = bench.lead
        let answers: [String: Answer] = ["act-1": .yes, "means-1": .yes]
        try bench.perform(
            AnswerScreening(screening: id, answers: answers, observations: ""),
            by: lead
        )
        #expect(throws: Refusal.missing(field: "why")) {
            try bench.perform(
                ConcludeScreening(screening: id, next: .offerHelp, why: " "),
                by: lead
            )
        }
        #expect(throws: Refusal.tooLong(field: "why", limit: 4000)) {
            let text = String(repeating: "x", count: 4001)
            try bench.perform(
                ConcludeScreening(screening: id, next: .offerHelp, why: text),
                by: lead
            )
        }
        #expect(throws: Refusal.notFound) {
            try bench.perform(
                ConcludeScreening(screening: .random(), next: .offerHelp, why: "x"),
                by: lead
            )
        }
        try bench.perform(
            ConcludeScreening(screening: id, next: .offerHelp, why: "Debt."),
            by: lead
        )
        let record = try #require(bench.desk(lead).screenings[id])
        #expect(record.conclusion?.finding == record.finding(age: .from18to29))
        #expect(record.conclusion?.why == "Debt.")
        #expect(throws: Refusal.screeningAlreadyConcluded) {
            try bench.perform(
                ConcludeScreening(screening: id, next: .informOnly, why: "x"),
                by: lead
            )
        }
    }

    private func started(_ bench: inout Bench) throws -> ScreeningID {
        let encounter = try bench.meet()
        return try bench.perform(StartScreening(encounter: encounter, sets: []), by: bench.lead)
    }
}
