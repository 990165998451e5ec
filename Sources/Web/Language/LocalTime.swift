package import Casework

/// A moment as the clocks of central Mexico show it.
///
/// See `Moment.localHoursFromUTC`.
package struct LocalTime: Sendable, Hashable {
    package let parts: CivilTime

    package init(_ moment: Moment) {
        parts = moment.adding(hours: Moment.localHoursFromUTC).civil
    }

    /// The moment when a day began in central Mexico.
    ///
    /// - Parameter isoDay: a day as date fields of browsers send it, `2026-11-24` (ISO 8601).
    /// - Returns: nil if that is not a day of the years 1 to 9999.
    package static func startOfDay(_ isoDay: String) -> Moment? {
        moment("\(isoDay)T00:00")
    }

    /// The moment when the clocks of central Mexico showed a day and a time.
    ///
    /// - Parameter local: as `datetime-local` fields of browsers send it, `2026-11-24T09:05`.
    /// - Returns: nil if that is not a minute of the years 1 to 9999.
    package static func moment(_ local: String) -> Moment? {
        Moment(iso: "\(local):00.000Z")?.adding(hours: -Moment.localHoursFromUTC)
    }

    /// Hours and minutes, `09:05`.
    package var clock: String { "\(parts.hour.twoDigits):\(parts.minute.twoDigits)" }

    /// Hours, minutes and seconds, `09:05:07`.
    package var clockWithSeconds: String { "\(clock):\(parts.second.twoDigits)" }

    /// The day as date fields want it, `2026-11-24`.
    package var isoDay: String {
        let year = String(parts.year)
        let padding = String(repeating: "0", count: max(0, 4 - year.count))
        return "\(padding)\(year)-\(parts.month.twoDigits)-\(parts.day.twoDigits)"
    }

    /// The moment for a `datetime` attribute, with its offset (RFC 3339).
    package var stamp: String { "\(isoDay)T\(clockWithSeconds)-06:00" }
}

extension Int {
    /// The number with a zero before it if it has one digit.
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : String(self) }
}
