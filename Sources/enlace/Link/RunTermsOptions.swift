import ArgumentParser
import Foundation
import Linkage

/// What the agencies of a private comparison agree to, as options.
struct RunTermsOptions: ParsableArguments {
    enum Question: String, ExpressibleByArgument, CaseIterable {
        case count
        case yesNo = "yes-no"
        case pairs

        var question: RunQuestion {
            switch self {
            case .count: .count
            case .yesNo: .yesOrNo
            case .pairs: .pairs
            }
        }
    }

    @Option(help: "What the run is called.")
    var name: String?

    @Option(help: "Why the lists are compared, in a sentence.")
    var purpose: String?

    @Option(
        help: """
            What the answer says: count (how many persons are on which lists), yes-no (whether one \
            person is on the other list), pairs (which row is which).
            """
    )
    var question: Question?

    @Option(help: "An agency that takes part, in the order of the answer; once for each.")
    var agencies: [String] = []

    @Option(help: "For how many days files of the run can be made and compared, 1 to 365.")
    var days: Int = 14

    @Option(help: "The fewest records of a list, so that no list is a question in disguise.")
    var smallestList: Int = 20

    func validate() throws {
        guard (1...365).contains(days) else {
            throw ValidationError("--days takes a number from 1 to 365.")
        }
        guard (1...1_000_000).contains(smallestList) else {
            throw ValidationError("--smallest-list takes a number from 1 to 1000000.")
        }
    }

    func terms() throws -> RunTerms {
        guard let name, let purpose, let question else {
            throw Problem(
                "A new run needs --name, --purpose and --question, and --agencies for each agency.",
                "Una comparación nueva necesita --name, --purpose y --question, y --agencies por "
                    + "cada institución."
            )
        }
        do throws(RunTerms.Refusal) {
            return try RunTerms(
                name: name,
                purpose: purpose,
                question: question.question,
                expiry: Int64(Date.now.timeIntervalSince1970) + Int64(days) * 86_400,
                agencies: agencies,
                smallestList: smallestList
            )
        } catch { throw Problem(error) }
    }
}

extension RunTerms {
    /// The terms for people, in the language of the terminal.
    var lines: String {
        let end = Date(timeIntervalSince1970: TimeInterval(expiry))
            .formatted(.iso8601.year().month().day())
        let asked =
            switch question {
            case .count:
                Terminal.say(
                    "how many persons are on which lists",
                    "cuántas personas están en qué listas"
                )
            case .yesOrNo:
                Terminal.say("one person: yes or no", "una persona: sí o no")
            case .pairs: Terminal.say("which row is which", "qué fila es cuál")
            }
        return Terminal.say(
            """
            Run        \(name) (\(idText))
            Purpose    \(purpose)
            Agencies   \(agencies.joined(separator: ", "))
            The answer \(asked)
            Until      \(end)
            Lists of   \(smallestList) records or more
            """,
            """
            Comparación    \(name) (\(idText))
            Para qué       \(purpose)
            Instituciones  \(agencies.joined(separator: ", "))
            La respuesta   \(asked)
            Hasta          \(end)
            Listas de      \(smallestList) registros o más
            """
        )
    }
}
