import ArgumentParser
import Coalition
import Foundation

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the coalition that a folder holds.",
        discussion: """
            Serves on this machine only, unless --host says otherwise. Put a proxy that
            speaks https in front of it and say --https, which makes cookies secure;
            never serve real people's data over plain http.

            Example:
              enlace serve --data coalition --port 8080 --https
            """
    )

    @Option(help: "The data folder, made with enlace init.")
    var data: String

    @Option(help: "The address to listen on.")
    var host: String = "127.0.0.1"

    @Option(help: "The port to serve on; 0 takes any that is free.")
    var port: Int = 8080

    @Flag(help: "Browsers reach this node over https, through a proxy in front of it.")
    var https = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
    }

    func run() async throws {
        try await explaining(folder: data) {
            let folder = Folder(url: URL(filePath: data))
            let open = try folder.open()
            let node = try Node(
                store: open.store,
                origin: open.origin,
                checkpointKey: open.key,
                known: try folder.keptCheckpoint().map { [$0] } ?? [],
                keep: { folder.keep(checkpoint: $0) }
            )
            defer { withExtendedLifetime(open) {} }
            try await Serving.run(
                node,
                folder: folder,
                host: host,
                port: port,
                isSecure: https,
                onReady: { address in
                    print(Terminal.say("Serving on \(address)", "Sirviendo en \(address)"))
                    fflush(nil)
                }
            )
        }
    }
}
