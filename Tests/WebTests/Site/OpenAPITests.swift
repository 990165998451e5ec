import Foundation
import HTTPTypes
import Testing
import Web

@Suite struct OpenAPITests {
    private struct Document: Decodable {
        var openapi: String
        var paths: [String: [String: Operation]]
        var components: Components

        struct Operation: Decodable {
            var operationId: String
            var summary: String
            var parameters: [Parameter]?
            var requestBody: Body?
            var responses: [String: Answer]
        }
        struct Parameter: Decodable {
            var name: String
            var `in`: String
            var required: Bool
        }
        struct Body: Decodable { var required: Bool }
        struct Answer: Decodable {
            var reference: String?
            private enum CodingKeys: String, CodingKey { case reference = "$ref" }
        }
        struct Components: Decodable { var responses: [String: Answer] }
    }

    private static func document(_ world: WebWorld, _ language: Language) async throws -> Document {
        try await world.visit { visitors in
            let reply = try await visitors.stranger.get("/api/openapi.json", language: language)
            #expect(reply.status == .ok)
            #expect(!reply.body.contains("⟦"))
            return try JSONDecoder().decode(Document.self, from: Data(reply.body.utf8))
        }
    }

    @Test(arguments: Language.allCases)
    func `the description names every route of the API with its method and parameters`(
        language: Language
    ) async throws {
        let world = try await WebWorld()
        let document = try await Self.document(world, language)
        #expect(document.openapi == "3.1.0")
        for route in world.site.router().routes.entries where route.path.hasPrefix("/api/") {
            let path = route.path.replacing(/:(\w+)/) { "{\($0.1)}" }
            let operation = document.paths[path]?[route.method.lowercased()]
            #expect(operation != nil, "\(route)")
            let named = route.path.matches(of: /:(\w+)/).map { String($0.1) }
            #expect(operation?.parameters?.map(\.name) ?? [] == named, "\(route)")
            #expect((operation?.requestBody != nil) == (route.method == "POST"), "\(route)")
            let answers = Set(operation?.responses.keys.map { $0 } ?? [])
            #expect(answers.isSuperset(of: ["200", "401", "403", "404"]), "\(route)")
        }
    }

    @Test func `no two operations have the same name, and every reference leads somewhere`()
        async throws
    {
        let document = try await Self.document(WebWorld(), .english)
        let operations = document.paths.values.flatMap(\.values)
        #expect(Set(operations.map(\.operationId)).count == operations.count)
        for operation in operations {
            for reference in operation.responses.values.compactMap(\.reference) {
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                #expect(document.components.responses[name] != nil, "\(reference)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `the page for people lists every route`(language: Language) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let page = try await visitors.stranger.get("/api", language: language)
            #expect(!page.body.contains("⟦"))
            for route in world.site.router().routes.entries where route.path.hasPrefix("/api/") {
                #expect(page.text.contains("\(route.method) \(route.path)"))
            }
        }
    }
}
