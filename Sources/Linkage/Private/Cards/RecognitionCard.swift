/// A person's identifying fields as keyed codes, by which one agency finds her again without opening her
/// sealed sections.
///
/// A card is for the agency's own use and stays where the agency's files are; it takes at most 300 bytes.
/// Whoever has the key can try names against cards. Who has many cards and no key sees how many parts a
/// name has, which fields are known, and which cards share a part, and may guess from how frequent a code
/// is; so cards are kept as carefully as the sections themselves. Codes are short on purpose: a few other
/// values have the same one, which costs little recognition.
public struct RecognitionCard: Hashable, Sendable {
    let codes: CardCodes

    /// Makes the card of a person.
    ///
    /// - Parameters:
    ///   - person: What is written of her.
    ///   - key: The agency's key.
    public init(_ person: PersonFields, key: RecognitionKey) {
        codes = CardCodes(person, CardHasher(key))
    }

    init(_ codes: CardCodes) {
        self.codes = codes
    }

    /// How likely it is that this card and another, made under the same key, are one person's.
    ///
    /// - Parameter other: The other card.
    /// - Returns: The agreement of each field, and a probability.
    public func likeness(to other: RecognitionCard) -> Likeness {
        Likeness(codes, other.codes)
    }
}

extension RecognitionCard: Codable {
    /// Reads a card from the text that was written.
    ///
    /// - Parameter decoder: Where the text is.
    /// - Throws: `DecodingError` when it is no card.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let bytes = Base64.bytes(text), let codes = try? CardCodes(bytes: bytes) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "This is no recognition card."
                )
            )
        }
        self.codes = codes
    }

    /// Writes the card as one text.
    ///
    /// - Parameter encoder: Where it goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Base64.text(codes.bytes))
    }
}
