/// Adds up what memory is taken, and says when it is more than allowed.
struct MemoryCount {
    let limit: Int?
    private(set) var bytes = 0

    init(limit: Int?) {
        self.limit = limit
    }

    /// Counts memory that is about to be taken.
    ///
    /// - Throws: ``LinkingFailure/outOfMemory(needed:limit:)`` when it would be too much.
    mutating func add(_ more: Int) throws(LinkingFailure) {
        bytes += more
        if let limit, bytes > limit { throw .outOfMemory(needed: bytes, limit: limit) }
    }
}
