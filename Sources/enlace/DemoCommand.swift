import ArgumentParser
import Casework
import Coalition
import Foundation
import Telegram

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve a coalition of invented agencies and people.",
        discussion: """
            Fills a fresh folder from a telegram and a small set of invented persons,
            and serves it on this machine only. Every page says that all people are
            fictional. Four witnesses run inside the program, so that you can see what they
            do; real ones stand on machines that the log's operator does not control, and
            these prove nothing. Without --data the folder is temporary and is removed when you
            stop with Ctrl-C.

            Examples:
              enlace demo
              enlace demo --port 9000 --telegram 06MEXICO3423.txt
              enlace demo --names
            """
    )

    @Option(help: "A new or empty folder to keep the demonstration in.")
    var data: String?

    @Option(help: "The port to serve on; 0 takes any that is free.")
    var port: Int = 8080

    @Option(help: "A telegram to read in place of the one that comes with the program.")
    var telegram: String?

    @Flag(help: "Print the names of the invented people, one a line, and stop.")
    var names = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
    }

    func run() async throws {
        if names {
            for name in DemoCast.names { print(name) }
            return
        }
        let temporary = FileManager.default.temporaryDirectory
            .appending(path: "enlace-demo-\(UUID().uuidString)")
        let url = data.map { URL(filePath: $0) } ?? temporary
        defer { if data == nil { try? FileManager.default.removeItem(at: url) } }
        try await explaining(folder: url.path) { try await serve(in: Folder(url: url)) }
    }

    private func serve(in folder: Folder) async throws {
        let (bytes, fileName) = try telegramBytes()
        do throws(NotATelegram) {
            _ = try TelegramReader.read(Array(bytes), fileName: fileName)
        } catch {
            throw Problem(error.text(in: .english), error.text(in: .spanish))
        }
        Terminal.note(
            Terminal.say("Preparing the demonstration…", "Preparando la demostración…")
        )
        let origin = "enlace-demo.invalid/\(Identifier<Folder>.random())"
        let open = try folder.create(origin: origin)
        defer { withExtendedLifetime(open) {} }
        try Demo.found(store: open.store, origin: origin, checkpointKey: open.key)
        let demo = try Demo(
            store: open.store,
            origin: origin,
            checkpointKey: open.key,
            witnesses: folder.url.appending(path: "witnesses"),
            keep: { folder.keep(checkpoint: $0) }
        )
        try folder.write(demo.node.policy)
        try await demo.fill(telegram: bytes, fileName: fileName)
        try await Serving.run(
            demo.publisher,
            of: demo.node,
            folder: folder,
            host: "127.0.0.1",
            port: port,
            isSecure: false,
            clock: { demo.clock.now },
            onReady: { address in greet(address, folder) }
        )
    }

    private func telegramBytes() throws -> (Data, String) {
        guard let telegram else {
            return (Data(PackageResources.retold_txt), "06MEXICO3423-retold.txt")
        }
        let url = URL(filePath: telegram)
        guard let bytes = try? Data(contentsOf: url) else {
            throw Problem(
                "The telegram \(telegram) cannot be read. Check the path.",
                "No se puede leer el telegrama \(telegram). Revise la ruta."
            )
        }
        return (bytes, url.lastPathComponent)
    }

    private func greet(_ address: String, _ folder: Folder) {
        let say = Terminal.say
        var lines = [
            "",
            "  Enlace · "
                + say(
                    "demonstration: all people are fictional",
                    "demostración: todas las personas son ficticias"
                ),
            "",
            "  \(address)",
            "",
            "  " + say("Sign in as", "Entre como") + ":",
        ]
        for company in DemoCast.companies {
            for player in company.players {
                let roles = player.roles.map(\.rawValue).sorted().joined(separator: ", ")
                let signIn = player.signIn.padding(toLength: 24, withPad: " ", startingAt: 0)
                lines.append("    \(signIn)\(company.name) (\(roles))")
            }
        }
        lines += [
            "",
            "  " + say("Password for all", "Contraseña de todas") + ": \(DemoCast.password)",
            "  " + say("Check the record", "Revise el registro")
                + ": enlace verify --data \(folder.url.path)",
            "  " + say("Stop with Ctrl-C.", "Detenga con Ctrl-C."),
            "",
        ]
        print(lines.joined(separator: "\n"))
        fflush(nil)
    }
}
