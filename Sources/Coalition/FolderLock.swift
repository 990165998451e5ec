import Foundation

/// Keeps a second program from writing to a folder; the log has one writer.
///
/// The lock (flock, on `checkpoint.key`) goes when the program ends, however it ends.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `FolderProblem.inUse` if another program holds it, `.unreadable` if there is no file.
    init(on file: URL) throws(FolderProblem) {
        let descriptor = unsafe open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(file: file.lastPathComponent) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .inUse
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
