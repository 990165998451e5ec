/// An officer begins to ask.
package struct StartScreening: Command {
    package var encounter: EncounterID
    /// The identifiers of the indicator sets to ask, without versions.
    package var sets: [String]

    package init(encounter: EncounterID, sets: [String]) {
        self.encounter = encounter
        self.sets = sets
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, ScreeningID) {
        guard desk.encounters[encounter]?.encounter != nil else { throw .notFound }
        let chosen = IndicatorLibrary.standard.asked(sets)
        guard !chosen.isEmpty, Set(sets).isSubset(of: chosen.map(\.id)) else {
            throw .invalid(field: "sets")
        }
        let id = ScreeningID.random()
        let fact = Fact.screeningStarted(
            id,
            encounter: encounter,
            sets: chosen.map { "\($0.id)@\($0.version)" }
        )
        return (Decision("screening.started", [Placed(fact, in: setting.register)]), id)
    }
}

/// The answers so far; asking can go on later, until a person concludes.
package struct AnswerScreening: Command {
    package var screening: ScreeningID
    package var answers: [String: Answer]
    package var observations: String

    package init(screening: ScreeningID, answers: [String: Answer], observations: String) {
        self.screening = screening
        self.answers = answers
        self.observations = observations
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let record = desk.screenings[screening] else { throw .notFound }
        guard record.conclusion == nil else { throw .screeningAlreadyConcluded }
        let known = Set(record.indicatorSets.flatMap(\.indicators).map(\.code))
        guard Set(answers.keys).isSubset(of: known) else { throw .invalid(field: "answers") }
        let fact = Fact.screeningAnswered(
            screening,
            answers: answers.filter { $0.value != .notAsked },
            observations: try checked(observations, "observations", required: false)
        )
        return (Decision("screening.answered", [Placed(fact, in: setting.register)]), ())
    }
}

/// A person, having read the finding and its reasons, says what follows and why.
package struct ConcludeScreening: Command {
    package var screening: ScreeningID
    package var next: NextStep
    package var why: String

    package init(screening: ScreeningID, next: NextStep, why: String) {
        self.screening = screening
        self.next = next
        self.why = why
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        guard let record = desk.screenings[screening] else { throw .notFound }
        guard record.conclusion == nil else { throw .screeningAlreadyConcluded }
        let age = desk.encounters[record.encounter]?.encounter?.ageBand ?? .unknown
        let fact = Fact.screeningConcluded(
            screening,
            finding: record.finding(age: age),
            next: next,
            why: try checked(why, "why")
        )
        return (Decision("screening.concluded", [Placed(fact, in: setting.register)]), ())
    }
}

extension ScreeningRecord {
    /// The indicator sets asked, as they are on file.
    package var indicatorSets: [IndicatorSet] {
        sets.compactMap { IndicatorLibrary.standard[versioned: $0] }
    }

    /// What the answers so far show.
    package func finding(age: AgeBand) -> Finding {
        Finding.evaluate(sets: indicatorSets, answers: answers, age: age)
    }
}
