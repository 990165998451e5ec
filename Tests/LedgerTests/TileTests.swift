import Ledger
import TestSupport
import Testing

struct TileTests {
    private static func entries(seed: UInt64) -> [[UInt8]] {
        var generator = SplitMix64(seed: seed)
        return (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            let count = Int.random(in: 0...300, using: &generator)
            return [UInt8].random(count: count, using: &generator)
        }
    }

    @Test
    func `a bundle writes each entry after its length`() throws {
        let bundle = try EntryBundle(entries: [[], [7], Array(repeating: 1, count: 258)])
        let expected: [UInt8] = [0, 0, 0, 1, 7, 1, 2] + Array(repeating: 1, count: 258)
        #expect(bundle.encoded == expected)
    }

    @Test
    func `a bundle holds up to 256 entries of up to 65535 bytes`() throws {
        let long = [UInt8](repeating: 9, count: 65_535)
        let bundle = try EntryBundle(entries: [long, []])
        #expect(try EntryBundle(decoding: bundle.encoded, width: 2) == bundle)
        #expect(throws: TileMalformed.outOfBounds) { try EntryBundle(entries: [long + [9]]) }
        #expect(throws: TileMalformed.outOfBounds) { try EntryBundle(entries: []) }
        let full = Array(repeating: [UInt8(1)], count: 256)
        #expect(try EntryBundle(entries: full).entries == full)
        #expect(throws: TileMalformed.outOfBounds) { try EntryBundle(entries: full + [[1]]) }
    }

    @Test(arguments: UInt64(0)..<40)
    func `a bundle survives its encoding, and no part of it is a bundle`(seed: UInt64) throws {
        let bundle = try EntryBundle(entries: Self.entries(seed: seed))
        let bytes = bundle.encoded
        let width = bundle.entries.count
        #expect(try EntryBundle(decoding: bytes, width: width) == bundle)
        for count in 0..<bytes.count {
            #expect(throws: TileMalformed.truncated) {
                try EntryBundle(decoding: Array(bytes.prefix(count)), width: width)
            }
        }
        #expect(throws: TileMalformed.trailingBytes) {
            try EntryBundle(decoding: bytes + [0], width: width)
        }
        #expect(throws: TileMalformed.truncated) {
            try EntryBundle(decoding: bytes, width: width + 1)
        }
        for wrong in [-1, 0, 257] {
            #expect(throws: TileMalformed.outOfBounds) {
                try EntryBundle(decoding: bytes, width: wrong)
            }
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func `changed bytes that are a bundle are its encoding`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let entries = Self.entries(seed: seed)
        var bytes = try EntryBundle(entries: entries).encoded
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = generator.next()
        }
        let width = Int.random(in: 1...entries.count, using: &generator)
        guard let bundle = try? EntryBundle(decoding: bytes, width: width) else { return }
        #expect(bundle.entries.count == width)
        #expect(bundle.encoded == bytes)
    }

    @Test(arguments: [1, 2, 255, 256])
    func `a tile is its hashes and nothing else`(width: Int) throws {
        var nodes = MerkleNodes()
        let leaves = (0..<300).map { MerkleTree.leafHash(Array("entry \($0)".utf8)) }
        for leaf in leaves { nodes.append(leaf) }
        let path = try #require(TilePath(.hashes(level: 0), index: 0, width: width))
        let tile = try #require(nodes.tile(at: path))
        #expect(tile.hashes == Array(leaves[..<width]))
        #expect(tile.root == MerkleTree.root(ofLeafHashes: leaves[..<width]))
        let bytes = tile.encoded
        #expect(bytes == leaves[..<width].flatMap(\.bytes))
        #expect(try HashTile(decoding: bytes, width: width) == tile)
        #expect(throws: TileMalformed.truncated) {
            try HashTile(decoding: bytes.dropLast(), width: width)
        }
        #expect(throws: TileMalformed.trailingBytes) {
            try HashTile(decoding: bytes + [0], width: width)
        }
        for wrong in [-1, 0, 257] {
            #expect(throws: TileMalformed.outOfBounds) {
                try HashTile(decoding: bytes, width: wrong)
            }
        }
    }

    @Test(arguments: [0, 1, 44, 255, 256, 300, 512, 600])
    func `a tree has just the tiles that it has grown to`(size: Int) throws {
        var nodes = MerkleNodes()
        for number in 0..<size { nodes.append(MerkleTree.leafHash(Array("\(number)".utf8))) }
        for (level, count) in [(0, size), (1, size / 256), (2, 0), (8, 0), (63, 0)] {
            for index in [0, 1, 2, 3, UInt64.max / 256, .max] {
                for width in 1...256 {
                    let path = try #require(
                        TilePath(.hashes(level: level), index: index, width: width)
                    )
                    let isThere = index < 4 && Int(index) * 256 + width <= count
                    #expect((nodes.tile(at: path) != nil) == isThere, "\(path)")
                }
            }
        }
        #expect(nodes.tile(at: try #require(TilePath(.entries, index: 0, width: 1))) == nil)
    }
}
