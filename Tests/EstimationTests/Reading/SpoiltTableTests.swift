import TestSupport
import Testing

@testable import Estimation

@Suite
struct SpoiltTableTests {
    static let good = [
        "LA,NG,GP,count\n1,0,0,54\n0,1,0,463\n1,1,0,7\n0,1,1,1\n",
        "\u{FEFF}a;b;c\r\n1;0;1\r\n0;1;1\r\n1;1;1\r\n",
        "sep=;\r\n\"a;1\";\"b \"\"x\"\"\";count\r\n1;1;9\r\n1;0;12\r\n",
        "nbcap,count\n1,1645\n2,183\n3,37\n",
        "times\tsexo\tedad\n1\tf\t<40\n2\tm\t>40\n1\tm\t\n",
    ].map { Array($0.utf8) }

    static let pieces = [
        ",", ";", "\t", "\"", "\n", "\r\n", "0", "1", "-1", "0.5", "1e9", "1000000001",
        "count",
        "times", "sep=,", "\u{FEFF}", "\u{0}", "é", "\u{202E}", ",,", "\"\"", "a",
        "18446744073709551616",
    ].map { Array($0.utf8) }

    /// A good file with up to six faults.
    static func spoilt(_ random: inout SplitMix64) -> [UInt8] {
        var bytes = good[Int(random.next() % UInt64(good.count))]
        for _ in 0...random.next() % 6 {
            let place = Int(random.next() % UInt64(bytes.count + 1))
            let end = min(bytes.count, place + Int(random.next() % 9))
            switch random.next() % 5 {
            case 0: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2:
                bytes.insert(
                    contentsOf: pieces[Int(random.next() % UInt64(pieces.count))],
                    at: place
                )
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.next() % 8) }
            }
        }
        return bytes
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func `a hundred thousand spoilt files are read or refused with a place in the file`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        var read = 0
        for _ in 0..<2000 {
            let bytes = Self.spoilt(&random)
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
            do {
                let table = try TableReader.read(bytes)
                read += 1
                guard table.observed >= 2, (try TableReader.read(TableWriter.write(table))) == table
                else {
                    Issue.record("read otherwise than written: \(bytes)")
                    return
                }
            } catch {
                guard (1...lines).contains(error.line ?? 1) else {
                    Issue.record("a line that is not there: \(error), \(bytes)")
                    return
                }
            }
            do {
                let table = try RepeatedReader.read(bytes)
                read += 1
                guard (try RepeatedReader.read(TableWriter.write(table))) == table else {
                    Issue.record("read otherwise than written: \(bytes)")
                    return
                }
            } catch {
                guard (1...lines).contains(error.line ?? 1) else {
                    Issue.record("a line that is not there: \(error), \(bytes)")
                    return
                }
            }
        }
        #expect(read > 100)
    }
}
