/// Where records are read from: a table with a header, as text.
public enum RecordSource: Hashable, Sendable {
    /// A file.
    case file(path: String)
    /// The standard input of the process.
    case standardInput
    /// Bytes in memory, under a name that messages use.
    case bytes([UInt8], name: String)

    /// What messages call it.
    public var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        case .bytes(_, let name): name
        }
    }
}
