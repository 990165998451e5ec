import ArgumentParser
import Coalition
import Foundation
import Ledger

struct RotateLogKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-log-key",
        abstract: "Give the log a new key.",
        discussion: """
            Stop the node first. Writes an entry, signed by the key that goes, that vouches
            for the one that comes. Checkpoints of before stay good under the old key; every
            one from that entry on has to be the new key's, and enlace verify says so when
            one is not. The files log.vkey and policy in the folder name both afterwards.

            Then hand log.vkey, or the policy, to everyone who verifies and to every
            witness: until a witness has the new key it vouches for nothing more.

            Example:
              enlace rotate-log-key coalition
            """
    )

    @Argument(help: "The data folder.", completion: .directory)
    var data: String

    func run() async throws {
        try await explaining(folder: data) {
            let (key, position) = try Folder(url: URL(filePath: data)).rotateLogKey()
            print(
                Terminal.say(
                    """
                    The log has a new key from entry \(position) on:
                    \(key.text)
                    Hand \(data)/log.vkey to everyone who verifies and to every witness.
                    Keep a copy of \(data)/checkpoint.key apart, and destroy copies of the old one.
                    """,
                    """
                    El registro tiene una llave nueva desde el asiento \(position):
                    \(key.text)
                    Entregue \(data)/log.vkey a quienes revisan y a cada testigo.
                    Guarde aparte una copia de \(data)/checkpoint.key y destruya las copias de la anterior.
                    """
                )
            )
        }
    }
}
