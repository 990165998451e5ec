import ArgumentParser
import Coalition
import Foundation
import Ledger
import class Web.PublishedReader

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Check a coalition's record. Needs no password, and finds more with one.",
        discussion: """
            The record is a data folder, an archive that enlace record export wrote, or
            the address of a node. Checks every entry's encoding, signature, number,
            order and times, every checkpoint and cosignature, the policy, every tile
            and the root. With a data folder also that each sealed box is the one its
            entry commits to; with a folder or an archive that every key that signed was
            enrolled and not retired. Says which entry is wrong, and exits with 1. Ends
            after an hour at the latest, or when --minutes says. May run beside a server.

            With --receipts it holds the receipts in a folder against the record, and names
            each whose entry is not there.

            With --sign-in it also reads what that member's agency can read, and checks
            that no access was given without a consent, no section opened without
            access, and no referral answered before it was sent. The password is read
            from the terminal, or from the first line of standard input.

            Examples:
              enlace verify coalition
              enlace verify archive --policy policy.txt
              enlace verify archive --policy policy.txt --receipts my-receipts
              enlace verify https://enlace.example.org --policy policy.txt
              enlace verify coalition --policy policy.txt --checkpoint last-month.txt
              enlace verify coalition --sign-in ana
            """
    )

    @Argument(help: "The data folder, an archive, or an address.", completion: .directory)
    var record: String?

    @Option(help: "The data folder; the same as to name it without --data.")
    var data: String?

    @Option(help: "The file with the coalition's policy, from a source you trust.")
    var policy: String?

    @Option(help: "A file with a checkpoint that you kept; the log must continue it.")
    var checkpoint: String?

    @Option(help: "A folder with receipts that people keep; the record must hold their entries.")
    var receipts: String?

    @Option(help: "How many minutes the check may take.")
    var minutes = 60

    @Option(
        name: .customLong("sign-in"),
        help: "A member's sign-in name, to check what their agency can read as well."
    )
    var signIn: String?

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    private var place: String { record ?? data ?? "" }

    func validate() throws {
        guard (record == nil) != (data == nil) else {
            throw ValidationError("Name one record: a data folder, an archive, or an address.")
        }
        guard minutes > 0 else { throw ValidationError("--minutes takes a number above 0.") }
    }

    func run() async throws {
        try await explaining(folder: place) {
            let verification = try await verification()
            print(json ? try verification.json() : verification.report())
            if !verification.isSound { throw ExitCode.failure }
        }
    }

    private func verification() async throws -> Verification {
        if place.hasPrefix("https://") || place.hasPrefix("http://") {
            let reader = PublishedReader(base: place)
            // Waiting for answers blocks a thread, which must be none of those that all share.
            let outcome = await Task.onOwnThread { try verify(.published(reader), reader) }
            try await reader.close()
            return try outcome.get()
        }
        let folder = Folder(url: URL(filePath: place))
        guard !folder.isDataFolder else { return try verify(folder) }
        guard FileManager.default.fileExists(atPath: place) else { throw FolderProblem.absent }
        return try verify(.archive(place), FolderReader(path: place))
    }

    private func verify(_ folder: Folder) throws -> Verification {
        let store = try folder.readOnlyStore()
        let policy = try policy.map(Self.policy(in:)) ?? folder.policy()
        let origin = try folder.verifier().name
        var known = try self.known(policy)
        if let kept = try folder.keptCheckpoint() { known.append(kept) }
        var verification = Verification.verify(
            .store(store),
            origin: origin,
            policy: policy,
            known: known,
            receipts: try held(policy),
            until: .now + .seconds(60 * minutes)
        )
        if let sealed = try sealed(store, folder.verifier()) { verification.take(sealed) }
        return verification
    }

    private func verify(
        _ source: RecordSource,
        _ reader: some LogReader
    ) throws -> Verification {
        guard let policy = try policy.map(Self.policy(in:)) else {
            throw Problem(
                "Name the coalition's policy with --policy: it says whose signatures count. Take it "
                    + "from an agency that you trust.",
                "Indique la política de la coalición con --policy: dice qué firmas cuentan. Pídala a "
                    + "una agencia de confianza."
            )
        }
        // Who signed it is for the verification to see.
        guard let note = try reader.outline().checkpoint.flatMap({ try? SignedNote(parsing: $0) }),
            let origin = try? Checkpoint(parsing: note.text).origin,
            !policy.logKeys(origin: origin).isEmpty
        else {
            throw Problem(
                "\(place) has no checkpoint of a log of the policy.",
                "\(place) no tiene un punto de control de un registro de la política."
            )
        }
        return Verification.verify(
            source,
            origin: origin,
            policy: policy,
            known: try known(policy),
            receipts: try held(policy),
            until: .now + .seconds(60 * minutes)
        )
    }

    private func known(_ policy: WitnessPolicy) throws -> [Checkpoint] {
        guard let checkpoint else { return [] }
        guard let note = try? String(contentsOfFile: checkpoint, encoding: .utf8),
            let judged = try? policy.judge(note: note)
        else {
            throw Problem(
                "\(checkpoint) does not hold a checkpoint signed by this log's key.",
                "\(checkpoint) no tiene un punto de control firmado con la llave de este registro."
            )
        }
        return [judged.checkpoint]
    }

    /// The receipts of the folder, each good in itself.
    private func held(_ policy: WitnessPolicy) throws -> [HeldReceipt] {
        guard let receipts else { return [] }
        let folder = URL(filePath: receipts)
        let files = try? FileManager.default.contentsOfDirectory(atPath: receipts).sorted()
            .filter { $0.hasSuffix(".\(ReceiptFile.fileExtension)") }
        guard let files, !files.isEmpty else {
            throw Problem(
                "There are no receipts (*.\(ReceiptFile.fileExtension)) in \(receipts).",
                "No hay comprobantes (*.\(ReceiptFile.fileExtension)) en \(receipts)."
            )
        }
        return try files.map { name in
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)),
                let file = try? ReceiptFile(tidying: bytes),
                let receipt = try? HeldReceipt(name: name, file: file, policy: policy)
            else {
                throw Problem(
                    "\(receipts)/\(name) proves nothing under this policy. To see why: enlace verify "
                        + "receipt \(receipts)/\(name)",
                    "\(receipts)/\(name) no prueba nada con esta política. Para ver por qué: enlace "
                        + "verify receipt \(receipts)/\(name)"
                )
            }
            return receipt
        }
    }

    private static func policy(in file: String) throws -> WitnessPolicy {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8),
            let policy = try? WitnessPolicy(parsing: text)
        else {
            throw Problem(
                "\(file) does not hold a policy.",
                "\(file) no contiene una política."
            )
        }
        return policy
    }

    /// What the member's agency finds besides.
    private func sealed(
        _ store: SQLiteStore,
        _ verifier: NoteVerifier
    ) throws -> SealedVerification? {
        guard let signIn else { return nil }
        let password = try Secret.read(
            prompt: Terminal.say("Password for \(signIn): ", "Contraseña de \(signIn): ")
        )
        do {
            return try SealedVerification.verify(
                store: store,
                verifier: verifier,
                signIn: signIn,
                password: password
            )
        } catch is SignInRefused {
            throw Problem(
                "Wrong sign-in name or password. Without --sign-in, what needs none is checked.",
                "Nombre o contraseña incorrectos. Sin --sign-in se revisa lo que no los necesita."
            )
        }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Runs work that may wait on a thread of its own.
    fileprivate static func onOwnThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: Result { try work() }) }
        }
    }
}
