import HTTPTypes
import InMemoryLogging
import Logging
import Testing
import Web

/// What the server writes to its log while people work.
@Suite struct LogPrivacyTests {
    @Test func `nothing that names a person or opens a door is written to the log`() async throws {
        var handler = InMemoryLogHandler()
        handler.logLevel = .trace
        let log = handler
        let world = try await WebWorld()
        let secrets = try await world.visit(logger: Logger(label: "test") { _ in log }) {
            visitors in
            let path = try await WholePath(world, visitors)
            let officer = try await visitors.browser(.officer)
            for route in world.site.router().routes.entries {
                _ = try await officer.ask(route, path)
            }
            let nobody = Program(client: visitors.client, token: "")
            let wrong = #"{"signIn":"maria.perez","password":"not the password"}"#
            _ = try await nobody.post("/api/sign-in", wrong)
            _ = try await officer.post("/encounters", ["place": WholePath.place])
            _ = try await officer.get("/record?before=Xochiquetzalli")
            return Array(path.ids.filter { $0.key != "position" && $0.key != "section" }.values)
                + [
                    WholePath.givenNames, WholePath.place, WholePath.account, WholePath.health,
                    WebWorld.password, "not the password", "maria.perez", "Name of", "No complaint",
                    officer.token, officer.cookie, path.officer.token, path.caseworker.token,
                    Samples.telegramName,
                ]
        }
        let lines = log.entries.map {
            "\($0.message) \($0.metadata) \($0.error.map { "\($0)" } ?? "")"
        }
        #expect(lines.count > 100)
        #expect(lines.contains { $0.contains("/encounters/") })
        #expect(secrets.count > 15)
        for secret in secrets {
            #expect(!lines.contains { $0.contains(secret) }, "\(secret)")
        }
        let errors = log.entries.filter { $0.level >= .error }
        #expect(errors.isEmpty, "\(errors)")
    }
}
