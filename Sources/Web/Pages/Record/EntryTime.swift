import Casework
import Coalition

/// When an entry came into being, in words: what witnesses prove, and what somebody claims.
enum EntryTime {
    static func interval(_ proven: ProvenTime?, _ words: Words) -> HTML {
        guard let proven else { return HTML(text: words("record.unknown")) }
        let after = proven.after.map { moment("record.after", $0, words) }
        let before = proven.before.map { moment("record.before", $0, words) }
        let waits = proven.isPublished ? nil : HTML(text: words("record.waits"))
        let parts = [after, before, waits].compactMap { $0 }
        guard !parts.isEmpty else { return HTML(text: words("record.noTime")) }
        return HTML {
            for (index, part) in parts.enumerated() {
                if index > 0 { ", " }
                part
            }
        }
    }

    /// The claimed time, with a warning when the witnesses prove another.
    static func claimed(_ claimed: Moment?, _ proven: ProvenTime?, _ words: Words) -> HTML {
        guard let claimed else { return HTML(text: words("record.sealedTime")) }
        let isExcluded = proven?.excludes(claimed) ?? false
        return HTML {
            time(.datetime(LocalTime(claimed).stamp)) { words.dayAndSecond(claimed) }
            if isExcluded {
                " "
                statusTag(.caution, words("record.outside"))
            }
        }
    }

    private static func moment(_ key: String, _ moment: Moment, _ words: Words) -> HTML {
        time(.datetime(LocalTime(moment).stamp)) {
            words(key, ["time": words.dayAndSecond(moment)])
        }
    }
}
