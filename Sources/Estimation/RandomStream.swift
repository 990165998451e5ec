/// Random numbers that a seed and a number determine, so that work shared among threads gives the same
/// results on any number of them: the piece with number *i* draws from stream *i*.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). It is for simulation only, never
/// for keys.
public struct RandomStream: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - seed: The seed of the whole work.
    ///   - index: The number of the piece.
    public init(seed: UInt64, index: UInt64 = 0) {
        // Streams begin where two rounds of mixing put them: near neighbours end far apart.
        state = Self.mix(Self.mix(seed) &+ Self.mix(index &+ Self.step))
    }

    /// The next 64 bits.
    ///
    /// - Returns: Each value equally likely.
    public mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mix(state)
    }

    /// A number from 0 up to and without 1, of 53 bits.
    ///
    /// - Returns: The number.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
