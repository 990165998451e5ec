import Casework
import Foundation
import Ledger

/// Four witnesses inside the program, as four agencies of a real coalition would run them outside.
///
/// They are real witnesses with keys and memories of their own, but whoever runs the demonstration
/// runs them too: they show what witnesses do, and prove nothing.
struct DemoWitnesses {
    let policy: WitnessPolicy
    let links: [WitnessLink]

    private static let names = [
        "migracion-tapachula", "casa-del-puente", "servicios-sociales", "derechos-humanos",
    ]

    init(of log: NoteVerifier, in folder: URL, clock: DemoClock) throws {
        let open = try Self.names.map { name in
            let own = WitnessFolder(url: folder.appending(path: name))
            _ = try own.create(name: "enlace-demo.invalid/\(name)")
            return try own.open(
                logs: [log],
                clock: { UInt64(max(0, clock.now.milliseconds / 1000)) }
            )
        }
        let lines = zip(Self.names, open).map { "witness \($0) \($1.verifier.text)\n" }
        policy = try WitnessPolicy(
            parsing: "log \(log.text)\n" + lines.joined()
                + "group agencies 3 \(Self.names.joined(separator: " "))\nquorum agencies\n"
        )
        links = zip(open, policy.witnesses).map { WitnessLink($0, as: $1) }
    }
}
