package import Casework

/// Counts of the notices that agencies gave without saying about whom.
package struct AnonymousCounts: Encodable, Hashable, Sendable {
    /// One calendar month.
    package struct Month: Encodable, Hashable, Sendable {
        /// Such as `2026-11`.
        package var month: String
        package var adults = 0
        package var children = 0
        package var sexes: [String: Int] = [:]

        package var all: Int { adults + children }
    }

    /// The last months, at most 24, from the first notice among them on and without gaps.
    package private(set) var months: [Month] = []
    /// How many notices say what of the elements; those without a screening are under `none`.
    package private(set) var elements: [String: Int] = [:]
    package private(set) var all = 0

    static let noScreening = "none"

    package init(_ notices: [Notice]) {
        var byMonth: [Int: Month] = [:]
        for notice in notices {
            guard let index = Self.index(notice.month) else { continue }
            byMonth[index, default: Month(month: notice.month)].count(notice)
            elements[notice.elements?.rawValue ?? Self.noScreening, default: 0] += 1
            all += 1
        }
        guard let last = byMonth.keys.max(), let first = byMonth.keys.min() else { return }
        months = (max(first, last - 23)...last).map { index in
            byMonth[index] ?? Month(month: Self.name(index))
        }
    }

    /// Months since the year 0.
    private static func index(_ month: String) -> Int? {
        let parts = month.split(separator: "-").map { Int($0) }
        guard parts.count == 2, let year = parts[0], let month = parts[1],
            (1...9999).contains(year), (1...12).contains(month)
        else { return nil }
        return year * 12 + month - 1
    }

    private static func name(_ index: Int) -> String {
        let month = index % 12 + 1
        return "\(index / 12)-\(month < 10 ? "0" : "")\(month)"
    }
}

extension AnonymousCounts.Month {
    fileprivate mutating func count(_ notice: Notice) {
        if notice.isTreatedAsChild { children += 1 } else { adults += 1 }
        sexes[notice.sex.rawValue, default: 0] += 1
    }

    /// The month for people: `nov 2026`.
    func title(_ words: Words) -> String {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return month }
        return "\(words("time.month.\(parts[1])")) \(parts[0])"
    }
}
