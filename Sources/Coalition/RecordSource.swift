import Foundation
package import Ledger
import Vault

/// Where a record is read for its verification.
package struct RecordSource: Sendable {
    /// How much of a record there is to be read.
    package enum Scope: String, Sendable {
        /// The log, and every box of the vault, which most can hold against its entry but not open.
        case everything
        /// The log, and the boxes that are open to everybody: who joined, and who signs for whom.
        case openBoxes
        /// The log alone, as strangers get it.
        case logOnly
    }

    let reader: any LogReader
    let scope: Scope
    let boxes: @Sendable () throws -> [ShelfItem]

    /// A node's store, with the vault.
    package static func store(_ store: any LogStore) -> RecordSource {
        RecordSource(reader: StoreReader(store), scope: .everything) {
            try store.shelfItems(space: VaultShelf.boxes, prefix: [])
        }
    }

    /// A folder that `RecordExport` wrote, or what of it was published: the log without the boxes.
    package static func archive(_ path: String) -> RecordSource {
        let folder = FolderReader(path: path)
        let boxes = URL(filePath: path).appending(path: ArchivedBoxes.folder).path
        guard FileManager.default.fileExists(atPath: boxes) else { return published(folder) }
        return RecordSource(reader: folder, scope: .openBoxes) {
            try ArchivedBoxes.read(from: folder)
        }
    }

    /// What a node serves to everybody.
    package static func published(_ reader: any LogReader) -> RecordSource {
        RecordSource(reader: reader, scope: .logOnly) { [] }
    }
}
