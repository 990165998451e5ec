import GRDB

extension StoreError {
    /// Does what asks SQLite, and gives the errors that somebody can act on a name.
    static func explaining<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw StoreError(error) ?? error
        }
    }

    /// What an error of SQLite says of the disk; `nil` when it says nothing of it.
    private init?(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .failing
        default: return nil
        }
    }
}
