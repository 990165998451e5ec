import Crypto

/// A person's identifying fields as keyed codes, by which one agency finds her again without opening her
/// sealed sections.
///
/// A card is for the agency's own use and stays where its files are. Whoever has the key can try names
/// against cards; without it a card says only how many parts a name has and which fields are known.
public struct RecognitionCard: Hashable, Codable, Sendable {
    /// The codes in base64.
    let codes: String
}
