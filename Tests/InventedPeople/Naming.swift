import TestSupport

/// How each origin makes a name out of the lists.
enum Naming {
    /// The surnames of a couple's children, or one drawn at random.
    static func surnames(_ origin: Origin, _ random: inout SplitMix64) -> [String] {
        switch origin {
        case .guatemalaMaya:
            [MayaNames.surnames.draw(&random), MayaNames.surnames.draw(&random)]
        case .haiti:
            [HaitianNames.surnames.draw(&random)]
        case .china, .india, .bangladesh, .nepal, .pakistan:
            []
        default:
            [SpanishNames.surnames.draw(&random), SpanishNames.surnames.draw(&random)]
        }
    }

    /// One or more given names.
    static func givenNames(_ origin: Origin, isWoman: Bool, _ random: inout SplitMix64) -> [String]
    {
        switch origin {
        case .guatemalaMaya:
            return several(
                isWoman ? MayaNames.women : MayaNames.men,
                second: 0.3,
                third: 0,
                &random
            )
        case .haiti:
            return several(
                isWoman ? HaitianNames.women : HaitianNames.men,
                second: 0.25,
                third: 0,
                &random
            )
        case .cuba where random.chance(0.45), .dominicanRepublic where random.chance(0.25):
            return several(
                isWoman ? SpanishNames.newWomen : SpanishNames.newMen,
                second: 0.35,
                third: 0,
                &random
            )
        default:
            return several(
                isWoman ? SpanishNames.women : SpanishNames.men,
                second: 0.62,
                third: 0.04,
                &random
            )
        }
    }

    /// The given names and the last name of someone from South Asia; `last` when the family has one.
    static func southAsian(
        _ origin: Origin,
        isWoman: Bool,
        last: String?,
        _ random: inout SplitMix64
    ) -> (given: [String], last: [String]) {
        let lists: SouthAsianNames.Lists =
            switch origin {
            case .india: SouthAsianNames.india
            case .bangladesh: SouthAsianNames.bangladesh
            case .nepal: SouthAsianNames.nepal
            default: SouthAsianNames.pakistan
            }
        var given = [(isWoman ? lists.women : lists.men).draw(&random)]
        let own = (isWoman ? lists.womenLast : lists.menLast).draw(&random)
        switch origin {
        case .bangladesh, .pakistan:
            if !isWoman, random.chance(0.55) { given.insert("Muhammad", at: 0) }
            if isWoman, random.chance(0.2) { given.insert("Most", at: 0) }
        case .nepal:
            if random.chance(0.4) { given.append(isWoman ? "Kumari" : "Bahadur") }
        default:
            if random.chance(0.2) { given.append(isWoman ? "Rani" : "Lal") }
        }
        // Women of Bangladesh and Pakistan and Sikhs do not take the family's name.
        let inherits = origin == .nepal || (!isWoman && random.chance(0.6))
        if random.chance(0.05) { return (given, []) }
        return (given, [inherits ? last ?? own : own])
    }

    /// A Chinese given name of one or two syllables; brothers and sisters may share the first.
    static func chineseGiven(
        isWoman: Bool,
        generation: ChineseNames.Syllable?,
        _ random: inout SplitMix64
    ) -> [ChineseNames.Syllable] {
        let list = isWoman ? ChineseNames.women : ChineseNames.men
        let last = random.pick(list)
        guard random.chance(0.75) else { return [last] }
        return [generation ?? random.pick(list), last]
    }

    /// Syllables in one romanisation, as one word with a capital.
    static func word(_ syllables: ArraySlice<ChineseNames.Syllable>, system: Int) -> String {
        Letters.capitalized(syllables.map { $0.spellings[system] }.joined())
    }

    private static func several(
        _ list: SkewedList,
        second: Double,
        third: Double,
        _ random: inout SplitMix64
    ) -> [String] {
        var names = [list.draw(&random)]
        var wanted = random.chance(second) ? 2 : 1
        if random.chance(third) { wanted += 1 }
        while names.count < wanted {
            let name = list.draw(&random)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
