import TestSupport

/// Four people of the crowd who may be relatives, the hardest to tell apart.
struct Family {
    enum Kind {
        /// Four who have nothing to do with each other.
        case strangers
        /// Brothers and sisters.
        case siblings
        /// Three brothers and sisters and, as the fourth, a parent.
        case generations
    }

    let kind: Kind
    let origin: Origin
    let surnames: [String]
    /// The Chinese surname, and the syllable that the children share.
    let chineseSurname: ChineseNames.Syllable
    let generation: ChineseNames.Syllable?
    let place: Place
    let phone: String
    /// When the first child was born.
    let firstYear: Int
    /// The parent has the first child's sex, and its given names too when they are handed down.
    let firstIsWoman: Bool
    let handsNameDown: Bool

    /// Makes the family of a number, always the same.
    init(seed: UInt64, number: Int, crowd: Crowd) {
        var random = SplitMix64(seed: seed, stream: 1, index: number)
        origin = crowd.origins[random.index(below: crowd.origins.count)]
        let lot = random.unit()
        kind =
            lot < crowd.relatives * 0.55
            ? .generations : lot < crowd.relatives ? .siblings : .strangers
        switch origin {
        case .india, .bangladesh, .nepal, .pakistan:
            surnames =
                Naming.southAsian(origin, isWoman: false, last: nil, &random).last
        default:
            surnames = Naming.surnames(origin, &random)
        }
        chineseSurname = ChineseNames.draw(&random)
        generation = random.chance(0.5) ? random.pick(ChineseNames.women) : nil
        place = Place.draw(origin, &random)
        phone = random.fill(origin.phonePattern)
        firstYear = random.whole(1976...2004)
        firstIsWoman = random.chance(crowd.women)
        handsNameDown = random.chance(0.3)
    }
}

/// What kind of people are invented.
package struct Crowd: Sendable {
    /// Each as often as it stands here.
    package var origins: [Origin]
    /// The share of people who have relatives in the crowd.
    package var relatives: Double
    /// The share of people who bear the whole name of a stranger in the crowd.
    package var namesakes: Double
    /// The share of women.
    package var women: Double

    /// Women and men of all origins, with many relatives and namesakes.
    package static let difficult = Crowd(
        origins: Origin.allCases + Origin.allCases
            + [.honduras, .honduras, .guatemala, .guatemalaMaya, .mexico, .elSalvador, .haiti],
        relatives: 0.6,
        namesakes: 0.06,
        women: 0.65
    )

    /// People with two Spanish surnames, fewer relatives.
    package static let spanish = Crowd(
        origins: Origin.spanish,
        relatives: 0.15,
        namesakes: 0.01,
        women: 0.5
    )
}
