import Crypto

extension SymmetricKey {
    /// The key's bytes, to be written or hashed.
    var bytes: [UInt8] {
        unsafe withUnsafeBytes { unsafe Array($0) }
    }
}
