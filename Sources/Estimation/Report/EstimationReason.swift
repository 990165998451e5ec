/// Why a verdict is what it is: a check that was not passed, with its numbers and in words.
public enum EstimationReason: Hashable, Sendable {
    /// No number may be given.
    case refusal(EstimationRefusal)
    /// The range only indicates.
    case warning(EstimationWarning)

    /// Whether no number may be given.
    public var refuses: Bool {
        switch self {
        case .refusal: true
        case .warning: false
        }
    }

    /// The reason in whole sentences.
    public var words: Wording {
        switch self {
        case .refusal(let refusal): refusal.words
        case .warning(let warning): warning.words
        }
    }
}

extension EstimationReason: Codable {
    /// Reads the check; the words follow from it.
    ///
    /// - Parameter decoder: Where from.
    /// - Throws: `DecodingError` when there is no such check.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self =
            try container.decode(Bool.self, forKey: .refuses)
            ? .refusal(container.decode(EstimationRefusal.self, forKey: .check))
            : .warning(container.decode(EstimationWarning.self, forKey: .check))
    }

    /// Writes the check, whether it refuses, and the words.
    ///
    /// - Parameter encoder: Where to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .refusal(let refusal): try container.encode(refusal, forKey: .check)
        case .warning(let warning): try container.encode(warning, forKey: .check)
        }
        try container.encode(refuses, forKey: .refuses)
        try container.encode(words.es, forKey: .es)
        try container.encode(words.en, forKey: .en)
    }

    private enum CodingKeys: String, CodingKey {
        case check, refuses, es, en
    }
}
