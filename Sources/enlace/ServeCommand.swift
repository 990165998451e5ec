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

            The file policy in the data folder (C2SP tlog-policy) names the witnesses, where
            they are, and how many must vouch before a checkpoint is published. The node
            refuses one that cannot hold when some witnesses are corrupt. Without the
            file nobody but the log vouches, and the page The record says so.

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

    @Option(help: "The seconds from one published checkpoint to the next, 1 to 3600.")
    var rhythm: Int = 10

    @Option(
        name: .customLong("may-be-corrupt"),
        help: "How many witnesses may be corrupt at once. 1 if there is a policy."
    )
    var mayBeCorrupt: Int?

    func validate() throws {
        guard (1...3600).contains(rhythm) else {
            throw ValidationError("--rhythm takes a number from 1 to 3600.")
        }
        guard mayBeCorrupt.map({ (0...20).contains($0) }) ?? true else {
            throw ValidationError("--may-be-corrupt takes a number from 0 to 20.")
        }
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
    }

    func run() async throws {
        try await explaining(folder: data) {
            let folder = Folder(url: URL(filePath: data))
            let open = try folder.open()
            let policy = try folder.usablePolicy(corrupt: mayBeCorrupt)
            let node = try Node(
                store: open.store,
                origin: open.origin,
                checkpointKey: open.key,
                policy: policy,
                known: try folder.keptCheckpoint().map { [$0] } ?? [],
                keep: { folder.keep(checkpoint: $0) }
            )
            defer { withExtendedLifetime(open) {} }
            try await Serving.run(
                node,
                rhythm: rhythm,
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
