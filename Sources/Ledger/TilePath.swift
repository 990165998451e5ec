/// The address of one tile of a log, as C2SP tlog-tiles spells it.
///
/// A tile holds 256 hashes or entries that follow one another; a partial tile, which ends where the
/// log ended once, holds fewer. Each tile has one spelling, and only that one is read.
public struct TilePath: Hashable, Sendable {
    /// The number of hashes or entries in a full tile.
    public static let fullWidth = 256

    /// What a tile holds.
    public enum Content: Hashable, Sendable {
        /// The roots of complete subtrees of 256^level entries each; on level 0 the leaf hashes.
        case hashes(level: Int)
        /// The entries themselves, in an ``EntryBundle``.
        case entries
        /// The notes of published checkpoints, in an ``EntryBundle``.
        ///
        /// C2SP tlog-tiles knows only the newest checkpoint; entries of this library cite earlier
        /// ones, so these are published in the same form, beside the tiles.
        case checkpoints
    }

    /// What the tile holds.
    public private(set) var content: Content
    /// The tile's place among those of its kind and level, from 0.
    public let index: UInt64
    /// The number of hashes or entries in it, from 1 to 256.
    public let width: Int

    /// Whether the tile can still grow.
    public var isPartial: Bool { width < Self.fullWidth }

    /// The places of the items in a bundle, or of the hashes of a tile on its level.
    ///
    /// Only for a tile that there is: others may lie past what can be counted.
    var places: Range<UInt64> {
        let start = index * UInt64(Self.fullWidth)
        return start..<start + UInt64(width)
    }

    /// The entries that a tile is about; `nil` for checkpoints, and past what can be counted.
    var covered: Range<UInt64>? {
        let shift: UInt64 =
            switch content {
            case .hashes(let level): 8 * UInt64(level)
            case .entries: 0
            case .checkpoints: 64
            }
        let (end, isPastEnd) = index.addingReportingOverflow(1)
        guard !isPastEnd, shift < 56, end <= UInt64.max >> (shift + 8) else { return nil }
        return places.lowerBound << shift..<places.upperBound << shift
    }

    /// The most bytes that the tile can have.
    public var maximumByteCount: Int {
        switch content {
        case .hashes: width * Digest32.byteCount
        case .entries, .checkpoints: width * (2 + EntryBundle.maximumEntryByteCount)
        }
    }

    /// The tile of something else with the same place and width.
    func holding(_ content: Content) -> TilePath {
        var path = self
        path.content = content
        return path
    }

    /// Whether a log of some size has this tile.
    ///
    /// - Parameter size: The number of entries; for checkpoints, how many of them there are.
    /// - Returns: `true` also for a partial tile of every smaller size that the log had.
    public func isWithin(size: UInt64) -> Bool {
        let count =
            switch content {
            case .hashes(let level): level < 8 ? size >> (8 * UInt64(level)) : 0
            case .entries, .checkpoints: size
            }
        let full = UInt64(Self.fullWidth)
        return index <= count / full && UInt64(width) <= count - index * full
    }

    /// Creates an address.
    ///
    /// - Parameters:
    ///   - content: What the tile holds; a level from 0 to 63.
    ///   - index: The tile's place among those of its kind and level, from 0.
    ///   - width: From 1 to 256; anything else, or another level, gives `nil`.
    public init?(_ content: Content, index: UInt64, width: Int = fullWidth) {
        if case .hashes(let level) = content {
            guard (0...63).contains(level) else { return nil }
        }
        guard (1...Self.fullWidth).contains(width) else { return nil }
        self.content = content
        self.index = index
        self.width = width
    }

    /// The address of a tile as it is when there are so many hashes, entries or checkpoints.
    ///
    /// - Parameters:
    ///   - content: What the tile holds; a level from 0 to 63.
    ///   - index: The tile's place among those of its kind and level, from 0.
    ///   - count: How many there are of what it holds; with none left for the tile this gives `nil`.
    init?(_ content: Content, index: UInt64, ofCount count: UInt64) {
        guard index <= count / UInt64(Self.fullWidth) else { return nil }
        let rest = count - index * UInt64(Self.fullWidth)
        self.init(content, index: index, width: Int(min(rest, UInt64(Self.fullWidth))))
    }

    /// Every tile of a log.
    ///
    /// - Parameter size: The number of entries.
    /// - Returns: The entry bundles, then the tiles of each level, each kind in order; none for an
    ///   empty log. The last of a kind may be partial, and none is empty.
    public static func all(ofSize size: UInt64) -> [TilePath] {
        let levels = (0..<8).map { (Content.hashes(level: $0), size >> (8 * UInt64($0))) }
        return ([(.entries, size)] + levels).flatMap { all($0, count: $1) }
    }

    /// The tiles of one kind and level, when there are so many of what they hold.
    static func all(_ content: Content, count: UInt64) -> [TilePath] {
        (0...count / UInt64(fullWidth)).compactMap { TilePath(content, index: $0, ofCount: count) }
    }
}

extension TilePath: LosslessStringConvertible {
    /// Reads an address, and takes no text but the one that ``description`` would give.
    ///
    /// - Parameter description: `tile/<L>/<N>`, `tile/entries/<N>` or `checkpoints/<N>`, and `.p/<W>`
    ///   after it for a partial tile; anything else gives `nil`.
    public init?(_ description: String) {
        var parts = description.split(separator: "/", omittingEmptySubsequences: false)[...]
        let content: Content
        switch parts.popFirst() {
        case "checkpoints": content = .checkpoints
        case "tile":
            guard let kind = parts.popFirst() else { return nil }
            if let level = Int(kind) {
                content = .hashes(level: level)
            } else {
                guard kind == "entries" else { return nil }
                content = .entries
            }
        default: return nil
        }
        var width = Self.fullWidth
        if parts.count > 1, parts[parts.endIndex - 2].hasSuffix(".p") {
            guard let partial = parts.popLast().flatMap({ Int($0) }), partial < Self.fullWidth,
                let stem = parts.popLast()?.dropLast(2)
            else { return nil }
            width = partial
            parts.append(stem)
        }
        var index: UInt64 = 0
        for part in parts {
            guard let group = UInt64(part.drop { $0 == "x" }), group < 1000 else { return nil }
            let (shifted, isTooLarge) = index.multipliedReportingOverflow(by: 1000)
            let (sum, isPastEnd) = shifted.addingReportingOverflow(group)
            guard !isTooLarge, !isPastEnd else { return nil }
            index = sum
        }
        self.init(content, index: index, width: width)
        // Signs, zeros and groups that do not belong are let through above, and end here.
        guard self.description.hasSameBytes(as: description) else { return nil }
    }

    /// The address, without a slash before it.
    public var description: String {
        var groups = [Self.group(index % 1000)]
        var rest = index / 1000
        while rest > 0 {
            groups.append("x" + Self.group(rest % 1000))
            rest /= 1000
        }
        let kind =
            switch content {
            case .hashes(let level): "tile/\(level)/"
            case .entries: "tile/entries/"
            case .checkpoints: "checkpoints/"
            }
        let suffix = isPartial ? ".p/\(width)" : ""
        return kind + groups.reversed().joined(separator: "/") + suffix
    }

    private static func group(_ number: UInt64) -> String {
        String(String(1000 + number).dropFirst())
    }
}
