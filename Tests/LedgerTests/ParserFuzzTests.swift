import Ledger
import LedgerFuzz
import TestSupport
import Testing

/// A short run; `make fuzz` gives each parser a million inputs.
struct ParserFuzzTests {
    @Test(arguments: try FuzzedParser.all())
    func `good input is taken, and read for what it is`(parser: FuzzedParser) {
        for original in parser.originals {
            #expect(parser.accepts(original) && parser.keepsLaw(original))
        }
    }

    @Test(arguments: try FuzzedParser.all(), UInt64(1)...4)
    func `spoilt input is refused, or read for what it is`(parser: FuzzedParser, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let input = parser.input(&random)
            #expect(parser.keepsLaw(input), "\(input)")
        }
    }
}
