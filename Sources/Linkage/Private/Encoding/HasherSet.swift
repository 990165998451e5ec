import Crypto

/// One hasher for each kind of token, with keys that follow from the key of the run.
struct HasherSet {
    private let hashers: [TokenHasher]
    /// How many words a filter has before it is folded.
    let width: Int

    init(key: RunKey, settings: EncodingSettings) {
        let size = settings.filterBits << settings.folds
        width = size / 64
        hashers = TokenFamily.allCases.map {
            TokenHasher(key: key.derived(for: "\($0)"), bits: settings[$0], size: size)
        }
    }

    subscript(family: TokenFamily) -> TokenHasher { hashers[Int(family.rawValue)] }
}
