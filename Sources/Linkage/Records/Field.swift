/// What a column of records holds, which says how its values are prepared and compared.
public enum FieldKind: String, Codable, CaseIterable, Sendable {
    /// One or more given names.
    case givenNames
    /// One or more surnames, with their particles.
    case surnames
    /// Given names and surnames in one value, in either order.
    case fullName
    case dateOfBirth
    case sex
    /// A place as a code or in words: town, district, country.
    case place
    case phone
    /// A number of an identity document.
    case document
    case other

    /// Whether the field is a part of a person's name.
    public var isName: Bool {
        switch self {
        case .givenNames, .surnames, .fullName: true
        default: false
        }
    }
}

/// A column of records: its name in the file, and what it holds.
public struct Field: Hashable, Codable, Sendable {
    /// As the file names it.
    public var name: String
    /// What its values are.
    public var kind: FieldKind

    /// Makes a field.
    public init(name: String, kind: FieldKind) {
        self.name = name
        self.kind = kind
    }
}
