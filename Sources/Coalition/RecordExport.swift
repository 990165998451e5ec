import Foundation
package import Ledger
import Vault

/// Writes a record as an archive: the published log in tiles, its checkpoints, and the open boxes.
///
/// Whoever has the coalition's policy can check an archive with nothing else. The open boxes say which
/// agencies joined and which key signs for which of them, so an archive is for auditors; strangers get
/// the log alone, from the addresses that a node serves.
package struct RecordExport {
    private let store: any LogStore
    private let log: TileExport

    package init(
        store: any LogStore,
        origin: String,
        policy: WitnessPolicy,
        known: [Checkpoint] = []
    ) {
        self.store = store
        log = TileExport(store: store, origin: origin, policy: policy, known: known)
    }

    /// Checks the log, and writes the archive when it is sound and continues what the folder holds.
    ///
    /// - Returns: the checkpoint that the archive now has.
    /// - Throws: as `TileExport.write(to:)`.
    package func write(to folder: String) throws -> CosignedCheckpoint {
        let checkpoint = try log.write(to: folder)
        let open = try store.shelfItems(space: VaultShelf.boxes, prefix: Box.clearCompartment)
        try ArchivedBoxes.write(open, below: checkpoint.checkpoint.size, to: folder)
        return checkpoint
    }
}

/// The open boxes of an archive: one file each, named for the entry and the place in it.
enum ArchivedBoxes {
    static let folder = "boxes"
    /// More than the largest box has.
    private static let limit = 17 << 20

    /// Writes the boxes of entries below a size.
    static func write(_ items: [ShelfItem], below size: UInt64, to path: String) throws {
        let folder = URL(filePath: path).appending(path: folder)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for item in items {
                guard let place = VaultShelf.boxPlace(key: item.key), place.position < size else {
                    continue
                }
                let file = folder.appending(path: "\(place.position)-\(place.ordinal)")
                guard !FileManager.default.fileExists(atPath: file.path) else { continue }
                try Data(item.value).write(to: file, options: .atomic)
            }
        } catch is CocoaError {
            throw TileExportError.notWritable(path: Self.folder)
        }
    }

    /// The boxes of an archive as rows of the shelf; a file with another name is a row that is none.
    static func read(from archive: FolderReader) throws -> [ShelfItem] {
        try archive.names(in: folder).compactMap { name in
            let value = try archive.file("\(folder)/\(name)", limit) ?? []
            let parts = name.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let position = UInt64(parts[0]), let ordinal = UInt8(parts[1])
            else { return ShelfItem(key: [], value: value) }
            let key = VaultShelf.boxKey(
                compartment: Box.clearCompartment,
                position: position,
                ordinal: ordinal
            )
            return ShelfItem(key: key, value: value)
        }
    }
}
