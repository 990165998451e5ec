import Foundation
import InventedPeople
@testable import Linkage
import TestSupport
import Testing

private func key(_ byte: UInt8 = 3) throws -> RecognitionKey {
    try #require(RecognitionKey(bytes: [UInt8](repeating: byte, count: 32)))
}

private let rosa = PersonFields(
    givenNames: "Rosa María",
    surnames: "Hernández Ruiz",
    birthDate: "1994-03-07",
    sex: "mujer",
    nationality: "HND",
    document: "C-123456",
    phone: "+504 9876 5432"
)

@Test func `a card finds the same person under another spelling`() throws {
    var other = rosa
    other.givenNames = "Roza"
    other.surnames = "Ernandes"
    other.birthDate = "07/03/1994"
    other.document = ""
    other.phone = "98765432"
    let likeness = RecognitionCard(rosa, key: try key())
        .likeness(to: RecognitionCard(other, key: try key()))
    #expect(likeness.probability >= Likeness.asked)
    #expect(likeness.agreement(of: .birthDate) == .same)
    #expect(likeness.agreement(of: .phone) == .same)
    #expect(likeness.agreement(of: .document) == .missing)
    #expect(likeness.agreement(of: .surnames) == .alike)
}

@Test func `a sister is not the same person`() throws {
    var sister = rosa
    sister.givenNames = "Juana"
    sister.birthDate = "1997-10-19"
    sister.document = "C-998877"
    let likeness = RecognitionCard(rosa, key: try key())
        .likeness(to: RecognitionCard(sister, key: try key()))
    #expect(likeness.probability < Likeness.asked)
    #expect(likeness.agreement(of: .givenNames) == .different)
    #expect(likeness.agreement(of: .surnames) == .sameTwice)
}

@Test func `cards of two keys have nothing in common`() throws {
    let likeness = RecognitionCard(rosa, key: try key())
        .likeness(to: RecognitionCard(rosa, key: try key(4)))
    #expect(likeness.probability < 0.001)
    #expect(RecognitionKey(bytes: [1, 2, 3]) == nil)
}

@Test func `nothing known is no evidence`() throws {
    let empty = RecognitionCard(PersonFields(), key: try key())
    let likeness = empty.likeness(to: RecognitionCard(rosa, key: try key()))
    #expect(likeness.agreements.allSatisfy { $0 == .missing })
    #expect(likeness.probability < Likeness.asked)
}

@Test func `a card is short, and reads back as it was written`() throws {
    var person = rosa
    person.otherNames = "la Chaparra, Rosita, Mary, Señora de Fuentes Maldonado"
    let card = RecognitionCard(person, key: try key())
    let written = try JSONEncoder().encode(card)
    #expect(written.count <= 300)
    #expect(try JSONDecoder().decode(RecognitionCard.self, from: written) == card)
    let text = String(decoding: written, as: UTF8.self)
    #expect(!text.contains("Rosa"))
}

@Test(arguments: UInt64(1)...3)
func `a spoilt card is read or refused, never more`(seed: UInt64) throws {
    let bytes = RecognitionCard(rosa, key: try key()).codes.bytes
    var random = SplitMix64(seed: seed)
    for length in 0..<bytes.count {
        #expect(throws: (any Error).self) { try CardCodes(bytes: Array(bytes[..<length])) }
    }
    for _ in 0..<2_000 {
        var spoilt = bytes
        spoilt[Int.random(in: 0..<spoilt.count, using: &random)] = .random(
            in: 0...255,
            using: &random
        )
        if let codes = try? CardCodes(bytes: spoilt) { #expect(codes.bytes == spoilt) }
    }
    for text in ["\"\"", "\"AAAA\"", "\"no\"", "7"] {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(RecognitionCard.self, from: Data(text.utf8))
        }
    }
}

@Test(arguments: [UInt64(11)])
func `most same persons are asked about, and few others`(seed: UInt64) throws {
    let people = InventedPeople(seed: seed)
    let files = people.twoFiles(count: 400)
    func cards(_ records: [InventedRecord]) throws -> [RecognitionCard] {
        try records.map { record in
            let fields = PersonFields(
                givenNames: record.givenNames.joined(separator: " "),
                surnames: record.surnames.joined(separator: " "),
                birthDate: record.dateOfBirth,
                sex: record.sex,
                nationality: record.nationality,
                document: record.document,
                phone: record.phone
            )
            return RecognitionCard(fields, key: try key())
        }
    }
    let (border, shelter) = (try cards(files.border), try cards(files.shelter))
    var (same, found, alarms, others) = (0, 0, 0, 0)
    for (row, card) in border.enumerated() {
        for (column, other) in shelter.enumerated() {
            let isAsked = card.likeness(to: other).probability >= Likeness.asked
            if files.border[row].person == files.shelter[column].person {
                same += 1
                if isAsked { found += 1 }
            } else {
                others += 1
                if isAsked { alarms += 1 }
            }
        }
    }
    #expect(same > 100)
    #expect(Double(found) >= 0.93 * Double(same))
    #expect(Double(alarms) <= 2e-4 * Double(others))
}
