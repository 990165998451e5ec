import Casework
import Estimation

/// What an analyst of the demonstration draws, enters and has reckoned.
///
/// The tables are invented, and say so.
struct DemoStudy {
    let node: Node
    let clock: DemoClock
    let publisher: Publisher
    let analyst: Member
    let coordinator: Member

    /// Fewer resamples than usual, and without the sampler that takes longest, so that the
    /// demonstration begins at once.
    private static let quick = EstimationSettings(
        methods: [.stepwise, .bic, .decomposable, .chao],
        resamples: 2_000
    )

    func play() async throws {
        await publisher.tick(hoursAgo: 0, on: clock)
        try await list()
        try await published()
        try await refused()
    }

    private func list() async throws {
        let now = clock.now
        _ = try await node.perform(
            DrawList(
                definition: ListDefinition(
                    name: "Soconusco, la última semana",
                    window: Window(start: now.adding(hours: -7 * 24), end: now),
                    place: "Chiapas",
                    findings: [],
                    meaning:
                        "Personas encontradas en Chiapas en la última semana, con o sin tamizaje"
                )
            ),
            by: analyst
        )
    }

    private func published() async throws {
        let table = try await enter(
            "Ejemplo inventado: personas que pasaron por el Soconusco y cumplen la definición",
            lists: ["Lista A", "Lista B", "Lista C", "Lista D"],
            counts: [0, 337, 204, 93, 178, 53, 21, 16, 159, 42, 18, 15, 25, 6, 3, 0]
        )
        let estimate = try await reckoned(table)
        try await node.publish(
            estimate,
            why:
                "Para mostrar cómo se lee una estimación. Los datos son inventados: no dicen nada de "
                + "nadie.",
            by: coordinator
        )
    }

    private func refused() async throws {
        let table = try await enter(
            "Ejemplo inventado: tres listas que casi no comparten a nadie",
            lists: ["Lista A", "Lista B", "Lista C"],
            counts: [0, 84, 61, 2, 47, 1, 0, 0]
        )
        _ = try await reckoned(table)
    }

    private func enter(
        _ population: String,
        lists: [String],
        counts: [Int]
    ) async throws -> OverlapID {
        let now = clock.now
        return try await node.perform(
            EnterOverlap(
                population: population,
                place: "Soconusco, Chiapas",
                window: Window(start: now.adding(hours: -37 * 24), end: now.adding(hours: -7 * 24)),
                definition: "Dos elementos presentes en el último tamizaje, o dicho por la persona",
                lists: lists.map { ContributedList(name: $0, making: .independent) },
                samePopulation: .yes,
                counts: counts,
                linkage: "Inventado: por nombre, año de nacimiento y país",
                linkedBy: "Secretaría técnica"
            ),
            by: analyst
        )
    }

    private func reckoned(_ table: OverlapID) async throws -> EstimateID {
        let estimate = try await node.perform(
            AskForEstimate(table, seed: 2006, Self.quick),
            by: analyst
        )
        while true {
            switch try await node.reckoning(of: estimate, by: analyst).state {
            case .done, .failed: return estimate
            case .waiting, .working, .busy: try await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
