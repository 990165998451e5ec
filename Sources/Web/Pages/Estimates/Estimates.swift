import Casework
import Coalition

extension Site {
    /// The work of analysts: lists, tables of overlaps, and what is reckoned from them.
    func addEstimates(to routes: Routes) {
        add("estimation", EstimationDesk.page, to: routes)
        add("estimation/lists/new", CaptureLists.new, to: routes)
        add("estimation/lists", CaptureLists.draw, to: routes)
        add("estimation/lists/:list", CaptureLists.one, to: routes)
        add("estimation/tables/new", OverlapForm.page, to: routes)
        add("estimation/tables", OverlapForm.enter, to: routes)
        add("estimation/tables/import", OverlapImport.page, to: routes)
        addOverlapImport(to: routes)
        add("estimation/tables/:table", OverlapPage.page, to: routes)
        add("estimation/tables/:table/estimates", OverlapPage.ask, to: routes)
        add("estimation/estimates/:estimate", EstimatePage.page, to: routes)
        add("estimation/estimates/:estimate/publication", PublishingForm.page, to: routes)
        add("estimation/estimates/:estimate/publication", PublishingForm.publish, to: routes)
        add("estimation/estimates/:estimate/withdrawal", WithdrawalForm.page, to: routes)
        add("estimation/estimates/:estimate/withdrawal", WithdrawalForm.withdraw, to: routes)
    }
}

/// The pages of what is counted and estimated, side by side, for those who may see more than what is
/// published.
func figuresTabs(_ frame: Frame, _ permitted: Set<Act>) -> HTML {
    let words = frame.words
    let places: [(act: Act, path: String, key: String)] = [
        (.seeFigures, "/figures", "figures.title"),
        (.seeEstimates, "/estimation", "estimates.desk"),
        (.seeHome, "/estimates", "estimates.title"),
    ]
    guard permitted.contains(.seeFigures) || permitted.contains(.seeEstimates) else {
        return HTML()
    }
    return nav(.class("tabs"), .aria("label", words("estimates.tabs"))) {
        ul {
            for place in places where permitted.contains(place.act) {
                li {
                    a(
                        .href(place.path),
                        frame.path == place.path ? .aria("current", "page") : nil
                    ) { words(place.key) }
                }
            }
        }
    }
}

extension Words {
    /// The days of a window, both of which belong to it: `1 sep 2026 – 30 sep 2026`.
    func days(_ window: Window) -> String {
        self("estimates.days", ["from": day(window.start), "until": day(window.last)])
    }
}

extension FormFields {
    /// The days from `from` to `until`, both of which belong to the window.
    mutating func window() -> Window? {
        let start = day("from")
        let last = day("until")
        guard let start, let last else { return nil }
        guard start <= last else {
            reject("until", "estimates.error.window")
            return nil
        }
        return Window(start: start, end: last.adding(hours: 24))
    }
}

extension FormView {
    /// The first and the last day of a window.
    func window(_ words: Words) -> HTML {
        HTML {
            text("from", hint: words("estimates.fromHint"), kind: .date)
            text("until", hint: words("estimates.untilHint"), kind: .date)
        }
    }
}
