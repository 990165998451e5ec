import Foundation
import Ledger
import TestSupport
import Testing

/// Vectors whose exports another implementation accepted, and a log that it wrote itself.
@Suite(SharedVectors.isPresent)
struct TileVectorTests {
    private struct Vectors: Decodable {
        struct Log: Decodable {
            let size: UInt64
            let checkpoint: String
            let tile_count: [String: Int]
            let all_tiles_digest: Digest32
            let tiles_sha256: [String: Digest32]
        }
        /// An address, its level, its index, and its width or 0 when it is full.
        struct Path: Decodable {
            let text: String
            let level: Int
            let index: UInt64
            let width: Int

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                text = try list.decode(String.self)
                level = try list.decode(Int.self)
                index = try list.decode(UInt64.self)
                width = try list.decode(Int.self)
            }
        }
        let signer_seed_hex: String
        let vkey: String
        let logs: [String: Log]
        let paths: [Path]
    }

    private static func vectors() throws -> Vectors {
        try SharedVectors.read(Vectors.self, from: "tiles/tlog-tiles.json")
    }

    @Test(arguments: ["0", "1", "255", "256", "257", "511", "512", "65536", "70000"])
    func `every tile and the checkpoint of a log are those of the vectors`(name: String) throws {
        let vectors = try Self.vectors()
        let vector = try #require(vectors.logs[name])
        let entries = (0..<vector.size).map { Array("entry \($0)".utf8) }
        var nodes = MerkleNodes()
        for entry in entries { nodes.append(MerkleTree.leafHash(entry)) }
        var published = PublishedLog(files: ["checkpoint": Array(vector.checkpoint.utf8)])
        var counts: [String: Int] = [:]
        for path in TilePath.all(ofSize: vector.size) {
            let start = Int(path.index) * 256
            let bytes =
                switch path.content {
                case .hashes: try #require(nodes.tile(at: path)).encoded
                case .entries, .checkpoints:
                    try EntryBundle(entries: Array(entries[start..<start + path.width])).encoded
                }
            published.files[path.description] = bytes
            counts[String(path.description.split(separator: "/")[1]), default: 0] += 1
        }
        #expect(counts == vector.tile_count)
        let tiles = published.files.filter { $0.key != "checkpoint" }.mapValues(Digest32.sha256)
        for (path, digest) in vector.tiles_sha256 {
            #expect(tiles[path] == digest, "\(path)")
        }
        let lines = tiles.map { "\($0.key) \($0.value)\n" }.sorted().joined()
        #expect(Digest32.sha256(Array(lines.utf8)) == vector.all_tiles_digest)

        let verifier = try NoteVerifier(parsing: vectors.vkey)
        let checkpoint = try published.checkpoint(origin: verifier.name, verifier: verifier)
        #expect(try published.rootFromTiles(size: Int(vector.size)) == checkpoint.root)
        #expect(try published.entries(size: Int(vector.size)) == entries)
        let seed = try #require([UInt8](hex: vectors.signer_seed_hex))
        let signer = try NoteSigner(name: verifier.name, key: SigningKey(seed: seed))
        #expect(try SignedCheckpoint(signing: checkpoint, by: signer).note == vector.checkpoint)
    }

    @Test
    func `the addresses of the vectors are read and written`() throws {
        let paths = try Self.vectors().paths
        #expect(paths.count == 5)
        for vector in paths {
            let width = vector.width == 0 ? 256 : vector.width
            let path = TilePath(.hashes(level: vector.level), index: vector.index, width: width)
            #expect(TilePath(vector.text) == path)
            #expect(path?.description == vector.text)
        }
    }

    @Test(arguments: 1...15)
    func `the tiles of another implementation are read`(size: Int) throws {
        let folder = try SharedVectors.url("tiles/tessera-testdata-log")
        func bytes(_ path: String) throws -> [UInt8] {
            try [UInt8](Data(contentsOf: folder.appending(path: path)))
        }
        let note = try SignedNote(parsing: bytes("checkpoint.\(size)"))
        let checkpoint = try Checkpoint(parsing: note.text)
        #expect(checkpoint.size == UInt64(size))
        let paths = TilePath.all(ofSize: checkpoint.size)
        #expect(paths.count == 2)
        let tile = try HashTile(decoding: bytes("\(paths[1])"), width: size)
        #expect(tile.root == checkpoint.root)
        let bundle = try EntryBundle(decoding: bytes("\(paths[0])"), width: size)
        #expect(bundle.entries.map(MerkleTree.leafHash) == tile.hashes)
    }
}
