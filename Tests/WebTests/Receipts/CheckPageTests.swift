import Coalition
import Foundation
import HTTPTypes
import Ledger
import Testing
import Web

/// The page that checks receipts, as it is served.
@Suite struct CheckPageTests {
    private static let pages = ["/check", "/check/file"]

    @Test(arguments: pages)
    func `anybody gets the page, with the coalition's policy in it`(path: String) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let page = try await visitors.stranger.get(path)
            #expect(page.status == .ok)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            let policy = try await visitors.stranger.get("/policy")
            #expect(policy.status == .ok)
            #expect(page.body.contains("<pre id=\"policy\">\(policy.body)</pre>"))
            let parsed = try WitnessPolicy(parsing: policy.body)
            #expect(parsed.logs.map(\.verifier) == [await world.node.verifier])
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test(arguments: pages)
    func `the page may run its own script and style and nothing else`(path: String) async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.stranger.get(path)
            let policy = try #require(page.headers[.contentSecurityPolicy])
            let directives = policy.split(separator: "; ").map(String.init)
            let style = try #require(page.body.firstMatch(of: /(?s)<style>(.*?)<\/style>/)?.1)
            let script = try #require(page.body.firstMatch(of: /(?s)<script>(.*?)<\/script>/)?.1)
            for (directive, text) in [("style-src", style), ("script-src", script)] {
                let hash = Digest32.sha256(Array(text.utf8)).base64
                #expect(directives.contains("\(directive) 'sha256-\(hash)'"))
            }
            let rest = directives.filter { !$0.contains("'sha256-") }
            #expect(
                rest == [
                    "default-src 'none'", "base-uri 'none'", "form-action 'none'",
                    "require-trusted-types-for 'script'", "trusted-types 'none'",
                    "frame-ancestors 'none'",
                ]
            )
            // The copy on a disk has no headers: the same stands in its head.
            let meta = try #require(
                page.body.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/)?.1
            )
            let inHead = meta.replacing("&#39;", with: "'")
            #expect("\(inHead); frame-ancestors 'none'" == policy)
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func `no other page may run a script of its own`() async throws {
        try await WebWorld().visit { visitors in
            for path in ["/sign-in", "/help", "/policy", "/nothing"] {
                let page = try await visitors.stranger.get(path)
                #expect(page.headers[.contentSecurityPolicy] == contentSecurityPolicy, "\(path)")
            }
        }
    }

    @Test func `the saved page needs nothing beside itself`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.stranger.get("/check/file")
            #expect(
                page.headers[.contentDisposition] == "attachment; filename=\"enlace-check.html\""
            )
            let document = page.body.replacing(
                /(?s)<(style|script)>.*?<\/(style|script)>/,
                with: ""
            )
            let addresses = document.matches(of: /(?:href|src|action)="([^"]*)"/).map { $0.1 }
            #expect(addresses == ["#content"])
            #expect(!document.contains("url("))
        }
    }

    @Test func `the script does not end the element that it stands in`() {
        for asset in [Assets.checker, Assets.style] {
            #expect(!String(decoding: asset.bytes, as: UTF8.self).contains("</"))
        }
    }

    @Test func `every sentence stands in the page in both languages`() async throws {
        try await WebWorld().visit { visitors in
            for first in Language.allCases {
                let page = try await visitors.stranger.get("/check", language: first)
                #expect(page.body.contains("<html lang=\"\(first.rawValue)\">"))
                for verdict in ReceiptVerdict.allCases {
                    for language in Language.allCases {
                        let words = Words(language)
                        #expect(page.text.contains(verdict.sentence(words)))
                        #expect(page.text.contains(verdict.outcome.words(words)))
                    }
                }
            }
        }
    }

    @Test func `the script knows the same outcomes and reasons as the command`() {
        let script = String(decoding: Assets.checker.bytes, as: UTF8.self)
        let refusals = script.matches(of: /(?:notValid|cannotCheck)\('(\w+)'\)/).map { $0.1 }
        let said = script.matches(of: /reason: (?:.*\? )?'(\w+)'(?: : '(\w+)')?/)
            .flatMap { [$0.1, $0.2 ?? $0.1] }
        let known = Set(ReceiptVerdict.allCases.map(\.rawValue))
        #expect(Set((refusals + said).map(String.init)).subtracting(known) == [])
        // What only the command can meet: files.
        let onlyFiles: Set = ["noPolicy", "unreadable", "failed"]
        for verdict in known.subtracting(onlyFiles) {
            #expect(script.contains("'\(verdict)'"), "\(verdict)")
        }
    }
}
