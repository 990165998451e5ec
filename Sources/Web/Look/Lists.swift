package import Casework

/// One row of a task list: a link and how far it is.
package struct TaskRow: Sendable {
    package let title: String
    /// Where the task is done; nil if it cannot be started yet.
    package let path: String?
    package let hint: String?
    package let tone: Tone
    package let status: String

    package init(
        _ title: String,
        _ path: String?,
        hint: String? = nil,
        tone: Tone,
        status: String
    ) {
        self.title = title
        self.path = path
        self.hint = hint
        self.tone = tone
        self.status = status
    }
}

/// Tasks that can be done in any order; the whole row is the link.
package func taskList(_ tasks: [TaskRow]) -> HTML {
    ul(.class("tasks")) {
        for task in tasks {
            li {
                div {
                    if let path = task.path {
                        a(.href(path)) { task.title }
                    } else {
                        span { task.title }
                    }
                    if let hint = task.hint {
                        p(.class("hint")) { hint }
                    }
                }
                statusTag(task.tone, task.status)
            }
        }
    }
}

/// One line of what was answered, with a way to change it.
package struct SummaryRow: Sendable {
    package let title: String
    package let value: HTML
    package let changePath: String?

    /// A line of text; an empty one shows as *not given*.
    package init(_ title: String, _ value: String, changePath: String? = nil) {
        self.init(title, HTML(text: value), changePath: changePath)
    }

    package init(_ title: String, _ value: HTML, changePath: String? = nil) {
        self.title = title
        self.value = value
        self.changePath = changePath
    }
}

/// Facts or answers with their names.
package func summaryList(_ rows: [SummaryRow], _ words: Words) -> HTML {
    dl(.class("summary")) {
        for row in rows {
            div {
                dt { row.title }
                dd {
                    if row.value.isEmpty {
                        span(.class("muted")) { words("form.notGiven") }
                    } else {
                        row.value
                    }
                }
                if let path = row.changePath {
                    dd(.class("change")) {
                        a(.href(path)) {
                            words("form.change")
                            span(.class("hidden")) { " \(row.title)" }
                        }
                    }
                }
            }
        }
    }
}

/// One thing that happened.
package struct TimelineItem: Sendable {
    package let moment: Moment
    package let title: String
    package let detail: HTML

    package init(_ moment: Moment, _ title: String, detail: HTML = HTML()) {
        self.moment = moment
        self.title = title
        self.detail = detail
    }
}

/// What happened, in order.
package func timeline(_ items: [TimelineItem], _ words: Words) -> HTML {
    ol(.class("timeline")) {
        for item in items {
            li {
                p(.class("when")) { HTML.moment(item.moment, words) }
                p(.class("what")) { item.title }
                item.detail
            }
        }
    }
}
