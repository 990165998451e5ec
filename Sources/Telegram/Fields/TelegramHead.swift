/// How soon a telegram must be handled: the letter of format lines 2 and 5 (ACP 127, Annex B).
public enum Precedence: String, CaseIterable, Codable, Sendable {
    /// `Z`.
    case flash = "FLASH"
    /// `O`.
    case immediate = "IMMEDIATE"
    /// `P`.
    case priority = "PRIORITY"
    /// `R`.
    case routine = "ROUTINE"

    init?(letter: some StringProtocol) {
        switch letter {
        case "Z": self = .flash
        case "O": self = .immediate
        case "P": self = .priority
        case "R": self = .routine
        default: return nil
        }
    }

    func name(in language: TelegramLanguage) -> String {
        switch self {
        case .flash: language.pick("FLASH", "DESTELLO")
        case .immediate: language.pick("IMMEDIATE", "INMEDIATO")
        case .priority: language.pick("PRIORITY", "PRIORITARIO")
        case .routine: language.pick("ROUTINE", "RUTINA")
        }
    }
}

/// Format line 1: the channel that sent the telegram on, and its number there (5 FAH-2 H-321).
public struct Transmission: Codable, Hashable, Sendable {
    /// The identifier as printed, such as `VZCZCXR06521`.
    public let identifier: String
    /// Three letters that name the channel, such as `XRO`; nil when they cannot be made out.
    public let channel: String?
    /// The number on the channel, 0 to 9999; nil when it cannot be made out.
    public let serial: Int?
}

/// A place that has a routing indicator.
public struct Station: Codable, Hashable, Sendable {
    /// The routing indicator, such as `RUEHTM`; nil when the telegram shows none.
    public let routing: String?
    /// The name of the place; nil when the directory of routing indicators has none.
    public let name: String?
}

/// Format line 3: the station that filed the telegram, its number there, and when.
public struct Filing: Codable, Hashable, Sendable {
    /// The routing indicator of the station, such as `RUEHME`.
    public let routing: String
    /// The station's number for the telegram, 0 to 9999.
    public let serial: Int?
    /// The section, when the number carries one.
    public let section: Int?
    /// The day of the year, 1 to 366.
    public let dayOfYear: Int?
    /// The hour of filing, 0 to 23.
    public let hour: Int?
    /// The minute of filing, 0 to 59.
    public let minute: Int?
}

/// One addressee of format lines 7 to 9.
public struct Addressee: Codable, Hashable, Sendable {
    /// The routing indicator, when printed.
    public let routing: String?
    /// The plain name, such as `SECSTATE WASHDC`.
    public let name: String
    /// The running number that the originator gives its telegrams to this addressee.
    public let serial: Int?
    /// The precedence for this addressee alone, when printed.
    public let precedence: Precedence?
    /// Whether the name stands for several posts at once.
    public let isCollective: Bool
}

/// The level of secrecy in the first line of the text, with the caption that narrows it.
///
/// It is encoded as one string, such as `UNCLASSIFIED, SENSITIVE`.
public struct Classification: Hashable, Sendable {
    /// The levels, from the lowest.
    public enum Level: String, CaseIterable, Comparable, Sendable {
        /// No secrecy.
        case unclassified = "UNCLASSIFIED"
        /// Used until the 1990s.
        case limitedOfficialUse = "LIMITED OFFICIAL USE"
        /// The lowest level of secrecy.
        case confidential = "CONFIDENTIAL"
        /// The middle level.
        case secret = "SECRET"
        /// The highest level.
        case topSecret = "TOP SECRET"

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// Tells whether one level is lower than another.
        ///
        /// - Parameters:
        ///   - left: One level.
        ///   - right: Another level.
        /// - Returns: Whether `left` is the lower.
        public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
    }

    /// The level.
    public var level: Level
    /// Whether the caption SENSITIVE is present (5 FAH-2 H-440).
    public var isSensitive: Bool

    /// The level and caption as one string.
    public var text: String { level.rawValue + (isSensitive ? ", SENSITIVE" : "") }
}

extension Classification: Codable {
    /// Reads a classification from its string.
    ///
    /// - Parameter decoder: Where to read from.
    /// - Throws: `DecodingError` when the level is unknown.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let isSensitive = text.hasSuffix(", SENSITIVE")
        let name = isSensitive ? String(text.dropLast(", SENSITIVE".count)) : text
        guard let level = Level(rawValue: name) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Not a classification."
            )
        }
        self.init(level: level, isSensitive: isSensitive)
    }

    /// Writes a classification as its string.
    ///
    /// - Parameter encoder: Where to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The executive order under which a telegram was classified, and what is said under it.
public struct ExecutiveOrder: Codable, Hashable, Sendable {
    /// The number of the order, such as `12958`; empty when none is printed.
    public let number: String
    /// The rest, such as `N/A` or `DECL: 06/21/2016`.
    public let marking: String
}

/// A subject or country code (TAGS: Traffic Analysis by Geography and Subject; 5 FAH-3).
public struct TelegramTag: Codable, Hashable, Sendable {
    /// The code, such as `PHUM`.
    public let code: String
    /// The person named in parentheses after the code, when there is one.
    public let person: String?
    /// The meaning in English; nil when none is on file.
    public let meaning: String?
    /// The meaning in Spanish; nil when none is on file.
    public let meaningES: String?
}

/// An earlier document that a telegram refers to.
public struct TelegramReference: Codable, Hashable, Sendable {
    /// The reference as printed, without its letter.
    public let text: String
    /// The letter by which the text calls it, when printed.
    public let letter: String?
}

/// Which part of a telegram sent in parts this is.
public struct TelegramSection: Codable, Hashable, Sendable {
    /// The part, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int
}
