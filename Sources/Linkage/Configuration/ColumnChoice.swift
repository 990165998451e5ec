/// What a configuration says of a column: what it holds, or that it is not to be compared.
public enum ColumnChoice: Hashable, Sendable {
    /// Compared, as values of this kind.
    case compared(FieldKind)
    /// Left out of every comparison.
    case ignored

    /// The kinds as a configuration writes them.
    static let kinds = (FieldKind.allCases.map(\.words) + ["ignore"]).joined(separator: ", ")

    /// Reads a kind written in English words, in any case, with spaces, hyphens or underscores.
    init?(_ text: String) {
        let plain = Self.plain(text)
        if plain == "ignore" {
            self = .ignored
            return
        }
        guard let kind = FieldKind.allCases.first(where: { Self.plain($0.words) == plain }) else {
            return nil
        }
        self = .compared(kind)
    }

    private static func plain(_ text: String) -> String {
        text.lowercased().filter { !" -_".contains($0) }
    }
}

extension FieldKind {
    /// The kind as a configuration and a command's summary write it.
    public var words: String {
        switch self {
        case .givenNames: "given names"
        case .surnames: "surnames"
        case .fullName: "full name"
        case .dateOfBirth: "date of birth"
        case .sex: "sex"
        case .place: "place"
        case .phone: "phone"
        case .document: "document"
        case .other: "other"
        }
    }
}
