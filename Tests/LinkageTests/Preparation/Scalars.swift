import TestSupport

/// Texts of scalars from many alphabets, with the signs that names have.
struct Scalars {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let blocks: [ClosedRange<UInt32>] = [
        0x20...0x7e, 0x41...0x7a, 0xa0...0x24f, 0x300...0x36f, 0x370...0x3ff, 0x400...0x4ff,
        0x5d0...0x5ea, 0x600...0x6ff, 0x900...0x97f, 0x980...0x9ff, 0xb80...0xbff, 0x1e00...0x1eff,
        0x2000...0x206f, 0x3040...0x30ff, 0x4e00...0x9fff, 0xac00...0xd7a3, 0xff00...0xff5e,
        0x1_f600...0x1_f64f,
    ]

    /// One to twelve scalars of one to three blocks.
    mutating func text() -> String {
        var scalars = String.UnicodeScalarView()
        let blocks = (0...2).compactMap { _ in Self.blocks.randomElement(using: &random) }
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            guard let block = blocks.randomElement(using: &random),
                let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random))
            else { continue }
            scalars.append(Int.random(in: 0..<6, using: &random) == 0 ? " " : scalar)
        }
        return String(scalars)
    }
}
