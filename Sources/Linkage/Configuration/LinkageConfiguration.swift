/// How one or two files are to be linked, as a YAML file says it.
///
/// ```yaml
/// id: folio
/// columns:
///   nombres: given names
///   apellido_paterno: surnames
///   apellido_materno: surnames
///   fecha_nac: date of birth
///   observaciones: ignore
/// threshold: 0.9
/// one-to-one: true
/// ```
///
/// A column that is not named is not compared; without `columns` their kinds are guessed.
public struct LinkageConfiguration: Hashable, Sendable {
    /// The column that tells records apart; nil for the first.
    public var identifier: String?
    /// What each column holds, in the order written; empty when kinds are to be guessed.
    public var columns: [NamedColumn] = []
    /// The probability from which a pair is a link; nil to let the data choose.
    public var threshold: Double?
    /// Whether each record has at most one partner in the other file.
    public var isOneToOne: Bool?

    /// A column and what it holds.
    public struct NamedColumn: Hashable, Sendable {
        /// As the file's header names it.
        public var name: String
        /// Whether it is compared, and as what.
        public var choice: ColumnChoice
        /// Where the configuration says so, counted from 1.
        public var line: Int
    }

    static let keys = "id, columns, threshold, one-to-one"

    /// Says nothing: everything is guessed or chosen from the data.
    public init() {}

    /// Reads a configuration.
    ///
    /// - Parameter yaml: The file, in UTF-8 or with a mark of UTF-16; at most a mebibyte.
    /// - Throws: Where and why it cannot be used.
    public init(yaml: [UInt8]) throws(ConfigurationUnreadable) {
        guard let root = try YAMLNode(reading: yaml) else {
            throw ConfigurationUnreadable(line: 0, reason: .empty)
        }
        for (key, value) in try root.pairs(of: "configuration", takes: .list) {
            switch key.text {
            case "id": identifier = try value.text(of: key, takes: .text)
            case "columns": columns = try Self.columns(value, key)
            case "threshold": threshold = try Self.probability(value, key)
            case "one-to-one": isOneToOne = try Self.yesOrNo(value, key)
            default: throw ConfigurationUnreadable(line: key.line, reason: .unknownKey(key.text))
            }
        }
        let compares = columns.contains { $0.choice != .ignored }
        guard columns.isEmpty || compares else {
            throw ConfigurationUnreadable(line: columns[0].line, reason: .nothingToCompare)
        }
    }

    /// The fields to be compared, in the order written; nil when kinds are to be guessed.
    public var fields: [Field]? {
        guard !columns.isEmpty else { return nil }
        return columns.compactMap { column in
            guard case .compared(let kind) = column.choice else { return nil }
            return Field(name: column.name, kind: kind)
        }
    }

    private static func columns(
        _ value: YAMLNode,
        _ key: YAMLNode.Scalar
    ) throws(ConfigurationUnreadable) -> [NamedColumn] {
        var columns: [NamedColumn] = []
        for (name, value) in try value.pairs(of: key.text, takes: .columns) {
            let kind = try value.text(of: name, takes: .text)
            guard let choice = ColumnChoice(kind) else {
                throw ConfigurationUnreadable(line: name.line, reason: .unknownKind(kind))
            }
            columns.append(NamedColumn(name: name.text, choice: choice, line: name.line))
        }
        guard !columns.isEmpty else {
            throw ConfigurationUnreadable(line: key.line, reason: .nothingToCompare)
        }
        return columns
    }

    private static func probability(
        _ value: YAMLNode,
        _ key: YAMLNode.Scalar
    ) throws(ConfigurationUnreadable) -> Double {
        let text = try value.text(of: key, takes: .probability)
        guard let number = Double(text), number > 0, number <= 1 else {
            throw ConfigurationUnreadable(
                line: key.line,
                reason: .badValue(key: key.text, takes: .probability)
            )
        }
        return number
    }

    private static func yesOrNo(
        _ value: YAMLNode,
        _ key: YAMLNode.Scalar
    ) throws(ConfigurationUnreadable) -> Bool {
        switch try value.text(of: key, takes: .yesOrNo).lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            throw ConfigurationUnreadable(
                line: key.line,
                reason: .badValue(key: key.text, takes: .yesOrNo)
            )
        }
    }
}
