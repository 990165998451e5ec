/// A closed time in which people were met.
package struct Window: Hashable, Codable, Sendable {
    /// The first moment that belongs to it.
    package var start: Moment
    /// The first moment that no longer does.
    package var end: Moment

    package init(start: Moment, end: Moment) {
        self.start = start
        self.end = end
    }

    package func contains(_ moment: Moment) -> Bool { start <= moment && moment < end }

    /// The last millisecond that belongs to it, for pages that name its last day.
    package var last: Moment { Moment(milliseconds: end.milliseconds - 1) }

    /// Checks that it ends after it starts.
    func checked() throws(Refusal) -> Window {
        guard start < end else { throw .invalid(field: "until") }
        return self
    }
}
