import Casework
import Vault

/// A wrapped key that is ready and waits for a referral to be accepted.
struct HeldGrant {
    /// When the consent ends; afterwards the key is not handed over.
    let until: Moment
    /// `WrappedKey.stored`.
    let wrap: [UInt8]

    init(until: Moment, wrap: [UInt8]) {
        self.until = until
        self.wrap = wrap
    }

    /// The bytes kept on the shelf: the end in milliseconds (8 bytes, big-endian), and the wrap.
    var stored: [UInt8] {
        VaultShelf.bigEndian(UInt64(bitPattern: until.milliseconds)) + wrap
    }

    init?(stored: [UInt8]) {
        guard stored.count > 8 else { return nil }
        let milliseconds = stored.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        until = Moment(milliseconds: Int64(bitPattern: milliseconds))
        wrap = Array(stored.dropFirst(8))
    }

    static func key(_ grant: Grant, _ condition: Grant.Condition) -> [UInt8] {
        condition.referral.bytes + grant.to.bytes + grant.compartment.bytes
    }
}
