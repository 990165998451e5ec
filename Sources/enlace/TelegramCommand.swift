import ArgumentParser
import Foundation
import Telegram

struct TelegramCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "telegram",
        abstract: "Read diplomatic telegrams.",
        discussion: """
            Example:
              enlace telegram show 06MEXICO3423.txt --json
            """,
        subcommands: [Show.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what was read of a telegram.",
            discussion: """
                Prints the header, the paragraphs, what was repaired, doubted or left over
                with its line, and what the text seems to state. A dash reads standard
                input.

                Examples:
                  enlace telegram show 06MEXICO3423.txt
                  enlace telegram show --json - < 06MEXICO3423.txt
                """
        )

        @Argument(help: "The file, or - for standard input.")
        var file: String

        @Flag(help: "Print everything as JSON.")
        var json = false

        func run() async throws {
            try await explaining(folder: file) {
                let bytes = try read()
                let name = file == "-" ? nil : URL(filePath: file).lastPathComponent
                let telegram: Telegram
                do throws(NotATelegram) {
                    telegram = try TelegramReader.read(Array(bytes), fileName: name)
                } catch {
                    throw Problem(
                        "\(file): \(error.text(in: .english))",
                        "\(file): \(error.text(in: .spanish))"
                    )
                }
                guard json else {
                    print(telegram.report(in: Terminal.isSpanish ? .spanish : .english))
                    return
                }
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(telegram), as: UTF8.self))
            }
        }

        private func read() throws -> Data {
            let bytes =
                file == "-"
                ? try? FileHandle.standardInput.readToEnd() ?? Data()
                : try? Data(contentsOf: URL(filePath: file))
            guard let bytes else {
                throw Problem(
                    "\(file) cannot be read. Check the path.",
                    "No se puede leer \(file). Revise la ruta."
                )
            }
            return bytes
        }
    }
}
