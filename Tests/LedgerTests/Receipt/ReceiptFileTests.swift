import Ledger
import TestSupport
import Testing

struct ReceiptFileTests {
    @Test(arguments: [1, 2, 3, 7, 8, 11, 64])
    func `every receipt of a log reads back and proves its entry`(size: Int) throws {
        let bench = try ReceiptBench(size: size)
        for position in 0..<size {
            let file = try bench.file(position)
            let read = try ReceiptFile(parsing: Array(file.text.utf8))
            #expect(read == file)
            #expect(read.leafHash == bench.leaves[position])
            let proved = try read.verify(policy: bench.policy)
            #expect(proved.checkpoint.size == UInt64(size))
            #expect(
                proved.cosignatures.map(\.time) == [1_764_000_000, 1_764_000_001, 1_764_000_002]
            )
            try read.verify(policy: bench.policy, leafHash: bench.leaves[position])
        }
    }

    @Test
    func `a receipt says nothing but hashes, a number, the log and its witnesses`() throws {
        let bench = try ReceiptBench()
        let lines = try bench.file(4).text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "c2sp.org/tlog-proof@v1")
        #expect(lines[1] == "extra \(bench.leaves[4].base64)")
        #expect(lines[2] == "index 4")
        #expect(lines[3..<7].allSatisfy { Digest32(base64: String($0)) != nil })
        #expect(lines[7] == "")
        #expect(lines[8] == "\(WitnessBench.origin)")
        #expect(lines.count == 17)
    }

    @Test(arguments: 0..<8)
    func `a receipt with any bit flipped is not believed`(bit: Int) throws {
        let bench = try ReceiptBench(size: 3)
        let bytes = Array(try bench.file(1).text.utf8)
        try #require(bench.refusal(of: bytes) == nil)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1 << UInt8(bit)
            #expect(bench.refusal(of: changed) != nil, "byte \(index)")
        }
    }

    @Test
    func `a receipt cut anywhere is not believed`() throws {
        let bench = try ReceiptBench(size: 3)
        let bytes = Array(try bench.file(1).text.utf8)
        for count in bytes.indices {
            #expect(bench.refusal(of: Array(bytes.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a receipt changed in several places at random is not believed`(seed: UInt64) throws {
        let bench = try ReceiptBench(size: 9)
        let bytes = Array(try bench.file(5).text.utf8)
        var generator = SplitMix64(seed: seed)
        for _ in 0..<50 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: changed.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: changed[index] = .random(in: .min ... .max, using: &generator)
                case 1: changed.remove(at: index)
                default: changed.insert(changed[index], at: index)
                }
            }
            #expect((bench.refusal(of: changed) == nil) == (changed == bytes))
        }
    }

    @Test
    func `what mail and editors do to a file does not spoil it`() throws {
        let bench = try ReceiptBench()
        let file = try bench.file(2)
        let handled = [
            file.text, file.text.replacing("\n", with: "\r\n"), " \n\t\(file.text)\n \r\n",
            String(file.text.dropLast()),
        ]
        for text in handled {
            #expect(try ReceiptFile(tidying: Array(text.utf8)) == file)
        }
        #expect(throws: ReceiptFileMalformed.noCheckpoint) {
            try ReceiptFile(tidying: Array(file.text.replacing("\n\n", with: "\n").utf8))
        }
    }

    private static let digest = Digest32.sha256([1]).base64
    private static let tail = "\n\nlog\n1\n"
    private static let malformed: [(String, ReceiptFileMalformed)] = [
        ("", .noCheckpoint),
        ("c2sp.org/tlog-proof@v1\nindex 1\n", .noCheckpoint),
        ("c2sp.org/tlog-proof@v2\nindex 1\(tail)", .badHeader),
        ("\u{FEFF}c2sp.org/tlog-proof@v1\nindex 1\(tail)", .badHeader),
        ("\n\nc2sp.org/tlog-proof@v1\nindex 1\(tail)", .badHeader),
        ("c2sp.org/tlog-proof@v1\nextra =\nindex 1\(tail)", .badExtra),
        ("c2sp.org/tlog-proof@v1\nextra AB==\nindex 1\(tail)", .badExtra),
        ("c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 1\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nextra AA==\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 01\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex +1\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex -1\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 1 \(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 18446744073709551616\(tail)", .badIndex),
        ("c2sp.org/tlog-proof@v1\nindex 1\nAA==\(tail)", .badProof),
        ("c2sp.org/tlog-proof@v1\nindex 1\n\(digest) \(tail)", .badProof),
    ]

    @Test(arguments: malformed)
    func `what is no receipt file is named`(
        text: String,
        reason: ReceiptFileMalformed
    ) {
        #expect(throws: reason) { try ReceiptFile(parsing: Array(text.utf8)) }
    }

    @Test
    func `a file is read only up to a bound`() throws {
        let line = "\(Self.digest)\n"
        let start = "c2sp.org/tlog-proof@v1\nindex 1\n"
        func file(_ count: Int) -> [UInt8] {
            Array((start + String(repeating: line, count: count) + "\nlog\n").utf8)
        }
        #expect(try ReceiptFile(parsing: file(64)).proof.count == 64)
        #expect(throws: ReceiptFileMalformed.badProof) { try ReceiptFile(parsing: file(65)) }
        #expect(throws: ReceiptFileMalformed.tooLarge) { try ReceiptFile(parsing: file(1_500)) }
        #expect(throws: ReceiptFileMalformed.tooLarge) { try ReceiptFile(tidying: file(1_500)) }
        #expect(throws: ReceiptFileMalformed.badText) {
            try ReceiptFile(parsing: Array("c2sp".utf8) + [0xFF])
        }
    }
}
