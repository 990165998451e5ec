/// Remembers what was found for two different values, in bounded room.
///
/// Each pair of numbers has one place, which the last pair to come holds: names follow such a skewed
/// law that a few thousand places answer most questions.
struct PairMemory: Sendable {
    /// The two numbers in 28 bits each, the answer above; 0 where nothing is kept.
    private var entries: [UInt64]
    private let shift: UInt64

    /// Makes a memory of 2^`bits` places.
    init(bits: Int) {
        entries = [UInt64](repeating: 0, count: 1 << bits)
        shift = UInt64(64 - bits)
    }

    /// Where two numbers are kept, and as what; nil when a number is too large to be kept.
    @inline(__always)
    func slot(_ left: Int, _ right: Int) -> Slot? {
        let (low, high) = left < right ? (left, right) : (right, left)
        guard high < 1 << 28 else { return nil }
        let key = UInt64(truncatingIfNeeded: low) | UInt64(truncatingIfNeeded: high) &<< 28
        return Slot(
            key: key,
            place: Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        )
    }

    /// A place, and the pair that asks for it.
    struct Slot {
        let key: UInt64
        let place: Int
    }

    /// What was found, if the pair is the last that came to its place.
    @inline(__always)
    subscript(slot: Slot) -> UInt8? {
        let entry = entries[slot.place]
        return entry & (1 << 56 - 1) == slot.key ? UInt8(truncatingIfNeeded: entry &>> 56) : nil
    }

    /// Keeps what was found.
    mutating func keep(_ answer: UInt8, at slot: Slot) {
        entries[slot.place] = slot.key | UInt64(answer) &<< 56
    }
}
