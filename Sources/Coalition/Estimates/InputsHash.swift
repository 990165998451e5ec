package import Casework
import Crypto

extension OverlapTable {
    /// SHA-256 over all that an estimate rests on, and over the salt (32 bytes).
    ///
    /// Each text is preceded by its length and each number has a fixed one, so that no two tables are
    /// written alike. `docs/published-estimates.md` has it byte by byte.
    package var inputsHash: [UInt8] {
        var bytes = Array("enlace/estimate-inputs/v1\n".utf8) + salt
        func put(_ number: Int64) {
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) }
        }
        func put(_ text: String) {
            put(Int64(text.utf8.count))
            bytes += Array(text.utf8)
        }
        for text in [population, place, definition, linkage, linkedBy, samePopulation.rawValue] {
            put(text)
        }
        put(window.start.milliseconds)
        put(window.end.milliseconds)
        put(Int64(lists.count))
        for list in lists {
            put(list.name)
            put(list.making.rawValue)
        }
        for count in counts { put(Int64(count)) }
        return Array(SHA256.hash(data: bytes))
    }
}
