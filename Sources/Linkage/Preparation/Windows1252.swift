/// The encoding of older Windows systems for Western Europe and America (WHATWG, windows-1252).
enum Windows1252 {
    /// The scalar of each byte from 0x80 to 0x9f; above, byte and scalar are one.
    static let upper: [UInt32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
        0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
    ]

    /// The byte that stands for a scalar, if any.
    static func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x80 || (0xa0...0xff).contains(scalar) { return UInt8(scalar) }
        return upper.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
            ?? ((0x80...0x9f).contains(scalar) ? UInt8(scalar) : nil)
    }

    /// The scalar that a byte stands for.
    static func scalar(of byte: UInt8) -> Unicode.Scalar {
        let value = (0x80...0x9f).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }
}
