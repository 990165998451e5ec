public import Foundation

/// A folder that keeps evidence of forks, one file each.
///
/// A log that signs many histories is convicted by one of them, so no more than a few are kept of each.
public struct EvidenceFolder: Sendable {
    /// The most files for one log.
    public static let maximumCount = 32

    private let url: URL

    /// Names a folder, which need not exist before there is evidence.
    ///
    /// - Parameter url: Where the folder is.
    public init(url: URL) {
        self.url = url
    }

    /// Writes evidence to a file of its own, so that it is on the disk when this returns.
    ///
    /// The name is made of the hash of the log's origin and both sizes; a file of that name that is
    /// there already is left alone.
    ///
    /// - Parameter evidence: What to keep.
    /// - Returns: The file, or `nil` when there is enough evidence against this log.
    /// - Throws: `CocoaError` when the file cannot be written.
    @discardableResult
    public func save(_ evidence: ForkEvidence) throws -> URL? {
        guard let earlier = try? Checkpoint(parsing: evidence.earlier.text),
            let later = try? Checkpoint(parsing: evidence.later.text)
        else { return nil }
        let manager = FileManager.default
        try manager.createDirectory(at: url, withIntermediateDirectories: true)
        let log = String(Digest32.sha256(Array(earlier.origin.utf8)).description.prefix(16))
        let file = url.appending(path: "fork-\(log)-\(earlier.size)-\(later.size).txt")
        let known = try manager.contentsOfDirectory(atPath: url.path)
        guard !known.contains(file.lastPathComponent) else { return file }
        guard known.count(where: { $0.hasPrefix("fork-\(log)-") }) < Self.maximumCount else {
            return nil
        }
        let whole = url.appending(path: ".\(file.lastPathComponent).part")
        try Data(evidence.text.utf8).write(to: whole)
        try Self.synchronize(whole)
        try manager.moveItem(at: whole, to: file)
        try Self.synchronize(url)
        return file
    }

    private static func synchronize(_ url: URL) throws {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
