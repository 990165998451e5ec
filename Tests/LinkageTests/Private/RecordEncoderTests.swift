@testable import Linkage
import TestSupport
import Testing

private func words(
    _ values: [String],
    _ settings: EncodingSettings = .standard,
    secret: UInt8 = 7
) throws -> [UInt64] {
    let key = try PrivateFixture.key(try PrivateFixture.terms(), secret: secret)
    let encoded = PrivateFixture.encoded([values], agency: 0, key: key, settings: settings)
    return Array(encoded.filters[0])
}

private func ones(_ words: [UInt64]) -> Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

/// Settings without folding, under which every token's bits can be seen.
private var plain: EncodingSettings {
    var settings = EncodingSettings.standard
    settings.folds = 0
    return settings
}

@Test func `another key makes other filters, and the same key the same`() throws {
    let person = ["María José", "Hernández Ruiz", "1994-03-07", "F"]
    #expect(try words(person) == words(person))
    let likeness = Dice.coefficient(try words(person), try words(person, secret: 8))
    #expect(likeness < 0.4)
}

@Test func `where the parts of a name stand changes nothing`() throws {
    #expect(try words(["María José", "Ruiz"]) == words(["José María", "Ruiz"]))
    #expect(try words(["Lin", "Wei"]) == words(["Wei", "Lin"]))
}

@Test func `a missing value takes nothing from the bits of the others`() throws {
    let whole = try words(["María", "Hernández Ruiz", "1994-03-07", "F"], plain)
    let less = try words(["María", "Hernández", "1994-03-07"], plain)
    #expect(zip(whole, less).allSatisfy { $0 & $1 == $1 })
    #expect(ones(whole) > ones(less))
    #expect(ones(try words([""])) == 0)
}

@Test func `the first of January is the year alone, and day and month count in either order`()
    throws
{
    #expect(try words(["", "", "1994-01-01"], plain) == words(["", "", "1994"], plain))
    let swapped = Dice.coefficient(
        try words(["", "", "1994-03-07"]),
        try words(["", "", "1994-07-03"])
    )
    let other = Dice.coefficient(
        try words(["", "", "1994-03-07"]),
        try words(["", "", "1994-08-21"])
    )
    #expect(swapped > 0.75)
    #expect(other < swapped - 0.2)
}

@Test func `years that follow each other share more than years apart`() throws {
    let year = try words(["", "", "1994"])
    let next = Dice.coefficient(year, try words(["", "", "1995"]))
    let later = Dice.coefficient(year, try words(["", "", "1999"]))
    #expect(next > later + 0.2)
}

@Test func `positions are those of HMAC and HKDF worked out elsewhere`() throws {
    let terms = try RunTerms(
        id: Array(0..<16),
        name: "Vector",
        purpose: "To be checked",
        question: .count,
        expiry: 4_102_444_800,
        agencies: ["A", "B"]
    )
    let key = try #require(RunKey(terms: terms, bytes: Array(0..<32)))
    for (use, token, expected) in [
        ("nameSound", "mr", ClkhashVectors.nameSound),
        ("birthDay", "3-11", ClkhashVectors.birthDay),
    ] {
        let hasher = TokenHasher(key: key.derived(for: use), bits: expected.count, size: 2_048)
        #expect(hasher.positions(of: token.utf8).map(Int.init) == expected)
    }
}

@Test func `noise turns as many bits as was asked for`() throws {
    var settings = EncodingSettings.standard
    let person = ["María José", "Hernández Ruiz", "1994-03-07", "F"]
    let clean = try words(person, settings)
    settings.noise = 50
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    var random = SplitMix64(seed: 5)
    let noisy = RecordEncoder(key: key, settings: settings).encode(
        PrivateFixture.table([[String]](repeating: person, count: 200)),
        using: &random
    )
    let turned = (0..<200).reduce(0) { sum, row in
        sum + ones(zip(clean, noisy.filters[row]).map { $0 ^ $1 })
    }
    // 204,800 bits at one in twenty; five standard deviations are 493.
    #expect(abs(turned - 10_240) < 493)
}

@Test func `rule 90 makes each bit the exclusive or of its neighbours`() {
    let filter: [UInt64] = [1, 1 << 63, 0, 5]
    func bit(_ words: [UInt64], _ place: Int) -> UInt64 {
        let place = (place + 256) % 256
        return words[place / 64] >> UInt64(place % 64) & 1
    }
    let ruled = FilterHardening.rule90(filter)
    for place in 0..<256 {
        #expect(bit(ruled, place) == bit(filter, place - 1) ^ bit(filter, place + 1))
    }
}

@Test func `names salted by year share nothing across years`() throws {
    var settings = EncodingSettings.standard
    settings.isSaltedByYear = true
    let one = try words(["María José", "Hernández Ruiz", "1994-03-07"], settings)
    let same = try words(["María José", "Hernandes Ruiz", "1994"], settings)
    let other = try words(["María José", "Hernández Ruiz", "1996-03-07"], settings)
    #expect(Dice.coefficient(one, same) > 0.6)
    #expect(Dice.coefficient(one, other) < 0.5)
}

@Test func `settings read back, and those out of range are not used`() throws {
    var settings = EncodingSettings.standard
    settings.noise = 20
    settings.hardening = .rule90
    settings.isSaltedByYear = true
    var reader = ByteReader(settings.encoded[...])
    #expect(try EncodingSettings(from: &reader) == settings)
    settings.filterBits = 1_000
    #expect(!settings.areUsable)
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    #expect(RecordEncoder(key: key, settings: settings).settings == .standard)
}
