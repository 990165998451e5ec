import ArgumentParser
import Ledger

/// Opens a log in a process of its own, and says how long that took and how much memory.
struct OpenLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open one log of these benchmarks, and say what that cost.",
        shouldDisplay: false
    )

    @Argument(help: "The log's file.")
    var path: String

    func run() throws {
        let sample = try SampleLog()
        // What every process needs once is none of the log's.
        try sample.fill(sample.open(SQLiteStore.inMemory()), to: 10)
        let store = try SQLiteStore(path: path)
        try Machine.resetPeakMemory()
        let before = Machine.peakMemory
        var size = 0.0
        let time = try seconds { size = Double(try sample.open(store).size) }
        let grown = Machine.peakMemory - before
        var table = Table(heads: "opening it in a new process", "measured", "limit")
        table.add("seconds, \(number(size)) entries", decimal(time), "1.00")
        table.add("memory more than before, MB (VmHWM)", decimal(grown / 1e6), "")
        table.print()
    }
}
