/// A box with a heading.
package func card(
    _ heading: String,
    @HTMLBuilder content: () throws -> HTML
) rethrows -> HTML {
    try section(.class("card")) {
        h2 { heading }
        try content()
    }
}

/// A count that leads to what was counted.
package struct Figure: Sendable {
    package let count: Int
    package let text: String
    package let path: String
    package let tone: Tone

    package init(_ count: Int, _ text: String, _ path: String, tone: Tone = .plain) {
        self.count = count
        self.text = text
        self.path = path
        self.tone = tone
    }
}

/// Counts side by side, each a link.
package func figures(_ figures: [Figure], _ words: Words) -> HTML {
    ul(.class("figures")) {
        for figure in figures {
            li(.class("figure figure--\(figure.tone.rawValue)")) {
                a(.href(figure.path)) {
                    strong { words.number(figure.count) }
                    span { figure.text }
                }
            }
        }
    }
}

/// The way back to the page above.
package func backLink(_ text: String, _ path: String) -> HTML {
    p(.class("back")) {
        a(.href(path)) { text }
    }
}
