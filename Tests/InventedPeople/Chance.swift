import TestSupport

extension SplitMix64 {
    /// A generator of its own for one thing among many, so that each can be made again alone.
    init(seed: UInt64, stream: UInt64, index: Int) {
        var mixer = SplitMix64(seed: seed &+ stream &* 0xD6E8_FEB8_6659_FD93)
        mixer = SplitMix64(seed: mixer.next() ^ UInt64(truncatingIfNeeded: index))
        self.init(seed: mixer.next())
    }

    /// Whether something of this probability happens.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// 0 to below 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// 0 to below `count`, which is above 0.
    mutating func index(below count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// One of the items, all alike likely; there is at least one.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[index(below: items.count)] }

    /// A whole number of the range.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + index(below: range.count)
    }

    /// A pattern's `#` as digits and `@` as letters.
    mutating func fill(_ pattern: String) -> String {
        var filled: [UInt8] = []
        for byte in pattern.utf8 {
            switch byte {
            case UInt8(ascii: "#"): filled.append(UInt8(ascii: "0") + UInt8(index(below: 10)))
            case UInt8(ascii: "@"): filled.append(UInt8(ascii: "A") + UInt8(index(below: 26)))
            default: filled.append(byte)
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }
}
