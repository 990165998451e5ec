import InventedPeople
@testable import Linkage
import TestSupport
import Testing

/// Agencies of a run and lists of invented people, for the tests of private comparison.
enum PrivateFixture {
    static let now: Int64 = 1_800_000_000

    static func terms(
        _ question: RunQuestion = .count,
        agencies: [String] = ["A", "B"],
        expiry: Int64 = now + 86_400,
        smallestList: Int = 20,
        name: String = "Prueba"
    ) throws -> RunTerms {
        try RunTerms(
            id: Array(0..<16),
            name: name,
            purpose: "Saber a cuántas personas conocemos",
            question: question,
            expiry: expiry,
            agencies: agencies,
            smallestList: smallestList
        )
    }

    static func key(_ terms: RunTerms, secret: UInt8 = 7) throws -> RunKey {
        try #require(RunKey(terms: terms, bytes: [UInt8](repeating: secret, count: 32)))
    }

    static let fields = [
        Field(name: "given", kind: .givenNames), Field(name: "surnames", kind: .surnames),
        Field(name: "birth", kind: .dateOfBirth), Field(name: "sex", kind: .sex),
        Field(name: "nationality", kind: .place), Field(name: "place", kind: .place),
        Field(name: "phone", kind: .phone), Field(name: "document", kind: .document),
    ]

    /// A table of records with the values of ``fields``; what is left out is missing.
    static func table(_ records: [[String]]) -> RecordTable {
        RecordTable(fields: fields, sources: [records.enumerated().map { ("id\($0)", $1) }])
    }

    /// What a register wrote of invented people of these numbers; the same copy has the same errors.
    static func values(
        _ people: some Sequence<Int>,
        copy: Int = 0,
        by source: InventedRecord.Source = .register,
        seed: UInt64 = 1
    ) -> [[String]] {
        let invented = InventedPeople(seed: seed)
        return people.map { number in
            let record = invented.record(of: number, copy: copy, by: source)
            return Array(record.values(identifier: "").dropFirst())
        }
    }

    /// The encoded list of an agency.
    static func encoded(
        _ values: [[String]],
        agency: Int,
        key: RunKey,
        settings: EncodingSettings = .standard
    ) -> EncodedRecords {
        RecordEncoder(key: key, settings: settings).encode(table(values), agency: agency)
    }
}
