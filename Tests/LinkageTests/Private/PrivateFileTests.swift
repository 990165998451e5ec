@testable import Linkage
import TestSupport
import Testing

/// Good files of every kind.
private func files() throws -> [[UInt8]] {
    let terms = try PrivateFixture.terms()
    let key = try PrivateFixture.key(terms)
    let agreement = try RunAgreement(terms: terms, agency: 1)
    let list = PrivateFixture.encoded(PrivateFixture.values(0..<3), agency: 0, key: key)
    return [
        agreement.offer.file, key.file, list.file, try SealingKey().publicKey.seal(key.file),
        agreement.file,
    ]
}

/// Reads a file as whatever it says it is, and writes it again.
private func readAgain(_ file: [UInt8]) throws -> [UInt8] {
    switch PrivateFile.kind(of: file) {
    case nil: throw PrivateFileUnreadable.notOurs
    case .offer: try RunOffer(reading: file).file
    case .runKey: try RunKey(reading: file).file
    case .encodedRecords: try EncodedRecords(reading: file).file
    case .agreement: try RunAgreement(reading: file).file
    case .sealed: try SealingKey().open(file)
    }
}

@Test func `what is read back is what was written`() throws {
    for file in try files() where PrivateFile.kind(of: file) != .sealed {
        #expect(try readAgain(file) == file)
    }
}

@Test func `a file that ends anywhere before its end is refused`() throws {
    for file in try files() {
        for length in 0..<file.count {
            #expect(throws: (any Error).self) { try readAgain(Array(file[..<length])) }
        }
        #expect(throws: PrivateFileUnreadable.damaged) { try readAgain(file + [0]) }
    }
}

@Test func `any one bit that turns is noticed`() throws {
    for file in try files() {
        for place in stride(from: 0, to: file.count, by: 7) {
            var spoilt = file
            spoilt[place] ^= 1 << UInt8(place % 8)
            #expect(throws: (any Error).self) { try readAgain(spoilt) }
        }
    }
}

@Test(arguments: [UInt64(1), 2, 3])
func `a body that was changed with its checksum is read or refused, never more`(seed: UInt64) throws
{
    var random = SplitMix64(seed: seed)
    for file in try files() {
        let kind = try #require(PrivateFile.kind(of: file))
        let body = Array(try PrivateFile.unwrap(file, as: kind))
        for _ in 0..<300 {
            var spoilt = body
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<spoilt.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: spoilt[place] = .random(in: 0...255, using: &random)
                case 1: spoilt.removeSubrange(place...)
                default: spoilt.insert(.random(in: 0...255, using: &random), at: place)
                }
                if spoilt.isEmpty { spoilt = [0] }
            }
            let wrapped = PrivateFile.wrap(spoilt, as: kind)
            if let again = try? readAgain(wrapped) { #expect(again == wrapped) }
        }
    }
}

@Test func `a file says what it is, and another kind is named`() throws {
    let kinds = try files().map { PrivateFile.kind(of: $0) }
    #expect(kinds == [.offer, .runKey, .encodedRecords, .sealed, .agreement])
    #expect(PrivateFile.kind(of: Array("id,name\n".utf8)) == nil)
    #expect(throws: PrivateFileUnreadable.otherKind(.offer)) {
        try RunKey(reading: try files()[0])
    }
    #expect(throws: PrivateFileUnreadable.notOurs) { try RunKey(reading: Array("a,b".utf8)) }
    for kind in PrivateFile.Kind.allCases {
        let problem = PrivateFileUnreadable.otherKind(kind)
        #expect(problem.text(in: .spanish).contains(kind.text(in: .spanish)))
        #expect(problem.text(in: .spanish) != problem.text(in: .english))
    }
}

@Test(arguments: [UInt64(4)])
func `rows are sent in another order, and only the map at home knows which`(seed: UInt64) throws {
    let key = try PrivateFixture.key(try PrivateFixture.terms())
    let table = PrivateFixture.table(PrivateFixture.values(0..<50))
    var random = SplitMix64(seed: seed)
    let encoder = RecordEncoder(key: key)
    let (file, map) = encoder.file(of: table, agency: 0, using: &random)
    let sent = try EncodedRecords(reading: file)
    let home = encoder.encode(table)
    #expect(map.rows != Array(0..<50))
    #expect(map.rows.sorted() == Array(0..<50))
    for (row, origin) in map.rows.enumerated() {
        #expect(sent.filters[row].elementsEqual(home.filters[origin]))
        #expect(map.identifiers[row] == "id\(origin)")
    }
    #expect(map.csv.hasPrefix("row,id\n0,id\(map.rows[0])\n1,id\(map.rows[1])\n"))
}
