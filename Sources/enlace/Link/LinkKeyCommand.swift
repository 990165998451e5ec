import ArgumentParser
import Foundation
import Linkage

/// The key of one run of a private comparison.
struct LinkKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make the key of one private comparison, which the one who compares never has.",
        discussion: """
            Two agencies make it together, so that no messenger knows it: each makes an offer,
            sends the other the .offer file, and joins both. Read the fingerprints to each other
            by telephone. Three agencies and more: one makes the key with enlace link key new and
            seals it to each of the others.

            The key is for one run. Destroy it, and the .agreement files, when the run is over.

            Examples:
              enlace link key offer --name "Overlap 2026" --purpose "How many both know" \\
                --question count --agencies Migration --agencies Shelter --days 14 \\
                --agency Migration
              enlace link key offer --answering Migration.offer --agency Shelter
              enlace link key join Migration.agreement Shelter.offer --out run.key
            """,
        subcommands: [
            LinkKeyNewCommand.self, LinkKeyOfferCommand.self, LinkKeyJoinCommand.self,
        ]
    )
}

struct LinkKeyNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Draw a key, for one agency to seal to each of the others.",
        discussion: """
            Examples:
              enlace link key new --name "Overlap 2026" --purpose "How many we know together" \\
                --question count --agencies A --agencies B --agencies C --days 14 --out run.key \\
                --seal-to b.public --seal-to c.public
            """
    )

    @OptionGroup var terms: RunTermsOptions

    @Option(help: "Where the key is written, for this agency alone.", completion: .file())
    var out: String

    @Option(
        help: "The public key of another agency; the key is sealed to it beside --out. May repeat.",
        completion: .file()
    )
    var sealTo: [String] = []

    func run() async throws {
        try await explaining(folder: out) {
            let key = RunKey(terms: try terms.terms())
            var files: [PrivateFiles.New] = []
            for (index, path) in sealTo.enumerated() {
                let receiver = try PrivateFiles.publicKey(path)
                let sealed = try PrivateFiles.seal(key.file, to: receiver, path: path)
                files.append(PrivateFiles.New(path: "\(out).\(index + 1).sealed", bytes: sealed))
            }
            files.append(PrivateFiles.New(path: out, bytes: key.file, isSecret: true))
            try PrivateFiles.write(files)
            for file in files {
                print(Terminal.say("Written: \(file.path)", "Escrito: \(file.path)"))
            }
        }
    }
}

struct LinkKeyOfferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Make this agency's part of a key that two agencies make together.",
        discussion: """
            Writes AGENCY.offer, to be sent to the other agency, and AGENCY.agreement, which is
            secret and stays here. The second agency answers the first one's offer, so that
            both agree to the same terms; they are printed before anything is written.
            """
    )

    @OptionGroup var terms: RunTermsOptions

    @Option(help: "The other agency's offer; its terms are taken over.", completion: .file())
    var answering: String?

    @Option(help: "Which of the two agencies this is.")
    var agency: String

    @Option(help: "The folder for both files.", completion: .directory)
    var folder = "."

    func run() async throws {
        try await explaining(folder: folder) {
            let agreed = try answering.map(PrivateFiles.offer)?.terms ?? terms.terms()
            let index = try PrivateFiles.index(of: agency, in: agreed)
            let agreement: RunAgreement
            do throws(RunAgreement.Refusal) {
                agreement = try RunAgreement(terms: agreed, agency: index)
            } catch { throw Problem(error) }
            print(agreed.lines)
            let stem = folder + "/" + agency.filter { $0.isLetter || $0.isNumber }
            try PrivateFiles.write([
                PrivateFiles.New(path: "\(stem).agreement", bytes: agreement.file, isSecret: true),
                PrivateFiles.New(path: "\(stem).offer", bytes: agreement.offer.file),
            ])
            print(
                Terminal.say(
                    """
                    Send \(stem).offer to the other agency. Keep \(stem).agreement here.
                    Fingerprint of this offer, to read out by telephone: \(agreement.offer.fingerprint)
                    """,
                    """
                    Envíe \(stem).offer a la otra institución. Guarde aquí \(stem).agreement.
                    Huella de esta oferta, para leerla por teléfono: \(agreement.offer.fingerprint)
                    """
                )
            )
        }
    }
}

struct LinkKeyJoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Make the key from this agency's agreement and the other's offer."
    )

    @Argument(help: "This agency's .agreement file.", completion: .file(extensions: ["agreement"]))
    var agreement: String

    @Argument(help: "The other agency's .offer file.", completion: .file(extensions: ["offer"]))
    var offer: String

    @Option(help: "Where the key is written.", completion: .file())
    var out: String

    func run() async throws {
        try await explaining(folder: out) {
            let own = try PrivateFiles.agreement(agreement)
            let other = try PrivateFiles.offer(offer)
            let key: RunKey
            do throws(RunAgreement.Refusal) {
                key = try own.key(with: other)
            } catch { throw Problem(error) }
            try PrivateFiles.write([PrivateFiles.New(path: out, bytes: key.file, isSecret: true)])
            print(key.terms.lines)
            print(
                Terminal.say(
                    """
                    Fingerprint of the other offer, which they must read out the same: \(other.fingerprint)
                    Written: \(out). Destroy \(agreement) now, and \(out) when the run is over.
                    """,
                    """
                    Huella de la otra oferta, que deben leer igual: \(other.fingerprint)
                    Escrito: \(out). Destruya ahora \(agreement), y \(out) cuando termine la comparación.
                    """
                )
            )
        }
    }
}
