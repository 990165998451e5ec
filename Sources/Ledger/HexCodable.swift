/// A value that is written, in text and in JSON, as the hexadecimal digits of its bytes.
public protocol HexCodable: Codable, CustomStringConvertible {
    /// Creates a value from hexadecimal digits, or gives `nil` when they are not one.
    ///
    /// - Parameter hex: Digits of either case.
    init?(hex: String)
}

extension HexCodable {
    /// Reads the digits as one string.
    ///
    /// - Parameter decoder: Where the string is.
    /// - Throws: `DecodingError` when there is no string, or it is not the digits of such a value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = try Self(hex: container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not the hexadecimal digits of a \(Self.self)"
            )
        }
        self = value
    }

    /// Writes the digits as one string.
    ///
    /// - Parameter encoder: Where the string goes.
    /// - Throws: Whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
