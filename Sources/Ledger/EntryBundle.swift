/// The entries of one tile of a log (C2SP tlog-tiles, "Log entries").
public struct EntryBundle: Hashable, Sendable {
    /// The most bytes that an entry of a bundle can have.
    public static let maximumEntryByteCount = Int(UInt16.max)

    /// From 1 to 256 entries in order, each with at most 65,535 bytes.
    public let entries: [[UInt8]]

    /// Bundles entries.
    ///
    /// - Parameter entries: From 1 to 256 entries in order, each with at most 65,535 bytes.
    /// - Throws: ``TileMalformed/outOfBounds`` for more, or more bytes, or none.
    public init(entries: [[UInt8]]) throws(TileMalformed) {
        guard (1...TilePath.fullWidth).contains(entries.count),
            entries.allSatisfy({ $0.count <= Self.maximumEntryByteCount })
        else { throw .outOfBounds }
        self.entries = entries
    }

    /// Reads a bundle, and takes no bytes but the ones that ``encoded`` would write.
    ///
    /// - Parameters:
    ///   - bytes: The entries, each after its length.
    ///   - width: How many there must be, from 1 to 256, as the tile's address says.
    /// - Throws: ``TileMalformed`` unless that is what the bytes are.
    public init(decoding bytes: [UInt8], width: Int) throws(TileMalformed) {
        guard (1...TilePath.fullWidth).contains(width) else { throw .outOfBounds }
        var rest = bytes[...]
        var entries: [[UInt8]] = []
        for _ in 0..<width {
            guard let high = rest.popFirst(), let low = rest.popFirst() else { throw .truncated }
            let count = Int(high) << 8 | Int(low)
            guard rest.count >= count else { throw .truncated }
            entries.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        guard rest.isEmpty else { throw .trailingBytes }
        self.entries = entries
    }

    /// The bytes to publish: each entry after its length in two bytes, the higher one first.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            bytes.append(UInt8(truncatingIfNeeded: entry.count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: entry.count))
            bytes += entry
        }
        return bytes
    }
}
