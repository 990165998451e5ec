import ArgumentParser
import Casework
import Coalition
import Foundation

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a coalition in a new folder.",
        discussion: """
            Makes the folder, the log and its key, the founding agency and its first
            coordinator. The coordinator's password is read from the terminal, or from
            the first line of standard input.

            Example:
              enlace init --data coalition --coalition "Red del Sur" \\
                --agency "Casa del Puente" --kind shelter --name "Ana Ruiz" --sign-in ana
            """
    )

    @Option(help: "The folder to make.")
    var data: String

    @Option(help: "The coalition's name.")
    var coalition: String = "Coalición"

    @Option(help: "The founding agency's name.")
    var agency: String

    @Option(help: "What the founding agency does.")
    var kind: AgencyKind = .secretariat

    @Option(help: "The first coordinator's name; only their own agency will be able to read it.")
    var name: String

    @Option(name: .customLong("sign-in"), help: "The name the first coordinator signs in with.")
    var signIn: String

    @Option(help: "The line that names the log to outsiders, such as coalition.example.org/log.")
    var origin: String?

    func run() async throws {
        try await explaining(folder: data) {
            let password = try Secret.read(
                prompt: Terminal.say(
                    "Password for \(signIn) (12 characters or more): ",
                    "Contraseña para \(signIn) (12 caracteres o más): "
                )
            )
            let origin = origin ?? "enlace.invalid/\(Identifier<Folder>.random())"
            let folder = Folder(url: URL(filePath: data))
            let coordinator = NewMember(
                name: name,
                signIn: signIn,
                password: password,
                roles: [.coordinator]
            )
            try Founding.check(coordinator)
            let open = try folder.create(origin: origin)
            try Founding.found(
                name: coalition,
                agency: NewAgency(name: agency, kind: kind, coordinator: coordinator),
                store: open.store,
                origin: origin,
                checkpointKey: open.key
            )
            print(
                Terminal.say(
                    """
                    The coalition is founded in \(data).
                    Hand the public key in \(data)/log.vkey to everyone who is to verify the record.
                    Keep a copy of \(data)/checkpoint.key apart, where nobody else can read it.
                    Next: enlace serve --data \(data)
                    """,
                    """
                    La coalición quedó fundada en \(data).
                    Entregue la llave pública de \(data)/log.vkey a quienes vayan a revisar el registro.
                    Guarde aparte una copia de \(data)/checkpoint.key, donde nadie más pueda leerla.
                    Sigue: enlace serve --data \(data)
                    """
                )
            )
        }
    }
}

extension AgencyKind: ExpressibleByArgument {}
