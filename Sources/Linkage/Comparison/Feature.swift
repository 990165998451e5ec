/// One thing in which two records are compared, and the levels it can come to.
public struct Feature: Hashable, Codable, Sendable {
    /// Which comparison it is.
    public let kind: Kind
    /// The fields it looks at, as the file names them.
    public let fields: [String]
    /// The levels: the first is *missing*, the others go from *same* to *different*.
    public let levels: [Level]
    /// The places of these fields among the table's columns; none for a part of the name.
    let columns: [Int]

    /// What is compared.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case givenNames
        case surnames
        /// Whether given names and surnames stand in their places.
        case nameOrder
        case dateOfBirth
        case sex
        /// One place, or several places of one record together, since they depend on each other.
        case place
        case phone
        case document
        case other
        /// Several fields together, of a table that has very many.
        case remainder
    }

    /// The kind, and the fields when it is no part of the name.
    public var name: String {
        switch kind {
        case .givenNames, .surnames, .nameOrder: kind.rawValue
        default: fields.joined(separator: "+")
        }
    }
}

extension Feature {
    init(kind: Kind, fields: [String], columns: [Int]) {
        self.init(
            kind: kind,
            fields: fields,
            levels: LevelSet.of(kind, columns.count),
            columns: columns
        )
    }

    init(kind: Kind, of table: RecordTable, columns: [Int]) {
        self.init(
            kind: kind,
            fields: columns.map { table.columns[$0].field.name },
            columns: columns
        )
    }

    init(_ kind: FieldKind, of table: RecordTable, columns: [Int]) {
        let compared: Kind =
            switch kind {
            case .givenNames, .fullName: .givenNames
            case .surnames: .surnames
            case .dateOfBirth: .dateOfBirth
            case .sex: .sex
            case .place: .place
            case .phone: .phone
            case .document: .document
            case .other: .other
            }
        self.init(kind: compared, of: table, columns: columns)
    }
}
