import ArgumentParser

/// Measures boxes, wraps, passwords and the folding of a desk.
struct VaultBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault",
        abstract: "Boxes, wrapped keys, passwords, and an agency's desk at sign-in."
    )

    @Option(help: "The number of encounters on the desk.")
    var encounters = 10_000

    func run() async throws {
        print(Machine.describe())
        print("")
        try BoxBench().run()
        try WrapBench().run()
        try PasswordBench().run()
        try await withTemporaryFolder { try await DeskBench(folder: $0, count: encounters).run() }
        print("load average at the end: \(Machine.load)")
    }
}
