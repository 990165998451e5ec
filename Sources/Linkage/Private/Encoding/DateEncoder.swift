/// Sets the bits of dates of birth.
///
/// The first of January is what registers write when only the year is known, so it counts as the year
/// alone. Day and month count in either order.
struct DateEncoder {
    private let hashers: HasherSet
    private var masks: MaskCache

    init(_ hashers: HasherSet) {
        self.hashers = hashers
        masks = MaskCache(width: hashers.width)
    }

    mutating func set(_ date: PartialDate, in filter: inout [UInt64]) {
        guard !date.isMissing else { return }
        let key = UInt64(date.year) << 16 | UInt64(date.month) << 8 | UInt64(date.day)
        let place = masks.place(of: key) ?? masks.keep(positions(of: date), for: key)
        masks.set(place, in: &filter)
    }

    private func positions(of date: PartialDate) -> [UInt16] {
        var positions: [UInt16] = []
        func add(_ family: TokenFamily, _ parts: [Int]) {
            let text = parts.map(String.init).joined(separator: "-")
            hashers[family].append(text.utf8, to: &positions)
        }
        let (year, month, day) = (Int(date.year), Int(date.month), Int(date.day))
        if year > 0 {
            add(.birthYear, [year])
            for near in [year - 1, year, year + 1] { add(.birthYearNear, [near]) }
        }
        let isYearAlone = month == 0 || month == 1 && day == 1
        guard !isYearAlone else { return positions }
        if day > 0 {
            if year > 0 { add(.birthDate, [year, month, day]) }
            add(.birthDay, [min(month, day), max(month, day)])
            add(.birthDayPart, [day])
        }
        add(.birthDayPart, [month])
        return positions
    }
}
