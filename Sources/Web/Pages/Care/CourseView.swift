import Casework

extension CourseStep {
    /// A course as a timeline; openings and missed deadlines bear a tag.
    static func view(_ steps: [CourseStep], _ words: Words) -> HTML {
        timeline(steps.map { $0.item(words) }, words)
    }

    func item(_ words: Words, more: HTML = HTML()) -> TimelineItem {
        TimelineItem(
            at,
            title(words),
            detail: HTML {
                tag(words)
                for line in lines(words) {
                    p { line }
                }
                more
            }
        )
    }

    private func title(_ words: Words) -> String {
        words(
            "course.\(kind.rawValue)",
            [
                "who": who?.text(words) ?? "",
                "sections": words.sections(sections),
                "agency": agency ?? "",
            ]
        )
    }

    private func tag(_ words: Words) -> HTML {
        switch kind {
        case .sectionOpened: statusTag(.info, words("course.tag.opening"))
        case .openingFlagged: statusTag(.caution, words("course.tag.flag"))
        case .deadlineMissed: statusTag(.alarm, words("course.tag.missed"))
        case .referralAccepted: ReferralStatus.accepted.tag(words)
        case .referralDeclined: ReferralStatus.declined.tag(words)
        case .dossierOpened, .sectionWritten, .referralSent: HTML()
        }
    }

    private func lines(_ words: Words) -> [String] {
        var lines: [String] = []
        if !services.isEmpty {
            lines.append(words("course.asks", ["services": words.services(services)]))
        }
        if let sectionsKey, !sections.isEmpty {
            lines.append(words(sectionsKey, ["sections": words.sections(sections)]))
        }
        if let purpose {
            lines.append(words("course.purpose", ["purpose": words("purpose.\(purpose.rawValue)")]))
        }
        if let reason { lines.append(words("decline.\(reason.rawValue)")) }
        if !entries.isEmpty {
            let numbers = entries.map(words.number).joined(separator: ", ")
            lines.append(words("course.entries", ["entries": numbers]))
        }
        if !self.words.isEmpty { lines.append(words("course.said", ["words": self.words])) }
        return lines
    }

    private var sectionsKey: String? {
        switch kind {
        case .dossierOpened: "course.wrote"
        case .referralSent: "course.willReceive"
        case .referralAccepted: "course.received"
        case .sectionWritten, .sectionOpened, .referralDeclined, .openingFlagged, .deadlineMissed:
            nil
        }
    }
}
