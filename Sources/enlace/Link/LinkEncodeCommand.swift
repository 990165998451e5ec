import ArgumentParser
import Foundation
import Linkage

struct LinkEncodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode",
        abstract: "Turn a file into keyed codes, to be compared without showing names.",
        discussion: """
            Writes the encoded file, to be given to the one who compares, and a map from its rows
            to this file's records, which stays here. Every agency of the run uses the same key
            and names the same kinds of columns.

            Encoded files are personal data still: give them to nobody else, and see SECURITY.md.

            Examples:
              enlace link encode register.csv --key run.key --agency Migration --out m.clk
              enlace link encode register.csv --key run.key --agency Migration --out m.clk \\
                --seal-to commission.public --config kinds.yaml
            """
    )

    @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: "The key of the run.", completion: .file(extensions: ["key"]))
    var key: String

    @Option(help: "The private key to which the key of the run is sealed.", completion: .file())
    var openWith: String?

    @Option(help: "Which agency of the run this file is of.")
    var agency: String

    @Option(help: "Where the encoded file is written.", completion: .file(extensions: ["clk"]))
    var out: String

    @Option(help: "Where the map is written; beside the encoded file if not given.")
    var map: String?

    @Option(help: "The public key of the one who compares, for nobody else to read the file.")
    var sealTo: String?

    @Option(
        help: "What the columns hold, in YAML.",
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    @Option(help: "The column that tells records apart; the first if not given.")
    var id: String?

    func run() async throws {
        try await explaining(folder: file) {
            let key = try PrivateFiles.key(key, openedWith: openWith)
            let index = try PrivateFiles.index(of: agency, in: key.terms)
            guard Int64(Date.now.timeIntervalSince1970) < key.terms.expiry else {
                throw Problem(ComparisonRefused.expired(key.terms.expiry))
            }
            Terminal.note(key.terms.lines)
            let configuration = try LinkFilesCommand.configuration(config)
            let bar = ProgressBar()
            let (table, reading) = try LinkFilesCommand.read(
                [file],
                RecordReader(
                    fields: configuration.fields,
                    identifier: id ?? configuration.identifier
                ),
                bar
            )
            bar?.clear()
            var (encoded, rows) = RecordEncoder(key: key).file(of: table, agency: index)
            if let sealTo {
                let receiver = try PrivateFiles.publicKey(sealTo)
                encoded = try PrivateFiles.seal(encoded, to: receiver, path: sealTo)
            }
            let map = map ?? out + ".map.csv"
            try PrivateFiles.write([
                PrivateFiles.New(path: map, bytes: Array(rows.csv.utf8), isSecret: true),
                PrivateFiles.New(path: out, bytes: encoded),
            ])
            print(ReadingSummary(reading).text)
            print(
                Terminal.say(
                    "Written: \(out), for the one who compares, and \(map), which stays here.",
                    "Escrito: \(out), para quien compara, y \(map), que se queda aquí."
                )
            )
        }
    }
}
