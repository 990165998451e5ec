import Casework
import Coalition

/// Asking: all questions of a screening on one page, to be answered in any order and in any number
/// of sittings.
extension Screenings {
    struct Sheet: Encodable, Sendable {
        var screening: ScreeningID
        var encounter: EncounterID
        var isTreatedAsChild: Bool
        var isConcluded: Bool
        var sets: [Chapter]
        var answers: [String: Answer]
        var observations: String
    }

    /// The questions of one indicator set.
    struct Chapter: Encodable, Sendable {
        var set: String
        var title: Wording
        var groups: [Group]
    }

    /// Questions that belong together: of one element, of one dimension, or of a whole list.
    struct Group: Encodable, Sendable {
        /// Nothing for a list, which has no parts.
        var title: Wording?
        var questions: [Question]
    }

    struct Question: Encodable, Sendable {
        var code: String
        var text: Wording
        var help: Wording?

        init(_ indicator: Indicator) {
            code = indicator.code
            text = indicator.text
            help = indicator.help
        }

        /// The name of its field.
        var field: String { "answer.\(code)" }
    }

    static let questions = Page(.seeScreenings) { visit in
        let id = try visit.identifier("screening", of: ScreeningRecord.self)
        return try await visit.read(.seeScreenings) { desk, _, _ in
            guard let record = desk.screenings[id] else { throw Refusal.notFound }
            let age = desk.encounters[record.encounter]?.encounter?.ageBand ?? .unknown
            return Sheet(
                screening: id,
                encounter: record.encounter,
                isTreatedAsChild: age.isTreatedAsChild,
                isConcluded: record.conclusion != nil,
                sets: record.indicatorSets.map(Chapter.init),
                answers: record.answers,
                observations: record.observations
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("screening.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backToEncounter(model.encounter, words)
            h1 { words("screening.title") }
            if model.isConcluded || !screen.permitted.contains(.screen) {
                AnswerSheet.closed(model, words)
            } else {
                AnswerSheet.open(model, screen)
            }
        }
    }

    static let answer = Form(.screen, on: questions) { fields, visit in
        let codes = Set(IndicatorLibrary.standard.sets.flatMap(\.indicators).map(\.code))
        var answers: [String: Answer] = [:]
        for code in codes.sorted() where fields.has("answer.\(code)") {
            answers[code] = fields.choice("answer.\(code)", of: Answer.self)
        }
        let observations = fields.text("observations", max: 4000, lines: true, required: false)
        return AnswerScreening(
            screening: try visit.identifier("screening"),
            answers: answers,
            observations: observations ?? ""
        )
    } perform: { (command: AnswerScreening, visit) in
        var command = command
        command.screening = try visit.identifier("screening")
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/screenings/\(try visit.identifier("screening", of: ScreeningRecord.self))/finding"
    }
}

extension Screenings.Chapter {
    init(_ set: IndicatorSet) {
        self.set = set.versionedID
        title = set.title
        groups =
            switch set.method {
            case .elements:
                PalermoElement.allCases.map { element in
                    Screenings.Group(
                        element.words,
                        set.indicators.filter { $0.palermo == [element] }
                    )
                }
            case .dimensions:
                set.dimensions.map { dimension in
                    Screenings.Group(
                        dimension.title,
                        set.indicators.filter { $0.dimension == dimension.id }
                    )
                }
            case .list:
                [Screenings.Group(nil, set.indicators)]
            }
    }

    var questions: [Screenings.Question] { groups.flatMap(\.questions) }
}

extension Screenings.Group {
    fileprivate init(_ title: Wording?, _ indicators: [Indicator]) {
        self.title = title
        questions = indicators.map(Screenings.Question.init)
    }
}
