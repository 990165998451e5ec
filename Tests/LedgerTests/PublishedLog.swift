import Foundation
import Ledger
import Testing

/// A log as a stranger meets it: files under their addresses, and the public key, nothing else.
///
/// It is written against C2SP tlog-tiles and shares no code with what writes the files, but for the
/// hashes of RFC 6962 and the signed note, which have vectors of their own.
struct PublishedLog {
    var files: [String: [UInt8]]

    init(files: [String: [UInt8]]) {
        self.files = files
    }

    init(folder: URL) throws {
        files = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            var isFolder: ObjCBool = false
            #expect(
                unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            )
            if !isFolder.boolValue { files[path] = try [UInt8](Data(contentsOf: file)) }
        }
    }

    func checkpoint(origin: String, verifier: NoteVerifier) throws -> Checkpoint {
        let note = String(decoding: try #require(files["checkpoint"]), as: UTF8.self)
        return try SignedCheckpoint(verifying: note, origin: origin, verifier: verifier).checkpoint
    }

    /// The tile at a place of a tree of some size, full or partial as the size demands.
    private func tile(_ kind: String, _ index: Int, of count: Int) throws -> [UInt8] {
        var digits = String(index)
        while digits.count % 3 != 0 { digits = "0" + digits }
        var path = "tile/" + kind
        while !digits.isEmpty {
            path += (digits.count > 3 ? "/x" : "/") + digits.prefix(3)
            digits = String(digits.dropFirst(3))
        }
        let width = min(count - index * 256, 256)
        if width < 256 { path += ".p/\(width)" }
        return try #require(files[path], "\(path) is missing")
    }

    /// Every entry, from the bundles.
    func entries(size: Int) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        for index in 0..<(size + 255) / 256 {
            var rest = try tile("entries", index, of: size)[...]
            while rest.count >= 2 {
                let count = 256 * Int(rest.removeFirst()) + Int(rest.removeFirst())
                try #require(rest.count >= count)
                entries.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(rest.isEmpty)
        }
        return entries
    }

    /// The root, from the hashes of the highest tiles that have them.
    func rootFromTiles(size: Int) throws -> Digest32 {
        size == 0 ? MerkleTree.emptyRoot : try root(of: 0..<size, size: size)
    }

    private func root(of range: Range<Int>, size: Int) throws -> Digest32 {
        var level = 0
        var span = 1
        while span * 256 <= range.count { (level, span) = (level + 1, span * 256) }
        if range.count == span {
            let place = range.lowerBound / span
            let bytes = try tile("\(level)", place / 256, of: size / span)
            let start = place % 256 * 32
            return try #require(Digest32(bytes: bytes[start..<start + 32]))
        }
        var half = 1
        while half * 2 < range.count { half *= 2 }
        let middle = range.lowerBound + half
        return try MerkleTree.nodeHash(
            root(of: range.lowerBound..<middle, size: size),
            root(of: middle..<range.upperBound, size: size)
        )
    }
}
