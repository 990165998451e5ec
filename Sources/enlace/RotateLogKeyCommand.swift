import ArgumentParser
import Coalition
import Foundation
import Ledger

struct RotateLogKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-log-key",
        abstract: "Give the log a new key.",
        discussion: """
            Stop the node first. Writes an entry, signed by the key that goes, that hands
            over to the one that comes. Checkpoints of before stay good under the old key;
            every one from that entry on has to be the new key's, and enlace verify says so
            when one is not. The files log.vkey and policy in the folder name both
            afterwards, the new one first.

            Then start the node, and hand log.vkey to whoever runs each witness, by a way
            on which they know you. They put it in the place of the file that they had, and
            start their witness again. Until then a witness vouches for nothing more, and
            nothing is published until enough of them do. From then on it takes nothing from
            the old key, whoever may have that.

            Hand the new policy to everyone who verifies. With the old one the record can
            still be checked, but no receipt for what is new.

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
                    Hand \(data)/log.vkey to every witness, whose operator starts it again with that,
                    and the policy to everyone who verifies. Until then nothing new is published.
                    Keep a copy of \(data)/checkpoint.key apart, and destroy copies of the old one.
                    """,
                    """
                    El registro tiene una llave nueva desde el asiento \(position):
                    \(key.text)
                    Entregue \(data)/log.vkey a cada testigo, que su operador reinicia con ese
                    archivo, y la política a quienes revisan. Hasta entonces no se publica nada nuevo.
                    Guarde aparte una copia de \(data)/checkpoint.key y destruya las copias de la anterior.
                    """
                )
            )
        }
    }
}
