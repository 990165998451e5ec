import Foundation
import TestSupport
import Testing

@testable import Casework

struct IdentifierTests {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    @Test(arguments: UInt64(0)..<100)
    func `an identifier reads back from its bytes, its text and its JSON`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let identifier = try #require(DossierID(bytes: bytes))
        #expect(identifier.bytes == bytes)
        #expect(identifier.description.count == 26)
        #expect(DossierID(identifier.description) == identifier)
        let json = try JSONEncoder().encode([identifier: [identifier]])
        #expect(
            try JSONDecoder().decode([DossierID: [DossierID]].self, from: json)
                == [identifier: [identifier]]
        )
    }

    @Test func `the first and the last identifier are spelt with the ends of the alphabet`() {
        let zeros = DossierID(bytes: [UInt8](repeating: 0, count: 16))
        let ones = DossierID(bytes: [UInt8](repeating: 255, count: 16))
        #expect(zeros?.description == String(repeating: "0", count: 26))
        #expect(ones?.description == String(repeating: "z", count: 25) + "w")
    }

    @Test func `sixteen bytes make an identifier and no other number does`() {
        for count in 0..<40 where count != 16 {
            #expect(DossierID(bytes: [UInt8](repeating: 1, count: count)) == nil)
        }
    }

    @Test func `of the 32 last characters only eight are canonical`() {
        let start = String(repeating: "0", count: 25)
        let accepted = Self.alphabet.filter { DossierID(start + String($0)) != nil }
        #expect(accepted == Array("048cgmrw"))
    }

    @Test(arguments: [
        "", "0", String(repeating: "0", count: 25), String(repeating: "0", count: 27),
        String(repeating: "Z", count: 26), String(repeating: "0", count: 25) + "i",
        String(repeating: "0", count: 25) + "l", String(repeating: "0", count: 25) + "o",
        String(repeating: "0", count: 25) + "u", String(repeating: "0", count: 25) + "-",
        String(repeating: "é", count: 13), String(repeating: "0", count: 24) + "\r\n",
    ])
    func `another spelling is no identifier`(text: String) {
        #expect(DossierID(text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([DossierID].self, from: JSONEncoder().encode([text]))
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func `a text is refused, or is the one spelling of what it reads as`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let letters = seed.isMultiple(of: 2) ? Self.alphabet : Self.alphabet + ["i", "O", "é", "/"]
        let count = seed.isMultiple(of: 5) ? Int.random(in: 0...30, using: &generator) : 26
        let text = String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
        guard let identifier = DossierID(text) else { return }
        #expect(identifier.description == text)
    }

    @Test func `a reference is the first eight characters, for the ear`() throws {
        let identifier = try #require(DossierID("7k3mq2p9" + String(repeating: "0", count: 18)))
        #expect(identifier.reference == "7K3M-Q2P9")
    }

    @Test func `random identifiers do not repeat`() {
        #expect(Set((0..<1000).map { _ in DossierID.random() }).count == 1000)
    }
}
