import Casework
import Coalition

/// "Perhaps you know this person already": who else in the agency may be the one that an encounter or
/// a dossier is of.
enum Questions {
    struct Model: Encodable, Sendable {
        var one: AppearanceLine
        var candidates: [AlikeLine]
    }

    static let page = Page(.seeSamePerson) { visit in
        let sight = await Sight(visit)
        let one = try sight.asked("one", in: visit)
        let candidates = try await AlikeLine.all(for: one, visit, sight)
        return try await visit.read(.seeSamePerson) { desk, commons, _ in
            Model(one: AppearanceLine(one, desk, commons, sight), candidates: candidates)
        }
    } view: { model, screen in
        let words = screen.words
        let heading = words("samePerson.perhaps")
        return Layout.page(heading, in: screen.frame) {
            backLink(model.one.name(words), model.one.path)
            h1 { heading }
            if model.candidates.isEmpty {
                p(.class("lede")) { words("samePerson.nobody") }
            } else {
                p(.class("lede")) {
                    words("samePerson.asks", ["name": model.one.name(words)])
                }
                notice(.info) {
                    p { words("samePerson.how") }
                    p { words("samePerson.youDecide") }
                }
                for line in model.candidates {
                    AlikeView.candidate(line, of: model.one.id, screen)
                }
            }
            p(.class("buttons")) {
                a(.class("button button--quiet"), .href(model.one.path)) {
                    words(model.candidates.isEmpty ? "samePerson.goOn" : "samePerson.later")
                }
            }
        }
    }

    /// Where a member goes after writing down who somebody is: to the question, if there is one.
    static func next(_ appearance: Appearance, _ path: String, _ alike: [AlikeLine]) -> String {
        alike.isEmpty ? path : "/same-person/\(appearance)"
    }
}
