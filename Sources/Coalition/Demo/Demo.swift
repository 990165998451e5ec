import Casework
package import Foundation
package import Ledger
import Telegram
import Vault

/// A coalition of invented agencies and people, made by the same commands that real ones use.
package struct Demo: Sendable {
    package let node: Node
    package let clock: DemoClock
    package let publisher: Publisher

    /// Founds the demonstration in an empty store.
    package static func found(
        store: any LogStore,
        origin: String,
        checkpointKey: SigningKey
    ) throws {
        let first = DemoCast.companies[0]
        try Founding.found(
            name: "Coalición de demostración",
            agency: NewAgency(
                name: first.name,
                kind: first.kind,
                coordinator: first.players[0].asNewMember
            ),
            isDemo: true,
            store: store,
            origin: origin,
            checkpointKey: checkpointKey,
            cost: .light
        )
    }

    /// - Parameters:
    ///   - store: where the demonstration was founded.
    ///   - origin: the line that names its log.
    ///   - checkpointKey: signs its checkpoints.
    ///   - witnesses: the folder for the folders of its witnesses.
    ///   - keep: told each new checkpoint.
    /// - Throws: an error of the ledger or of the file system.
    package init(
        store: any LogStore,
        origin: String,
        checkpointKey: SigningKey,
        witnesses: URL,
        keep: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        let clock = DemoClock()
        self.clock = clock
        let log = try NoteVerifier(name: origin, key: checkpointKey.key)
        let company = try DemoWitnesses(of: log, in: witnesses, clock: clock)
        node = try Node(
            store: store,
            origin: origin,
            checkpointKey: checkpointKey,
            policy: company.policy,
            keep: keep,
            cost: .light,
            clock: { clock.now }
        )
        publisher = Publisher(
            node: node,
            links: company.links,
            rhythm: .seconds(2),
            clock: { clock.now }
        )
    }

    /// Fills the founded coalition: agencies, members, a telegram and what it says, a week's
    /// work, and what is estimated of those whom nobody met.
    ///
    /// - Throws: `NotATelegram` if the file is none; nothing of it is taken in then.
    package func fill(telegram: Data, fileName: String) async throws {
        _ = try TelegramReader.read(Array(telegram), fileName: fileName)
        await publisher.tick(hoursAgo: 170, on: clock)
        try await admitAgencies()
        try await readTelegram(telegram, fileName)
        try await work()
        await publisher.tick(hoursAgo: 0, on: clock)
    }

    private func signIn(_ player: DemoCast.Player) async throws -> Member {
        try await node.signIn(name: player.signIn, password: DemoCast.password)
    }

    private func player(_ signInName: String) async throws -> Member {
        try await node.signIn(name: signInName, password: DemoCast.password)
    }

    private func admitAgencies() async throws {
        let founder = try await signIn(DemoCast.companies[0].players[0])
        for (index, company) in DemoCast.companies.enumerated() {
            if index > 0 {
                _ = try await node.admit(
                    NewAgency(
                        name: company.name,
                        kind: company.kind,
                        coordinator: company.players[0].asNewMember
                    ),
                    by: founder
                )
            }
            let coordinator = try await signIn(company.players[0])
            for player in company.players.dropFirst() {
                _ = try await node.enrol(player.asNewMember, by: coordinator)
            }
        }
    }

    /// The analyst takes the telegram in and accepts what it says of organizations, challenges and
    /// measures; people, dates and places are left for whoever tries the review.
    private func readTelegram(_ telegram: Data, _ fileName: String) async throws {
        let analyst = try await player("analista")
        let id = try await node.perform(
            ReceiveDocument(fileName: fileName, bytes: telegram),
            by: analyst
        )
        let reading = try DocumentReading(Document(id: id, fileName: fileName, bytes: telegram))
        let kinds: Set<ListingKind> = [.organization, .challenge, .remedy, .programme, .figure]
        for draft in reading.drafts where kinds.contains(draft.listingKind) {
            _ = try await node.perform(
                DecideDraft(
                    document: id,
                    draft: draft.id,
                    outcome: .accepted,
                    kind: draft.listingKind,
                    title: draft.title,
                    detail: draft.listingDetail,
                    citation: reading.citation(of: draft)
                ),
                by: analyst
            )
        }
    }

    private func work() async throws {
        let stage = DemoStage(
            node: node,
            clock: clock,
            publisher: publisher,
            officer: try await player("oficial.tapachula"),
            shelterWorker: try await player("trabajo.social"),
            socialWorker: try await player("servicios.sociales")
        )
        try await stage.play()
        let study = DemoStudy(
            node: node,
            clock: clock,
            publisher: publisher,
            analyst: try await player("analista.tapachula"),
            coordinator: try await player("coordinadora.migracion")
        )
        try await study.play()
    }
}
