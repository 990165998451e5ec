import ArgumentParser
import LedgerFuzz
import TestSupport

struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Give every parser of what comes from outside spoilt input."
    )

    @Option(help: "How many inputs each parser is given.")
    var inputs = 1_000_000

    @Option(help: "Determines the inputs.")
    var seed: UInt64 = 1

    func run() throws {
        print("seed \(seed), \(inputs) inputs each; of the times the longest for one input")
        var isLawful = true
        for parser in try FuzzedParser.all() {
            var random = SplitMix64(seed: seed)
            var (longest, broken) = (Duration.zero, 0)
            let clock = ContinuousClock()
            let whole = clock.measure {
                for _ in 0..<inputs {
                    let input = parser.input(&random)
                    var keepsLaw = true
                    longest = max(longest, clock.measure { keepsLaw = parser.keepsLaw(input) })
                    guard !keepsLaw else { continue }
                    broken += 1
                    if broken <= 3 { print("\(parser.name) breaks its law on \(input)") }
                }
            }
            print("\(parser.name): \(whole), longest \(longest), broken \(broken)")
            isLawful = isLawful && broken == 0
        }
        if !isLawful { throw ExitCode.failure }
    }
}
