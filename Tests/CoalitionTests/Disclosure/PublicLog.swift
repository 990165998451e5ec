import Casework
import Foundation
import Ledger
import Vault

/// All that a stranger, or an auditor with the archive, gets to read of a log.
struct PublicLog {
    /// Every published file, by its path: entry bundles, hash tiles, checkpoints.
    var files: [(path: String, bytes: [UInt8])]
    let entries: [Entry]
    let checkpoints: [String]

    /// Exports the log as anybody is given it, and reads the export back.
    init(_ store: any LogStore, _ verifier: NoteVerifier) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let export = try TileExport(
            store: store,
            origin: verifier.name,
            policy: WitnessPolicy(log: verifier)
        )
        try export.write(to: folder.path)
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        files = try (paths ?? []).compactMap { path in
            let url = folder.appending(path: path)
            let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
            return isFolder == true ? nil : (path, Array(try Data(contentsOf: url)))
        }
        let size = try store.size()
        let stored = try store.entries(in: 0..<size)
        entries = try stored.map { try Entry(decoding: $0.bytes) }
        checkpoints = try store.checkpoints(in: 0..<UInt64.max).map(\.note)
        files.append(("checkpoints", Array(checkpoints.joined().utf8)))
        // The archive has the open boxes too: who joined, and who signs for whom.
        let open = try store.shelfItems(space: VaultShelf.boxes, prefix: Box.clearCompartment)
        for (number, item) in open.enumerated() {
            files.append(("open/\(number)", item.value))
        }
    }

    /// What a sealed log says of nobody, found in time that does not depend on how much is looked for.
    var haystack: Haystack { Haystack(files) }
}

/// Bytes in which many things are looked for: by the first eight of them, and then in full.
struct Haystack {
    private let files: [(path: String, bytes: [UInt8])]
    private let windows: Set<UInt64>

    init(_ files: [(path: String, bytes: [UInt8])]) {
        self.files = files
        var windows: Set<UInt64> = []
        windows.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count })
        for file in files {
            var window: UInt64 = 0
            for (index, byte) in file.bytes.enumerated() {
                window = window << 8 | UInt64(byte)
                if index >= 7 { windows.insert(window) }
            }
        }
        self.windows = windows
    }

    var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }

    /// Where some bytes stand, eight of them at least; `nil` if they stand nowhere.
    func place(of needle: [UInt8]) -> String? {
        guard needle.count >= 8, holds(startOf: needle) else { return nil }
        let data = Data(needle)
        return files.first { Data($0.bytes).range(of: data) != nil }?.path
    }

    /// Whether the first eight bytes of a digest stand anywhere, at any offset; chance makes that
    /// happen once in 10¹³ tries.
    func holds(startOf digest: [UInt8]) -> Bool {
        windows.contains(digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
