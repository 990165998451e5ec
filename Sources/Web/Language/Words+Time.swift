package import Casework

extension Words {
    /// The day of a moment: `24 nov 2026`.
    package func day(_ moment: Moment) -> String {
        let parts = LocalTime(moment).parts
        return self(
            "time.day",
            [
                "day": String(parts.day),
                "month": self("time.month.\(parts.month)"),
                "year": String(parts.year),
            ]
        )
    }

    /// A time in seconds since 1970, as witnesses write it, or its digits when no calendar has it.
    package func dayAndTime(seconds: UInt64) -> String {
        // The end of the year 9999.
        guard seconds < 253_402_300_800 else { return String(seconds) }
        return dayAndTime(Moment(milliseconds: Int64(seconds) * 1000))
    }

    /// The day and the time of a moment: `24 nov 2026, 09:05`.
    package func dayAndTime(_ moment: Moment) -> String {
        "\(day(moment)), \(LocalTime(moment).clock)"
    }

    /// The day and the time of a moment to the second: `24 nov 2026, 09:05:07`.
    package func dayAndSecond(_ moment: Moment) -> String {
        "\(day(moment)), \(LocalTime(moment).clockWithSeconds)"
    }

    /// How far a moment is in the past, `hace 20 min`, or in the future, `en 3 h`.
    package func distance(_ moment: Moment, from now: Moment) -> String {
        let span = Span(from: now, to: moment)
        guard span.amount > 0 else { return self("time.now") }
        return self(span.isPast ? "time.ago" : "time.ahead", ["span": text(span)])
    }

    /// What a deadline means now: `vence en 3 h`, `venció hace 20 min`.
    package func deadline(_ moment: Moment, now: Moment) -> String {
        let span = Span(from: now, to: moment)
        guard span.amount > 0 else { return self("time.dueNow") }
        return self(span.isPast ? "time.overdue" : "time.due", ["span": text(span)])
    }

    private func text(_ span: Span) -> String {
        self("time.\(span.unit.rawValue)", count: span.amount)
    }
}

/// A length of time in the largest unit that says enough.
///
/// Minutes below two hours, hours below two days, days beyond. Parts of a unit are dropped, so
/// that a deadline never seems later than it is.
private struct Span {
    enum Unit: String { case minute, hour, day }

    let amount: Int
    let unit: Unit
    let isPast: Bool

    init(from now: Moment, to moment: Moment) {
        let (difference, overflow) = moment.milliseconds
            .subtractingReportingOverflow(now.milliseconds)
        let minutes = Int((overflow ? Int64.max : difference).magnitude / 60_000)
        isPast = moment < now
        switch minutes {
        case ..<120: (amount, unit) = (minutes, .minute)
        case ..<2880: (amount, unit) = (minutes / 60, .hour)
        default: (amount, unit) = (minutes / 1440, .day)
        }
    }
}
