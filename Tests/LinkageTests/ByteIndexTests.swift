import TestSupport
import Testing

@testable import Linkage

@Test(arguments: [1, 2, 3] as [UInt64])
func `sequences of bytes are numbered as a dictionary numbers them, one by one and many at a time`(
    seed: UInt64
) {
    var random = SplitMix64(seed: seed)
    var known: [[UInt8]: UInt32] = [:]
    var (single, many) = (ByteIndex(), ByteIndex())
    for _ in 0..<200 {
        var (keys, ends, expected): ([UInt8], [Int], [UInt32]) = ([], [], [])
        for _ in 0..<100 {
            let length = Int.random(in: 0...20, using: &random)
            // Few letters, so that many sequences come again or share a beginning.
            let key = (0..<length).map { _ in
                UInt8.random(in: 0...(length > 4 ? 1 : 5), using: &random)
            }
            let number = known[key] ?? UInt32(known.count)
            known[key] = number
            #expect(single.number(of: key.span) == number)
            #expect(single.find(key.span) == number)
            keys += key
            ends.append(keys.count)
            expected.append(number)
        }
        var found: [UInt32] = []
        many.numbers(of: keys.span, ends: ends.span) { found.append($0) }
        #expect(found == expected)
    }
    #expect(single.count == known.count && many.count == known.count)
    #expect(known.allSatisfy { Array(many[Int($0.value)]) == $0.key })
    #expect(single.find([9, 9].span) == nil)
}
