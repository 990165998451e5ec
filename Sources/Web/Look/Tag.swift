/// How a status or a notice is meant; each but the plain one has a sign beside its colour.
package enum Tone: String, CaseIterable, Sendable {
    /// Neither good nor bad.
    case plain
    /// In progress, or worth knowing.
    case info
    /// Done, free, verified.
    case good
    /// Soon due, running short.
    case caution
    /// Overdue, refused, failed.
    case alarm

    var sign: String? {
        switch self {
        case .plain: nil
        case .info: "•"
        case .good: "✓"
        case .caution: "!"
        case .alarm: "▲"
        }
    }
}

/// A status in a few words.
package func statusTag(_ tone: Tone, _ text: String) -> HTML {
    span(.class("tag tag--\(tone.rawValue)")) {
        if let sign = tone.sign {
            span(.aria("hidden", "true")) { sign }
        }
        text
    }
}

/// A message that stands out in a page: an outcome, a warning.
///
/// `isNews` makes assistive technology say it at once, as after an act.
package func notice(
    _ tone: Tone,
    isNews: Bool = false,
    @HTMLBuilder content: () throws -> HTML
) rethrows -> HTML {
    try div(.class("notice notice--\(tone.rawValue)"), isNews ? .role("status") : nil) {
        if let sign = tone.sign {
            span(.class("notice-sign"), .aria("hidden", "true")) { sign }
        }
        try div(content: content)
    }
}
