/// For each symbol, the places of a text at which it stands, as bits: 64 places a word.
///
/// The distances by bits read these. One value is used for many texts in turn, and only the words
/// of the last text are cleared between them.
struct MatchMasks: Sendable {
    /// How many words each symbol has.
    private(set) var blocks = 1
    private var words: [UInt64]
    /// Symbols are below this.
    let alphabet: Int

    /// Makes empty masks for symbols below `alphabet`.
    init(alphabet: Int = 256) {
        self.alphabet = alphabet
        words = [UInt64](repeating: 0, count: alphabet)
    }

    /// The places, in one block of 64, at which a symbol stands.
    subscript(symbol: some FixedWidthInteger, block: Int) -> UInt64 {
        words[Int(truncatingIfNeeded: symbol) &* blocks &+ block]
    }

    /// Sets the bits of a text.
    mutating func set(_ text: Span<some FixedWidthInteger>) {
        let needed = max(1, (text.count + 63) / 64)
        if needed != blocks {
            blocks = needed
            words = [UInt64](repeating: 0, count: alphabet * needed)
        }
        for place in text.indices {
            let word = Int(truncatingIfNeeded: text[place]) &* blocks &+ place >> 6
            words[word] |= 1 &<< UInt64(place & 63)
        }
    }

    /// Clears the bits of the text that was set.
    mutating func clear(_ text: Span<some FixedWidthInteger>) {
        for place in text.indices {
            words[Int(truncatingIfNeeded: text[place]) &* blocks &+ place >> 6] = 0
        }
    }
}
