import TestSupport

/// Someone who writes down what an invented person says, with the errors of the error model.
struct Clerk {
    let source: InventedRecord.Source
    let rates: ErrorRates
    var random: SplitMix64

    /// The record that the clerk makes of a person.
    mutating func write(_ person: InventedPerson, number: Int) -> InventedRecord {
        let name = self.name(of: person)
        return InventedRecord(
            person: number,
            origin: person.origin,
            source: source,
            givenNames: name.given,
            surnames: name.surnames,
            dateOfBirth: birth(person.birth),
            sex: sex(isWoman: person.isWoman),
            nationality: nationality(person.origin),
            place: place(person),
            phone: phone(person),
            document: document(person)
        )
    }

    private mutating func sex(isWoman: Bool) -> String {
        if random.chance(rates.sexMissing) { return "" }
        return isWoman != random.chance(rates.sexWrong) ? "F" : "M"
    }

    private mutating func nationality(_ origin: Origin) -> String {
        if random.chance(rates.nationalityMissing) { return "" }
        if random.chance(rates.nationalityWrong) {
            return random.pick(Origin.allCases).nationality
        }
        return origin.nationality
    }

    private mutating func place(_ person: InventedPerson) -> String {
        if random.chance(rates.placeMissing) { return "" }
        var written =
            if random.chance(rates.placeOther) {
                Place.draw(person.origin, &random).town
            } else if random.chance(rates.placeRegion) {
                person.region
            } else {
                person.place
            }
        if random.chance(rates.typing) { written = Mishearing.mistype(written, &random) }
        return random.chance(rates.accentsLost) ? Letters.plain(written) : written
    }

    private mutating func phone(_ person: InventedPerson) -> String {
        guard !person.phone.isEmpty, !random.chance(rates.phoneMissing) else { return "" }
        var written = person.phone
        if random.chance(rates.phoneChanged) { written = random.fill(person.origin.phonePattern) }
        if random.chance(rates.phoneDigits) { written = Mishearing.miscopy(written, &random) }
        switch random.index(below: 3) {
        case 0: return written
        case 1: return written.split(separator: " ").dropFirst().joined()
        default: return written.split(separator: " ").dropFirst().joined(separator: "-")
        }
    }

    private mutating func document(_ person: InventedPerson) -> String {
        guard !person.document.isEmpty, !random.chance(rates.documentMissing) else { return "" }
        var written = person.document
        if random.chance(rates.documentOther) {
            written = random.fill(person.origin.documentPattern)
        }
        if random.chance(rates.documentDigits) { written = Mishearing.miscopy(written, &random) }
        return random.chance(0.5) ? written.filter { $0.isLetter || $0.isNumber } : written
    }
}
