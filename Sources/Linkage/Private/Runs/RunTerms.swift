import Crypto

/// What is asked of the one who compares, and so all that the answer says.
public enum RunQuestion: UInt8, Sendable, CaseIterable {
    /// How many persons are on just which of the lists.
    case count = 1
    /// Whether one person who is asked about is on the other list.
    case yesOrNo = 2
    /// Which row of one list is which row of the other, for agencies that agreed to link.
    case pairs = 3
}

/// What the agencies of one run agreed to, before anybody encoded anything.
///
/// The encoding key of a run depends on every word of its terms: who changes a term can read or compare
/// nothing that was encoded under the others.
public struct RunTerms: Hashable, Sendable {
    /// 16 random bytes.
    public let id: [UInt8]
    /// What people call the run.
    public let name: String
    /// Why the lists are compared, in a sentence that each agency can show.
    public let purpose: String
    /// What is asked.
    public let question: RunQuestion
    /// From when on nothing of this run is encoded or compared any more, in seconds since 1970.
    public let expiry: Int64
    /// The agencies that take part, 2 to ``mostAgencies``, all different, in the order of the answer.
    public let agencies: [String]
    /// The fewest records that a list must have, 1 or more, so that no list of one is a question in disguise.
    ///
    /// The list with the one person of a yes-or-no question is not held to it.
    public let smallestList: Int

    /// The most agencies of one run.
    public static let mostAgencies = 6
    /// The most bytes of a name or purpose.
    static let mostBytes = 1_000

    /// Why these are no terms.
    public enum Refusal: Error, Hashable, Sendable {
        /// Fewer than two agencies or more than ``RunTerms/mostAgencies``; for a question other than
        /// *how many*, there are two.
        case agencies(Int)
        /// Two agencies have the same name, or one has none.
        case agencyName
        /// The name or purpose is empty or longer than a thousand bytes.
        case words
        /// A list must have at least one record.
        case smallestList
        /// The number of the run is not 16 bytes.
        case id
    }

    /// Takes the terms of a run.
    ///
    /// - Parameters:
    ///   - id: 16 random bytes; those of a new run are drawn when they are left out.
    ///   - name: What people call the run.
    ///   - purpose: Why the lists are compared.
    ///   - question: What is asked.
    ///   - expiry: Seconds since 1970.
    ///   - agencies: The names of the agencies.
    ///   - smallestList: The fewest records of a list.
    /// - Throws: ``Refusal`` with the first thing that is wrong.
    public init(
        id: [UInt8]? = nil,
        name: String,
        purpose: String,
        question: RunQuestion,
        expiry: Int64,
        agencies: [String],
        smallestList: Int = 20
    ) throws(Refusal) {
        let id = id ?? SymmetricKey(size: .bits128).bytes
        guard id.count == 16 else { throw .id }
        let most = question == .count ? Self.mostAgencies : 2
        guard (2...most).contains(agencies.count) else { throw .agencies(agencies.count) }
        guard Set(agencies).count == agencies.count,
            agencies.allSatisfy({ (1...Self.mostBytes).contains($0.utf8.count) })
        else { throw .agencyName }
        guard [name, purpose].allSatisfy({ (1...Self.mostBytes).contains($0.utf8.count) }) else {
            throw .words
        }
        guard (1...Int(UInt32.max)).contains(smallestList) else { throw .smallestList }
        self.id = id
        self.name = name
        self.purpose = purpose
        self.question = question
        self.expiry = expiry
        self.agencies = agencies
        self.smallestList = smallestList
    }

    /// The run's number in hexadecimal digits.
    public var idText: String { hexadecimal(id) }

    /// SHA-256 of the terms, which the keys of the run depend on.
    var digest: [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return Array(SHA256.hash(data: writer.bytes))
    }

    func write(to writer: inout ByteWriter) {
        writer.write(exactly: id)
        writer.write(name)
        writer.write(purpose)
        writer.write(question.rawValue)
        writer.write(expiry)
        writer.write(UInt8(agencies.count))
        for agency in agencies { writer.write(agency) }
        writer.write(UInt32(smallestList))
    }

    init(from reader: inout ByteReader) throws(PrivateFileUnreadable) {
        let id = Array(try reader.exactly(16))
        let name = try reader.text(atMost: Self.mostBytes)
        let purpose = try reader.text(atMost: Self.mostBytes)
        guard let question = RunQuestion(rawValue: try reader.number()) else { throw .damaged }
        let expiry = try reader.signed()
        var agencies: [String] = []
        for _ in 0..<(try reader.number(UInt8.self)) {
            agencies.append(try reader.text(atMost: Self.mostBytes))
        }
        let smallestList = Int(try reader.number(UInt32.self))
        do {
            try self.init(
                id: id,
                name: name,
                purpose: purpose,
                question: question,
                expiry: expiry,
                agencies: agencies,
                smallestList: smallestList
            )
        } catch {
            throw .damaged
        }
    }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
