import Crypto

/// Makes the keys by which records of lists too long to be compared each with each are brought together.
///
/// A key is a code, under a second key of the run, of something that two records of one person nearly
/// always share: how two parts of the name sound; how one sounds, with the year of birth or the next; the
/// date in either order; the telephone; the document. Equal keys say that records share such a thing, and
/// how frequent it is, which filters alone say less plainly: lists that can be compared without go without.
struct BlockingKeys {
    /// How many keys each record has; random ones fill up, so that their number says nothing.
    static let perRecord = 24
    /// How many parts of a name make keys: of five come ten pairs, and ten with a year.
    private static let mostNames = 5

    private let table: RecordTable
    private let keyed: HMAC<SHA256>

    init(_ table: RecordTable, key: RunKey) {
        self.table = table
        keyed = HMAC(key: key.derived(for: "blocking"))
    }

    /// The keys of a record, ``perRecord`` of them in random order.
    func keys(of row: Int, using random: inout some RandomNumberGenerator) -> [UInt64] {
        var tokens: Set<[UInt8]> = []
        let vocabulary = table.names.vocabulary
        let sounds = Set(table.names[row].map { vocabulary.sound(of: $0.id) })
            .sorted { String(decoding: $0, as: UTF8.self) < String(decoding: $1, as: UTF8.self) }
            .prefix(Self.mostNames)
        for (place, first) in sounds.enumerated() {
            for second in sounds.dropFirst(place + 1) { tokens.insert([1] + first + [0] + second) }
        }
        for column in table.columns {
            switch column.values {
            case .dates(let dates) where column.field.kind == .dateOfBirth:
                let date = dates[row]
                let (year, day, month) = (Int(date.year), Int(date.day), Int(date.month))
                guard year > 0 else { continue }
                for near in [year, year + 1] {
                    for sound in sounds { tokens.insert([2] + sound + [0] + Array("\(near)".utf8)) }
                }
                if day > 0, !(day == 1 && month == 1) {
                    let parts = "\(min(day, month))-\(max(day, month))-\(year)"
                    tokens.insert([3] + Array(parts.utf8))
                }
            case .codes(let codes) where [.phone, .document].contains(column.field.kind):
                guard codes.values[row] != 0 else { continue }
                let letters = codes.dictionary[Int(codes.values[row])]
                tokens.insert([column.field.kind == .phone ? 4 : 5] + letters)
            default: break
            }
        }
        var keys = tokens.prefix(Self.perRecord).map(code)
        while keys.count < Self.perRecord { keys.append(random.next()) }
        return keys.shuffled(using: &random)
    }

    private func code(_ token: [UInt8]) -> UInt64 {
        var code = keyed
        code.update(data: token)
        return code.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
