@testable import Linkage
import TestSupport
import Testing

@Test func `two agencies that exchange offers come to one key, and no other`() throws {
    let terms = try PrivateFixture.terms()
    let first = try RunAgreement(terms: terms, agency: 0)
    let second = try RunAgreement(terms: terms, agency: 1)
    let kept = try RunAgreement(reading: first.file)
    let settings = EncodingSettings.standard
    let one = try kept.key(with: RunOffer(reading: second.offer.file))
    let two = try second.key(with: RunOffer(reading: first.offer.file))
    #expect(one.checkValue(for: settings) == two.checkValue(for: settings))
    let between = try RunAgreement(terms: terms, agency: 1)
    let stolen = try first.key(with: between.offer)
    #expect(stolen.checkValue(for: settings) != two.checkValue(for: settings))
    #expect(between.offer.fingerprint != second.offer.fingerprint)
    #expect(second.offer.fingerprint.split(separator: " ").map(\.count) == [5, 5, 5, 5, 5, 5])
}

@Test func `offers that do not fit make no key`() throws {
    let terms = try PrivateFixture.terms()
    let mine = try RunAgreement(terms: terms, agency: 0)
    let other = try RunAgreement(terms: try PrivateFixture.terms(name: "Otra"), agency: 1)
    #expect(throws: RunAgreement.Refusal.otherTerms) { try mine.key(with: other.offer) }
    let same = try RunAgreement(terms: terms, agency: 0)
    #expect(throws: RunAgreement.Refusal.sameAgency) { try mine.key(with: same.offer) }
    let three = try PrivateFixture.terms(agencies: ["A", "B", "C"])
    #expect(throws: RunAgreement.Refusal.notTwoAgencies) {
        try RunAgreement(terms: three, agency: 0)
    }
    // The all-zero point is in every small subgroup (RFC 7748, section 6.1).
    let zero = RunOffer(terms: terms, agency: 1, publicKey: [UInt8](repeating: 0, count: 32))
    #expect(throws: RunAgreement.Refusal.badKey) { try mine.key(with: zero) }
}

@Test func `a key depends on every term and on the settings`() throws {
    let settings = EncodingSettings.standard
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    let others = [
        try PrivateFixture.terms(.pairs), try PrivateFixture.terms(agencies: ["A", "C"]),
        try PrivateFixture.terms(expiry: PrivateFixture.now + 1),
        try PrivateFixture.terms(smallestList: 21), try PrivateFixture.terms(name: "Prueba 2"),
    ]
    var checks = try Set(others.map { try PrivateFixture.key($0).checkValue(for: settings) })
    checks.insert(key.checkValue(for: settings))
    var widened = settings
    widened[.phone] += 1
    checks.insert(key.checkValue(for: widened))
    checks.insert(try PrivateFixture.key(key.terms, secret: 8).checkValue(for: settings))
    #expect(checks.count == others.count + 3)
    #expect(checks.allSatisfy { $0.count == 8 })
}

@Test func `terms that cannot be are refused by name`() throws {
    typealias Refusal = RunTerms.Refusal
    #expect(throws: Refusal.agencies(1)) { try PrivateFixture.terms(agencies: ["A"]) }
    #expect(throws: Refusal.agencies(7)) {
        try PrivateFixture.terms(agencies: (0..<7).map { "\($0)" })
    }
    #expect(throws: Refusal.agencies(3)) {
        try PrivateFixture.terms(.pairs, agencies: ["A", "B", "C"])
    }
    #expect(throws: Refusal.agencyName) { try PrivateFixture.terms(agencies: ["A", "A"]) }
    #expect(throws: Refusal.words) { try PrivateFixture.terms(name: "") }
    #expect(throws: Refusal.smallestList) { try PrivateFixture.terms(smallestList: 0) }
    for refusal in [Refusal.agencies(1), .agencyName, .words, .smallestList, .id] {
        #expect(refusal.text(in: .spanish) != refusal.text(in: .english))
    }
}

@Test func `a sealed key opens with its own private key alone`() throws {
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    let receiver = SealingKey()
    let publicKey = try #require(SealingPublicKey(text: receiver.publicKey.text + "\n"))
    let sealed = try publicKey.seal(key.file)
    let kept = try #require(SealingKey(text: receiver.text))
    let opened = try RunKey(reading: kept.open(sealed))
    #expect(opened.checkValue(for: .standard) == key.checkValue(for: .standard))
    #expect(opened.terms == key.terms)
    #expect(throws: PrivateFileUnreadable.notForThisKey) { try SealingKey().open(sealed) }
    #expect(throws: PrivateFileUnreadable.otherKind(.runKey)) { try kept.open(key.file) }
    #expect(SealingPublicKey(text: receiver.text) == nil)
    #expect(SealingKey(text: "enlace-private-key:AAAA") == nil)
}
