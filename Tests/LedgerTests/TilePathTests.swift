import Ledger
import TestSupport
import Testing

struct TilePathTests {
    @Test(arguments: [
        ("tile/0/000", 0, 0, 256), ("tile/0/999", 0, 999, 256), ("tile/63/001", 63, 1, 256),
        ("tile/0/x001/000", 0, 1000, 256), ("tile/1/x001/x234/067", 1, 1_234_067, 256),
        ("tile/0/000.p/1", 0, 0, 1), ("tile/2/x001/x000/000.p/255", 2, 1_000_000, 255),
        ("tile/0/x018/x446/x744/x073/x709/x551/615", 0, UInt64.max, 256),
    ])
    func `an address is read and written in its one spelling`(
        text: String,
        level: Int,
        index: UInt64,
        width: Int
    ) throws {
        let path = try #require(TilePath(.hashes(level: level), index: index, width: width))
        #expect(path.description == text)
        #expect(TilePath(text) == path)
        let entries = try #require(TilePath(.entries, index: index, width: width))
        let spelling = text.replacing("tile/\(level)/", with: "tile/entries/")
        #expect(entries.description == spelling)
        #expect(TilePath(spelling) == entries)
        #expect(path.isPartial == (width < 256))
    }

    @Test(arguments: [
        "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile//000", "/tile/0/000", "tile/0/000/",
        "tile/0//000", "tiles/0/000", "Tile/0/000", "tile/data/000", "tile/entries",
        "tile/entries/",
        "tile/64/000", "tile/256/000", "tile/00/000", "tile/01/000", "tile/-1/000", "tile/+1/000",
        "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/1000", "tile/0/x001", "tile/0/x000/001",
        "tile/0/001/000", "tile/0/xx01/000", "tile/0/x01/000", "tile/0/x0001/000",
        "tile/0/X001/000",
        "tile/0/+01", "tile/0/-01", "tile/0/00a", "tile/0/ 00", "tile/0/000 ", "tile/0/000\n",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/007",
        "tile/0/000.p/+7", "tile/0/000.p/-7", "tile/0/000.p/1/", "tile/0/000.p/1/2",
        "tile/0/000.p/1.p/1", "tile/0/000.P/1", "tile/0/.p/1", "tile/.p/1", "tile/0/x001.p/000",
        "tile/0/../000", "tile/0/%30%30%30", "tile/0/٠٠٠", "tile/0/000\u{301}", "tile/0/\u{301}000",
        "tile/0/x018/x446/x744/x073/x709/x551/616", "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
    ])
    func `anything else is no address`(text: String) {
        #expect(TilePath(text) == nil)
    }

    @Test(arguments: [(-1, 1), (64, 1), (0, 0), (0, 257), (0, -1)])
    func `a level or a width out of range makes no address`(level: Int, width: Int) {
        #expect(TilePath(.hashes(level: level), index: 0, width: width) == nil)
    }

    @Test(arguments: UInt64(0)..<200)
    func `a random address survives its spelling`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let isEntries = Bool.random(using: &generator)
        let level = Int.random(in: 0...63, using: &generator)
        let path = try #require(
            TilePath(
                isEntries ? .entries : .hashes(level: level),
                index: generator.next() >> UInt64.random(in: 0...63, using: &generator),
                width: Int.random(in: 1...256, using: &generator)
            )
        )
        #expect(TilePath(path.description) == path)
    }

    @Test(arguments: UInt64(0)..<400)
    func `a random text that is an address is the spelling of that address`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pieces = ["tile", "entries", "/", "/", ".p", "x", "0", "00", "000", "7", "42", "é"]
        var parts = ["tile", "/", "0", "/", "x001", "/", "000", ".p", "/", "7"]
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            let place = Int.random(in: 0..<parts.count, using: &generator)
            parts.replaceSubrange(
                place..<place + Int.random(in: 0...1, using: &generator),
                with: [piece]
            )
        }
        let text = parts.joined()
        guard let path = TilePath(text) else { return }
        #expect(Array(path.description.utf8) == Array(text.utf8))
    }

    @Test
    func `a log of seventy thousand entries has the tiles that the specification counts`() {
        let tiles = TilePath.all(ofSize: 70_000)
        func widths(_ content: TilePath.Content) -> [Int] {
            tiles.filter { $0.content == content }.map(\.width)
        }
        let full = Array(repeating: 256, count: 273)
        #expect(widths(.entries) == full + [112])
        #expect(widths(.hashes(level: 0)) == full + [112])
        #expect(widths(.hashes(level: 1)) == [256, 17])
        #expect(widths(.hashes(level: 2)) == [1])
        #expect(widths(.hashes(level: 3)) == [])
        #expect(Set(tiles).count == tiles.count)
        #expect(TilePath.all(ofSize: 0) == [])
        #expect(
            TilePath.all(ofSize: 256).map(\.description)
                == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]
        )
    }
}
