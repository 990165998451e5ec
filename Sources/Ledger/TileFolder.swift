import Foundation

/// A folder of files that a web server can publish as they are: tiles, and the checkpoint over them.
struct TileFolder {
    /// What an export has at its top beside the checkpoint.
    private static let names = ["tile", "checkpoints", "boxes"]

    private let root: URL

    init(path: String) {
        root = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// The checkpoint of the export that the folder holds; `nil` when it holds none yet.
    func checkpoint(
        origin: String,
        policy: WitnessPolicy
    ) throws(TileExportError) -> Checkpoint? {
        let file = root.appending(path: TileExport.checkpointPath)
        guard let note = try? String(contentsOf: file, encoding: .utf8) else {
            // An export that was cut short leaves tiles without a checkpoint.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
            guard names.allSatisfy({ Self.names.contains($0) || $0.hasPrefix(".") }) else {
                throw .notAnExport
            }
            return nil
        }
        guard let judged = try? policy.judge(note: note),
            judged.checkpoint.origin.hasSameBytes(as: origin)
        else { throw .ofAnotherLog }
        return judged.checkpoint
    }

    /// Files a tile, unless it is there already: what was published once is never written again.
    func put(_ bytes: [UInt8], at path: TilePath) throws(TileExportError) {
        let file = root.appending(path: path.description)
        guard FileManager.default.fileExists(atPath: file.path) else {
            return try write(bytes, to: path.description)
        }
        guard let known = try? Data(contentsOf: file), known == Data(bytes) else {
            throw .differs(path: path)
        }
    }

    /// Removes the partial tiles whose full tile is there.
    ///
    /// Until then they stay: a reader may hold the checkpoint that they belong to.
    func removeOutgrown(_ tiles: [TilePath]) throws(TileExportError) {
        for tile in tiles where !tile.isPartial {
            let path = "\(tile).p"
            let partials = root.appending(path: path).path
            guard FileManager.default.fileExists(atPath: partials) else { continue }
            do {
                try FileManager.default.removeItem(atPath: partials)
            } catch {
                throw .notWritable(path: path)
            }
        }
    }

    /// Writes a whole file beside its place, synchronizes it, and moves it there.
    func write(_ bytes: [UInt8], to path: String) throws(TileExportError) {
        let file = root.appending(path: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: file, options: .atomic)
        } catch {
            throw .notWritable(path: path)
        }
    }
}
