import TestSupport

extension Clerk {
    /// A date of birth as it is written.
    mutating func birth(_ birth: InventedPerson.Birth) -> String {
        if random.chance(rates.birthMissing) { return "" }
        var written = birth
        if random.chance(rates.ageStated) {
            let age = 2025 - birth.year - (random.chance(0.5) ? 1 : 0)
            let stated = random.chance(0.25) ? (age + 2) / 5 * 5 : age
            let year = 2025 - stated
            return random.chance(0.5) ? "\(year)-01-01" : "\(year)"
        }
        if random.chance(rates.yearApproximate) {
            written.year += random.pick([-2, -1, -1, 1, 1, 2])
        }
        if random.chance(rates.birthDigit) { miscopy(&written) }
        if random.chance(rates.yearOnly) { return "\(written.year)" }
        if random.chance(rates.monthOnly) {
            return "\(written.year)-\(twoDigits(written.month))"
        }
        if random.chance(rates.firstOfJanuary) { return "\(written.year)-01-01" }
        if written.day <= 12, random.chance(rates.dayMonthSwapped) {
            swap(&written.day, &written.month)
        }
        return "\(written.year)-\(twoDigits(written.month))-\(twoDigits(written.day))"
    }

    private mutating func miscopy(_ birth: inout InventedPerson.Birth) {
        switch random.index(below: 4) {
        case 0: birth.day = random.whole(1...28)
        case 1: birth.day = birth.day % 10 + (birth.day < 10 ? 10 : 0) + (birth.day == 10 ? 1 : 0)
        case 2: birth.month = random.whole(1...12)
        default: birth.year += random.pick([-10, 10, -3, 3, -9, 9])
        }
        birth.day = max(1, birth.day)
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
