import TestSupport

extension Clerk {
    /// A name as it is written.
    mutating func name(of person: InventedPerson) -> (given: [String], surnames: [String]) {
        var given = person.givenNames
        var surnames = person.surnames
        if person.origin == .china {
            (given, surnames) = romanised(person)
        }
        if let nicknames = SpanishNames.nicknames[given[0]], random.chance(rates.nickname) {
            given[0] = random.pick(nicknames)
        }
        if given.count > 1 {
            if random.chance(rates.onlyFirstGiven) {
                given = [given[0]]
            } else if random.chance(rates.onlySecondGiven) {
                given.removeFirst()
            } else if random.chance(rates.initial) {
                given[1] = "\(given[1].prefix(1))."
            }
        }
        if let husband = person.husbandSurname, random.chance(rates.marriedForm) {
            surnames =
                random.chance(0.5)
                ? [surnames[0], "de \(husband)"] : [surnames[0], husband]
        } else if surnames.count == 2 {
            if random.chance(rates.secondSurnameDropped) {
                surnames.removeLast()
            } else if random.chance(rates.surnamesSwapped) {
                surnames.swapAt(0, 1)
            }
        }
        given = given.map { token($0, origin: person.origin) }
        surnames = surnames.map { token($0, origin: person.origin) }
        if random.chance(rates.tokenMoved) { move(&given, &surnames) }
        if random.chance(rates.partsSwapped) { swap(&given, &surnames) }
        if random.chance(rates.accentsLost) {
            given = given.map(Letters.plain)
            surnames = surnames.map(Letters.plain)
        }
        return (given, surnames)
    }

    private mutating func token(_ name: String, origin: Origin) -> String {
        var written = name
        if random.chance(rates.transliterated), let others = SouthAsianNames.spellings[written] {
            written = random.pick(others)
        }
        if random.chance(rates.joined) {
            let words = written.split { $0 == " " || $0 == "-" }
            if words.count > 1 {
                let bare = words.filter { !["de", "la", "del", "los", "las"].contains($0) }
                written =
                    random.chance(0.5)
                    ? bare.joined(separator: " ") : Letters.capitalized(words.joined().lowercased())
            }
        }
        if random.chance(rates.soundAlike) {
            written = Mishearing.spell(written, origin: origin, &random)
            if random.chance(0.25) { written = Mishearing.spell(written, origin: origin, &random) }
        }
        if random.chance(rates.typing) { written = Mishearing.mistype(written, &random) }
        if random.chance(rates.split), written.count > 6, !written.contains(" ") {
            let letters = Array(written)
            let place = random.whole(3...letters.count - 3)
            written = String(letters[..<place]) + " " + String(letters[place...])
        }
        return written
    }

    private mutating func move(_ given: inout [String], _ surnames: inout [String]) {
        if given.count > 1, random.chance(0.5) {
            surnames.insert(given.removeLast(), at: 0)
        } else if surnames.count > 1 {
            given.append(surnames.removeFirst())
        }
    }

    /// A Chinese name in one romanisation, its given name as one word, two, or with a hyphen.
    private mutating func romanised(_ person: InventedPerson) -> (
        given: [String], surnames: [String]
    ) {
        let system = random.chance(rates.transliterated) ? random.whole(1...2) : 0
        let surname = Naming.word(person.syllables[..<1], system: system)
        if random.chance(rates.westernName) {
            let western = person.isWoman ? ChineseNames.westernWomen : ChineseNames.westernMen
            return ([western.draw(&random)], [surname])
        }
        let syllables = person.syllables.dropFirst().map { $0.spellings[system] }
        let given: [String] =
            switch random.index(below: 5) {
            case 0: syllables.map(Letters.capitalized)
            case 1: [syllables.map(Letters.capitalized).joined(separator: "-")]
            default: [Letters.capitalized(syllables.joined())]
            }
        return (given, [surname])
    }
}
