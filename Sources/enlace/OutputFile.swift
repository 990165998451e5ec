import Foundation

/// A file that is there whole, or not at all: written beside its place and then moved there.
struct OutputFile {
    let path: String
    /// Whether nobody but its owner may read it.
    var isSecret = false

    /// Writes all bytes.
    ///
    /// - Throws: A `Problem` that names the file; nothing is left behind then.
    func write(_ bytes: some Sequence<UInt8>) throws {
        try stream { try $0(Array(bytes)) }
    }

    /// Writes piece by piece, so that the whole need not be in memory.
    ///
    /// - Parameter produce: Is given the function that writes a piece.
    /// - Throws: A `Problem` that names the file, or what `produce` throws; nothing is left behind then.
    func stream(_ produce: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        let aside = path + ".\(UInt32.random(in: .min ... .max)).part"
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: isSecret ? 0o600 : 0o644]
        guard
            FileManager.default.createFile(
                atPath: aside,
                contents: nil,
                attributes: attributes
            ), let handle = FileHandle(forWritingAtPath: aside)
        else { throw unwritable }
        do {
            try produce { piece in
                do { try handle.write(contentsOf: piece) } catch { throw unwritable }
            }
            do {
                try handle.synchronize()
                try handle.close()
            } catch { throw unwritable }
            guard unsafe rename(aside, path) == 0 else { throw unwritable }
        } catch {
            try? FileManager.default.removeItem(atPath: aside)
            throw error
        }
    }

    private var unwritable: Problem {
        Problem(
            "\(path) cannot be written whole. Check the path, who owns it, and that the disk has room.",
            "No se puede escribir \(path) completo. Revise la ruta, de quién es y que haya espacio "
                + "en el disco."
        )
    }
}
