/// What all passes read: the table, and its names' tokens in the forms that keys share.
struct BlockingSources: Sendable {
    let table: RecordTable
    private let sounds: TokenNumbers?
    private let prefixes: TokenNumbers?

    /// Prepares only what the passes need.
    init(_ table: RecordTable, for passes: [BlockingPass]) {
        self.table = table
        let keys = passes.flatMap(\.levels).filter { $0.tokens > 0 }
        sounds =
            keys.contains { $0.form == .sound } ? TokenNumbers(.sound, of: table.names) : nil
        prefixes =
            keys.contains { $0.form == .prefix } ? TokenNumbers(.prefix, of: table.names) : nil
    }

    func tokens(_ form: BlockingKey.TokenForm) -> TokenNumbers? {
        switch form {
        case .sound: sounds
        case .prefix: prefixes
        }
    }
}
