import Coalition

/// Describes the API in the format of the OpenAPI Specification, version 3.1.
///
/// It is made from the routes themselves, so that a route cannot be missing from it.
struct OpenAPI {
    let routes: [Routes.Entry]
    let words: Words

    var document: JSONValue {
        let grouped = Dictionary(grouping: operations, by: \.path)
        let paths = grouped.mapValues { operations in
            JSONValue.object(
                Dictionary(operations.map { ($0.method, $0.value) }) { first, _ in first }
            )
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Enlace",
                "version": "1",
                "description": .string(words("api.description")),
            ],
            "servers": [["url": "/"]],
            "security": [["session": []]],
            "paths": .object(paths),
            "components": components,
        ]
    }

    private struct Operation {
        var path: String
        var method: String
        var value: JSONValue
    }

    private var operations: [Operation] {
        let members = routes.filter { $0.path.hasPrefix("/api/") }.map { route in
            Operation(
                path: Self.template(route.path),
                method: route.method.lowercased(),
                value: operation(route)
            )
        }
        return members + [
            Operation(path: "/api/sign-in", method: "post", value: signIn),
            Operation(path: "/api/sign-out", method: "post", value: signOut),
            Operation(path: "/checkpoint", method: "get", value: checkpoint),
            Operation(path: "/api/estimates", method: "get", value: estimates(parameters: [])),
            Operation(
                path: "/api/estimates/{estimate}",
                method: "get",
                value: estimates(parameters: ["estimate"])
            ),
        ]
    }

    /// `/encounters/:encounter` as `/encounters/{encounter}`.
    private static func template(_ path: String) -> String {
        path.split(separator: "/").map { $0.first == ":" ? "/{\($0.dropFirst())}" : "/\($0)" }
            .joined()
    }

    private static func parameter(_ name: String) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true,
            "schema": ["type": "string"],
        ]
    }

    private func operation(_ route: Routes.Entry) -> JSONValue {
        let parts = route.path.split(separator: "/").dropFirst()
        let parameters = parts.filter { $0.first == ":" }
            .map { Self.parameter(String($0.dropFirst())) }
        let name = parts.map { $0.first == ":" ? "by-\($0.dropFirst())" : String($0) }
        var fields: [String: JSONValue] = [
            "operationId": .string("\(route.method.lowercased())-\(name.joined(separator: "-"))"),
            "summary": .string(words("act.\(route.act.rawValue)")),
            "tags": [.string(parts.first.map(String.init) ?? "")],
            "x-act": .string(route.act.rawValue),
        ]
        if !parameters.isEmpty { fields["parameters"] = .array(parameters) }
        var problems = ["401", "403", "404"]
        if route.method == "POST" {
            fields["requestBody"] = [
                "required": true, "content": Self.json(["type": "object"]),
            ]
            problems += ["400", "409", "413", "415", "422"]
        }
        fields["responses"] = responses(ok: "api.response.ok", problems)
        return .object(fields)
    }

    // MARK: What needs no session

    private var signIn: JSONValue {
        [
            "operationId": "post-sign-in",
            "summary": .string(words("api.signIn")),
            "tags": ["sign-in"],
            "security": [],
            "requestBody": ["required": true, "content": Self.json(Self.credentials)],
            "responses": responses(
                ok: "api.response.token",
                ["400", "401", "413", "415", "429"],
                schema: Self.token
            ),
        ]
    }

    private var signOut: JSONValue {
        [
            "operationId": "post-sign-out",
            "summary": .string(words("api.signOut")),
            "tags": ["sign-in"],
            "responses": responses(ok: "api.response.ok", []),
        ]
    }

    private var checkpoint: JSONValue {
        [
            "operationId": "get-checkpoint",
            "summary": .string(words("api.checkpoint")),
            "tags": ["record"],
            "security": [],
            "responses": [
                "200": [
                    "description": .string(words("api.response.note")),
                    "content": ["text/plain": ["schema": ["type": "string"]]],
                ]
            ],
        ]
    }

    /// Published estimates, all or one.
    private func estimates(parameters: [String]) -> JSONValue {
        let name = (["get-published-estimates"] + parameters.map { "by-\($0)" })
        var fields: [String: JSONValue] = [
            "operationId": .string(name.joined(separator: "-")),
            "summary": .string(words("estimates.title")),
            "tags": ["estimates"],
            "security": [],
            "responses": responses(ok: "api.response.ok", parameters.isEmpty ? [] : ["404"]),
        ]
        if !parameters.isEmpty {
            fields["parameters"] = .array(parameters.map(Self.parameter))
        }
        return .object(fields)
    }

    private static let credentials: JSONValue = [
        "type": "object", "required": ["signIn", "password"],
        "properties": [
            "signIn": ["type": "string"], "password": ["type": "string", "format": "password"],
        ],
    ]

    private static let token: JSONValue = [
        "type": "object", "required": ["token", "roles"],
        "properties": [
            "token": ["type": "string", "pattern": "^[0-9a-f]{64}$"],
            "roles": ["type": "array", "items": ["type": "string"]],
        ],
    ]

    // MARK: Parts

    private func responses(
        ok: String,
        _ problems: [String],
        schema: JSONValue = ["type": "object"]
    ) -> JSONValue {
        var all: [String: JSONValue] = [
            "200": ["description": .string(words(ok)), "content": Self.json(schema)]
        ]
        for status in problems {
            all[status] = ["$ref": "#/components/responses/\(status)"]
        }
        return .object(all)
    }

    private var components: JSONValue {
        let statuses = ["400", "401", "403", "404", "409", "413", "415", "422", "429"]
        let problems = statuses.map { status -> (String, JSONValue) in
            let content: JSONValue = [
                "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
            ]
            return (
                status,
                ["description": .string(words("api.response.\(status)")), "content": content]
            )
        }
        return [
            "securitySchemes": [
                "session": [
                    "type": "http", "scheme": "bearer",
                    "description": .string(words("api.bearer")),
                ]
            ],
            "schemas": ["Problem": Self.problem],
            "responses": .object(Dictionary(problems) { first, _ in first }),
        ]
    }

    /// RFC 9457, with the refusal's code and the field it is about.
    private static let problem: JSONValue = [
        "type": "object", "required": ["title", "status"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"],
            "status": ["type": "integer"], "code": ["type": "string"],
            "field": ["type": "string"],
        ],
    ]

    private static func json(_ schema: JSONValue) -> JSONValue {
        ["application/json": ["schema": schema]]
    }
}
