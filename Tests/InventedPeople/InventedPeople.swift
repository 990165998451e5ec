import TestSupport

/// As many people who do not exist as one asks for, each determined by the seed and a number alone.
///
/// Person *n* can be made without those before, so that files of any size are written in little
/// memory and always alike.
package struct InventedPeople: Sendable {
    let seed: UInt64
    let crowd: Crowd
    let clerks: [InventedRecord.Source: ErrorRates]

    /// Makes the people of a seed.
    package init(seed: UInt64, crowd: Crowd = .difficult) {
        self.seed = seed
        self.crowd = crowd
        clerks = ErrorRates.bySource
    }

    /// The person of a number.
    package func person(_ number: Int) -> InventedPerson {
        let family = Family(seed: seed, number: number / 4, crowd: crowd)
        let slot = number % 4
        var random = SplitMix64(seed: seed, stream: 2, index: number)
        let isAlone = family.kind == .strangers
        let isParent = family.kind == .generations && slot == 3
        let origin =
            isAlone ? crowd.origins[random.index(below: crowd.origins.count)] : family.origin

        let repeatsChild = isParent && family.handsNameDown
        let isWoman =
            (slot == 0 || repeatsChild) && !isAlone
            ? family.firstIsWoman : random.chance(crowd.women)
        var name = Name(
            self,
            // A parent who handed the name down draws the first child's given names again.
            number: repeatsChild ? number - 3 : number,
            origin: origin,
            isWoman: isWoman,
            family: isAlone ? nil : family
        )
        if isAlone, random.chance(crowd.namesakes) {
            // A stranger of the same name: drawn as a neighbour of the same kind would be.
            let other = (number / 4 + 1) * 4
            name = Name(self, number: other, origin: origin, isWoman: isWoman, family: nil)
        }
        if isParent, name.surnames.count == 2 {
            let own = Naming.surnames(origin, &random)
            name.surnames = [name.surnames[isWoman ? 1 : 0], own[0]]
        }

        let place =
            isAlone || random.chance(0.15) ? Place.draw(origin, &random) : family.place
        let hasPhone = random.chance(0.75)
        let ownPhone = random.fill(origin.phonePattern)
        let phone = !isAlone && random.chance(0.4) ? family.phone : ownPhone
        let hasDocument = random.chance(0.7)
        let document = random.fill(origin.documentPattern)
        let marries = isWoman && name.surnames.count == 2 && random.chance(0.3)
        return InventedPerson(
            origin: origin,
            isWoman: isWoman,
            givenNames: name.givenNames,
            surnames: name.surnames,
            husbandSurname: marries ? Naming.surnames(origin, &random)[0] : nil,
            syllables: name.syllables,
            birth: birth(family, slot: slot, isAlone: isAlone, isParent: isParent, &random),
            place: place.town,
            region: place.region,
            phone: hasPhone ? phone : "",
            document: hasDocument ? document : ""
        )
    }

    private func birth(
        _ family: Family,
        slot: Int,
        isAlone: Bool,
        isParent: Bool,
        _ random: inout SplitMix64
    ) -> InventedPerson.Birth {
        let year =
            if isAlone {
                2008 - Int(34 * random.unit() * random.unit()) - random.whole(0...14)
            } else if isParent {
                family.firstYear - random.whole(17...34)
            } else {
                family.firstYear + 2 * slot + random.whole(0...1)
            }
        return InventedPerson.Birth(
            year: year,
            month: random.whole(1...12),
            day: random.whole(1...28)
        )
    }

    /// A name, drawn by the number alone and not by what else the person is.
    private struct Name {
        var givenNames: [String]
        var surnames: [String]
        var syllables: [ChineseNames.Syllable] = []

        init(
            _ people: InventedPeople,
            number: Int,
            origin: Origin,
            isWoman: Bool,
            family: Family?
        ) {
            var random = SplitMix64(seed: people.seed, stream: 3, index: number)
            switch origin {
            case .china:
                let surname = family?.chineseSurname ?? ChineseNames.draw(&random)
                let given = Naming.chineseGiven(
                    isWoman: isWoman,
                    generation: family?.generation,
                    &random
                )
                syllables = [surname] + given
                givenNames = [Naming.word(given[...], system: 0)]
                surnames = [Naming.word([surname], system: 0)]
            case .india, .bangladesh, .nepal, .pakistan:
                (givenNames, surnames) = Naming.southAsian(
                    origin,
                    isWoman: isWoman,
                    last: family?.surnames.first,
                    &random
                )
            default:
                givenNames = Naming.givenNames(origin, isWoman: isWoman, &random)
                surnames = family?.surnames ?? Naming.surnames(origin, &random)
            }
        }
    }
}
