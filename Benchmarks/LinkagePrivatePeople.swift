import Foundation
import InventedPeople
import Linkage

/// Invented people in two files that share half of them, and their filters under the key of one run.
struct PrivatePeople {
    static let fields: [Field] = [
        Field(name: "given_names", kind: .givenNames),
        Field(name: "surnames", kind: .surnames),
        Field(name: "date_of_birth", kind: .dateOfBirth),
        Field(name: "sex", kind: .sex),
        Field(name: "nationality", kind: .place),
        Field(name: "place_of_birth", kind: .place),
        Field(name: "phone", kind: .phone),
        Field(name: "document", kind: .document),
    ]

    let encoder: RecordEncoder
    let records: [InventedRecord]
    let table: RecordTable
    let left: FilterSet
    let right: FilterSet

    init(records count: Int) throws {
        encoder = RecordEncoder(key: try Self.key())
        let files = InventedPeople(seed: 1).twoFiles(count: count)
        records = files.border
        table = Self.table(files.border)
        left = encoder.encode(table).filters
        right = encoder.encode(Self.table(files.shelter)).filters
    }

    /// The records as an agency prepares them.
    static func table(_ records: [InventedRecord]) -> RecordTable {
        var builder = TableBuilder(fields: fields)
        for record in records {
            builder.append(
                identifier: String(record.person),
                values: Array(record.values(identifier: "").dropFirst())
            )
        }
        return builder.finish()
    }

    /// The key of a new run.
    static func key() throws -> RunKey {
        RunKey(
            terms: try RunTerms(
                name: "benchmark",
                purpose: "to measure",
                question: .count,
                expiry: .max,
                agencies: ["one", "another"]
            )
        )
    }
}
