import Casework
import Coalition
import Estimation

/// The pieces of a page about an estimate, in the order in which they are read: the range, the picture,
/// each method, and why it may be wrong.
enum EstimateView {
    /// The range in one sentence that stands out.
    static func answer(atLeast: String, low: String, high: String, _ words: Words) -> HTML {
        p(.class("answer")) {
            words("estimates.answer", ["least": atLeast, "low": low, "high": high])
        }
    }

    /// How far it can be trusted.
    static func verdict(_ verdict: EstimationVerdict, _ words: Words) -> HTML {
        let tone: Tone =
            switch verdict {
            case .refused: .alarm
            case .indicative: .caution
            case .sound: .good
            }
        return p {
            statusTag(tone, words("estimates.verdict.\(verdict.rawValue)"))
            " "
            words("estimates.verdictMeans.\(verdict.rawValue)")
        }
    }

    /// What the gates found.
    static func reasons(_ reasons: [String], isRefused: Bool, _ words: Words) -> HTML {
        guard !reasons.isEmpty else { return HTML() }
        return notice(isRefused ? .alarm : .caution) {
            h2 { words(isRefused ? "estimates.whyRefused" : "estimates.whyRough") }
            ul {
                for reason in reasons { li { reason } }
            }
        }
    }

    /// One row of the table of methods.
    struct MethodRow {
        var name: String
        var estimate: String
        var interval: String
    }

    /// A number of people, with *at least* before a lower bound.
    static func number(_ number: String?, isBound: Bool, _ words: Words) -> String {
        guard let number else { return "—" }
        return isBound ? words("estimates.least", ["people": number]) : number
    }

    static func methods(_ rows: [MethodRow], _ words: Words) -> HTML {
        card(words("estimates.methods")) {
            p { words("estimates.methodsIntro") }
            dataTable(
                words("estimates.methodsTable"),
                [
                    Column(words("estimates.method")),
                    Column(words("estimates.estimate"), isNumber: true),
                    Column(words("estimates.interval"), isNumber: true),
                ],
                rows: rows.map { row in
                    [
                        HTML(text: row.name), HTML(text: row.estimate), HTML(text: row.interval),
                    ]
                }
            )
        }
    }

    /// What must be said with the number.
    static func caveats(_ caveats: [String], isRefused: Bool, _ words: Words) -> HTML {
        card(words(isRefused ? "estimates.mustBeSaid" : "estimates.mayBeWrong")) {
            for caveat in caveats { p { caveat } }
        }
    }

    /// The words for a method, by the name it is stored under.
    static func method(_ name: String, _ words: Words) -> String {
        MethodResult.Name(rawValue: name).map { words($0.words) } ?? name
    }
}
