/// What a card holds: codes field by field, all of fixed length, 0 for what is not known.
struct CardCodes: Hashable, Sendable {
    /// One part of a name.
    struct NamePart: Hashable, Sendable {
        var role: NameRole
        var whole: UInt16
        var sound: UInt16
        /// The name that a nickname stands for.
        var nickname: UInt16
        /// The pairs of letters.
        var letters: UInt64
    }

    /// A number that is compared as a whole and by its pairs of digits.
    struct Number: Hashable, Sendable {
        var whole: UInt32 = 0
        var letters: UInt64 = 0
    }

    var names: [NamePart] = []
    var date: UInt32 = 0
    /// The year, the one before and the one after.
    var years: [UInt16] = [0, 0, 0]
    /// Day and month in either order.
    var dayMonth: UInt16 = 0
    /// Day and month, each either for the other.
    var dayOrMonth: [UInt16] = [0, 0]
    var sex: UInt16 = 0
    var nationality: UInt16 = 0
    var document = Number()
    var phone = Number()

    /// The most parts of a name that a card keeps.
    static let mostNames = 8
    private static let version: UInt8 = 1

    init() {}

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.version)
        writer.write(UInt8(names.count))
        for name in names {
            writer.write(UInt8(name.role.rawValue))
            for code in [name.whole, name.sound, name.nickname] { writer.write(code) }
            writer.write(name.letters)
        }
        writer.write(date)
        for code in years + [dayMonth] + dayOrMonth + [sex, nationality] { writer.write(code) }
        for number in [document, phone] {
            writer.write(number.whole)
            writer.write(number.letters)
        }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(PrivateFileUnreadable) {
        var reader = ByteReader(bytes[...])
        let version = try reader.number(UInt8.self)
        guard version == Self.version else {
            throw version > Self.version ? .newerVersion : .damaged
        }
        let count = Int(try reader.number(UInt8.self))
        guard count <= Self.mostNames else { throw .damaged }
        for _ in 0..<count {
            guard let role = NameRole(rawValue: UInt32(try reader.number(UInt8.self))) else {
                throw .damaged
            }
            names.append(
                NamePart(
                    role: role,
                    whole: try reader.number(),
                    sound: try reader.number(),
                    nickname: try reader.number(),
                    letters: try reader.number()
                )
            )
        }
        date = try reader.number()
        for place in years.indices { years[place] = try reader.number() }
        dayMonth = try reader.number()
        for place in dayOrMonth.indices { dayOrMonth[place] = try reader.number() }
        sex = try reader.number()
        nationality = try reader.number()
        document = Number(whole: try reader.number(), letters: try reader.number())
        phone = Number(whole: try reader.number(), letters: try reader.number())
        try reader.end()
    }
}
