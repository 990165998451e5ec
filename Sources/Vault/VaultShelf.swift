/// Where the vault keeps its rows on the log's shelf.
///
/// All of them can be erased; the log cannot.
///
/// | space | key | value |
/// |---|---|---|
/// | `box` | compartment, position (8 bytes, big-endian), ordinal | `Box.stored` |
/// | `wrap` | agency, compartment | `WrappedKey.stored` |
/// | `held` | reason for waiting, agency, compartment | end of the consent, `WrappedKey.stored` |
/// | `handover` | agency, old public key (32 bytes) | `KeyHandover.stored` |
/// | `account` | a keyed hash of the sign-in name | `Account.stored` |
/// | `node` | `account-lookup-salt` | the salt of that hash |
package enum VaultShelf {
    package static let boxes = "box"
    package static let wraps = "wrap"
    package static let held = "held"
    package static let handovers = "handover"
    package static let accounts = "account"
    package static let node = "node"

    /// The key of a box.
    package static func boxKey(
        compartment: [UInt8],
        position: UInt64,
        ordinal: UInt8
    ) -> [UInt8] {
        compartment + bigEndian(position) + [ordinal]
    }

    /// The position and ordinal at the end of a box's key; `nil` if the key is none.
    package static func boxPlace(key: [UInt8]) -> (position: UInt64, ordinal: UInt8)? {
        guard key.count == 25 else { return nil }
        return (key[16..<24].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, key[24])
    }

    /// Eight bytes, most significant first.
    package static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}
