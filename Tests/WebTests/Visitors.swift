import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web

/// Who comes to a site: people with browsers, and programs with tokens.
struct Visitors: Sendable {
    let client: any TestClientProtocol

    /// Somebody who has not signed in.
    var stranger: Browser { Browser(client: client, cookie: "", token: "") }

    /// Signs a member in as their browser would.
    func browser(_ who: WebWorld.Who) async throws -> Browser {
        try await browser(signIn: who.rawValue, password: WebWorld.password)
    }

    func browser(signIn: String, password: String) async throws -> Browser {
        let entry = try await stranger.post("/sign-in", ["signIn": signIn, "password": password])
        let cookie = try #require(entry.headers[.setCookie]?.prefix { $0 != ";" })
        let visitor = Browser(client: client, cookie: String(cookie), token: "")
        let token = try #require(try await visitor.get("/account").formToken)
        return Browser(client: client, cookie: String(cookie), token: token)
    }

    /// Signs a member in as a program would.
    func program(_ who: WebWorld.Who) async throws -> Program {
        let entry = try await Program(client: client, token: "").post(
            "/api/sign-in",
            #"{"signIn":"\#(who.rawValue)","password":"\#(WebWorld.password)"}"#
        )
        return Program(client: client, token: try #require(try entry.json()["token"] as? String))
    }
}

/// A browser with a session's cookie and, after the first page, the token that forms carry.
struct Browser: Sendable {
    let client: any TestClientProtocol
    let cookie: String
    let token: String

    func get(_ path: String, language: Language = .spanish) async throws -> Reply {
        let headers: HTTPFields = [
            .cookie: cookie, .acceptLanguage: language.rawValue,
        ]
        return try await client.answer(path, .get, headers)
    }

    /// Sends a form; a field can have several values.
    func post(
        _ path: String,
        all fields: [String: [String]],
        headers extra: HTTPFields = [:]
    ) async throws -> Reply {
        var headers: HTTPFields = [
            .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
        ]
        for field in extra { headers[field.name] = field.value }
        var fields = fields
        if fields[FormFields.tokenName] == nil { fields[FormFields.tokenName] = [token] }
        let body = fields.flatMap { name, values in
            values.map { "\(Self.encoded(name))=\(Self.encoded($0))" }
        }
        return try await client.answer(path, .post, headers, body.joined(separator: "&"))
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> Reply {
        try await post(path, all: fields.mapValues { [$0] })
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter
                || (0x30...0x39).contains(byte)
            if isPlain { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }
        .joined()
    }
}

/// A program that speaks JSON.
struct Program: Sendable {
    let client: any TestClientProtocol
    let token: String

    func get(_ path: String) async throws -> Reply {
        try await client.answer(path, .get, [.authorization: "Bearer \(token)"])
    }

    func post(_ path: String, _ json: String) async throws -> Reply {
        let headers: HTTPFields = [
            .authorization: "Bearer \(token)", .contentType: "application/json",
        ]
        return try await client.answer(path, .post, headers, json)
    }

    func post(_ path: String, _ object: [String: Any]) async throws -> Reply {
        let body = try JSONSerialization.data(withJSONObject: object)
        return try await post(path, String(decoding: body, as: UTF8.self))
    }
}

/// What came back.
struct Reply: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String

    /// The body as an object of JSON.
    func json() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(body.utf8))
        return try #require(object as? [String: Any], "\(body)")
    }

    /// Where a redirect leads.
    var location: String? { headers[.location] }

    /// The token that the forms of this page carry.
    var formToken: String? {
        body.firstMatch(of: /name="form-token" value="([0-9a-f]{64})"/).map { String($0.1) }
    }

    /// The page's words, without its markup.
    var text: String {
        body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

extension TestClientProtocol {
    func answer(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ headers: HTTPFields,
        _ body: String? = nil
    ) async throws -> Reply {
        let response = try await execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        return Reply(
            status: response.status,
            headers: response.headers,
            body: String(buffer: response.body)
        )
    }
}
