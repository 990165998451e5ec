/// Why a file of a private comparison cannot be read.
public enum PrivateFileUnreadable: Error, Hashable, Sendable {
    /// It is no file of a private comparison, or it passed through something that changed it as text.
    case notOurs
    /// It was made by a newer program.
    case newerVersion
    /// It is a file of this kind, and one of another kind is needed.
    case otherKind(PrivateFile.Kind)
    /// Its end is missing.
    case cutShort
    /// Its bytes are not those that were written.
    case damaged
    /// It is sealed to another key, or was changed after it was sealed.
    case notForThisKey
}
