import ArgumentParser
import Linkage

/// A pair of keys for somebody who receives sealed files.
struct LinkReceiverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receiver",
        abstract: "Make the keys with which somebody receives sealed files.",
        discussion: """
            For the one who compares, and for agencies that a key is sealed to. Writes
            NAME.public, to be given to everybody, and NAME.private, which stays here.

            Examples:
              enlace link receiver commission
              enlace link encode a.csv --key run.key --agency A --seal-to commission.public --out a.clk
              enlace link compare a.clk b.clk --open-with commission.private
            """
    )

    @Argument(help: "The name of both files, with its folder if wanted.")
    var name: String

    func run() async throws {
        try await explaining(folder: name) {
            let key = SealingKey()
            try PrivateFiles.write([
                PrivateFiles.New(
                    path: "\(name).private",
                    bytes: Array("\(key.text)\n".utf8),
                    isSecret: true
                ),
                PrivateFiles.New(
                    path: "\(name).public",
                    bytes: Array("\(key.publicKey.text)\n".utf8)
                ),
            ])
            print(
                Terminal.say(
                    """
                    Written: \(name).public and \(name).private.
                    Fingerprint, to read out by telephone: \(key.publicKey.fingerprint)
                    """,
                    """
                    Escrito: \(name).public y \(name).private.
                    Huella, para leerla por teléfono: \(key.publicKey.fingerprint)
                    """
                )
            )
        }
    }
}
