package import Casework

extension HTML {
    /// A moment as a `time` element: day and time for people, the exact stamp for programs.
    package static func moment(_ moment: Moment, _ words: Words) -> HTML {
        time(.datetime(LocalTime(moment).stamp)) { words.dayAndTime(moment) }
    }

    /// A deadline in words, with its exact day and time when pointed at and for programs.
    package static func deadline(_ moment: Moment, now: Moment, _ words: Words) -> HTML {
        time(
            .datetime(LocalTime(moment).stamp),
            Attribute("title", words.dayAndTime(moment))
        ) {
            words.deadline(moment, now: now)
        }
    }
}
