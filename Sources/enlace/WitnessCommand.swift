import ArgumentParser
import Coalition
import Foundation
import Ledger

struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Vouch for logs: cosign checkpoints that continue what was seen before.",
        discussion: """
            A witness keeps a log's operator from showing different people different
            records. Run it on a machine that the log's operator does not control. It
            speaks C2SP tlog-witness, and serves logs of any make.

            Example:
              enlace witness init --folder witness --name agency.example.org/witness
              enlace witness run --folder witness --log log.vkey --port 8091
            """,
        subcommands: [Init.self, Run.self],
        defaultSubcommand: Run.self
    )
}

extension WitnessCommand {
    struct Init: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Make a witness's key and its folder.",
            discussion: """
                Prints the line that goes into the policy of each log that the witness is
                to vouch for. Never copy the folder, nor put back an old copy of it: a
                witness that forgets what it cosigned can be made to vouch for a lie. If
                the folder is lost, make a new witness.

                Example:
                  enlace witness init --folder witness --name agency.example.org/witness
                """
        )

        @Option(help: "The folder to make.")
        var folder: String

        @Option(help: "The witness's name: a host and a path, without spaces.")
        var name: String

        func run() async throws {
            try await explaining(folder: folder) {
                let verifier: NoteVerifier
                do {
                    verifier = try WitnessFolder(url: URL(filePath: folder)).create(name: name)
                } catch NoteKeyRefused.badName {
                    throw Problem(
                        "\(name) is no name for a witness: it must have no spaces and no plus "
                            + "sign. Such as: agency.example.org/witness",
                        "\(name) no sirve de nombre para un testigo: no debe tener espacios ni "
                            + "signos de más. Por ejemplo: agency.example.org/witness"
                    )
                }
                Terminal.note(
                    Terminal.say(
                        "The witness is in \(folder). The line for a log's policy, where the last "
                            + "word is the address that the log reaches it at:",
                        "El testigo está en \(folder). La línea para la política de un registro, "
                            + "donde la última palabra es la dirección en que el registro lo "
                            + "alcanza:"
                    )
                )
                print("witness \(name) \(verifier.text) https://\(name)")
            }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run",
            abstract: "Serve a witness.",
            discussion: """
                Answers POST add-checkpoint and GET HASH/checkpoint. Logs that are not
                named are refused; what was cosigned for them is never forgotten. When a
                log shows itself to have signed two histories, the evidence is saved in
                the folder, and anybody can check it: enlace verify evidence FILE.

                Of several keys of one log the first in its file counts, which signs today.
                When a log changes its key, its operator hands you a new file: make sure who
                it comes from, put it in the place of the old one, and start the witness
                again. What was cosigned under the old key is not forgotten.

                Example:
                  enlace witness run --folder witness --log log.vkey --log other.vkey
                """
        )

        @Option(help: "The witness's folder, made with enlace witness init.")
        var folder: String

        @Option(
            name: .customLong("log"),
            help: "A file with the public keys of a log, one a line. May be given several times."
        )
        var logs: [String]

        @Option(help: "The address to listen on.")
        var host: String = "127.0.0.1"

        @Option(help: "The port to serve on; 0 takes any that is free.")
        var port: Int = 8091

        func validate() throws {
            guard (0...65_535).contains(port) else {
                throw ValidationError("--port takes a number from 0 to 65535.")
            }
        }

        func run() async throws {
            try await explaining(folder: folder) {
                let open = try WitnessFolder(url: URL(filePath: folder)).open(
                    logs: try logs.flatMap { try LogKeys.read($0) },
                    onFork: Self.report
                )
                defer { withExtendedLifetime(open) {} }
                try await Serving.run(open, host: host, port: port) { address in
                    print(Terminal.say("Witness on \(address)", "Testigo en \(address)"))
                    fflush(nil)
                }
            }
        }

        private static func report(_ fork: ForkEvidence, savedIn file: URL?) {
            guard let file else {
                return Terminal.note(
                    Terminal.say(
                        "A log signed two histories. The evidence could not be saved, or there is "
                            + "enough of it already.",
                        "Un registro firmó dos historias. La prueba no se pudo guardar, o ya hay "
                            + "bastantes."
                    )
                )
            }
            Terminal.note(
                Terminal.say(
                    "A log signed two histories. The evidence: \(file.path)",
                    "Un registro firmó dos historias. La prueba: \(file.path)"
                )
            )
        }
    }
}
