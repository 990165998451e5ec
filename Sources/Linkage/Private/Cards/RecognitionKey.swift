import Crypto

/// An agency's own secret, under which its recognition cards are made.
///
/// It stays with the agency. Whoever has it can try names against the agency's cards, so it belongs where
/// the agency's other keys are, and never where only cards are kept.
public struct RecognitionKey: Sendable {
    private let secret: SymmetricKey

    /// Takes 32 secret bytes; nil when there are not 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        secret = SymmetricKey(data: bytes)
    }

    /// A key for one kind of token (HKDF with SHA-256, RFC 5869).
    func derived(for use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret,
            info: Array("enlace.card.1/\(use)".utf8),
            outputByteCount: 32
        )
    }
}
