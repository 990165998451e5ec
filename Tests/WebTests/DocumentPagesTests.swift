import Foundation
import HTTPTypes
import Telegram
import Testing
import Web

@Suite struct DocumentPagesTests {
    @Test func `a telegram that is brought in is read and shown with its drafts`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let page = try await analyst.get(path)
            #expect(page.status == .ok)
            for text in [
                "06MEXICO3423", "21 jun 2006, 19:31 UTC", "AMEMBASSY MEXICO", "UNCLASSIFIED",
                "Derechos humanos", "GARZA", "Falta decidir",
            ] {
                #expect(page.text.contains(text), "\(text)")
            }
            let list = try await analyst.get("/documents")
            #expect(list.text.contains("06MEXICO3423"))
            #expect(list.text.contains("0 de "))
        }
    }

    @Test func `every draft has its mark, its card and its form`() async throws {
        let telegram = try TelegramReader.read(
            Array(Samples.telegram()),
            fileName: Samples.telegramName
        )
        let drafts = Drafter.drafts(of: telegram)
        #expect(drafts.count > 20)
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let page = try await analyst.get(path).body
            for draft in drafts {
                let range = "\(draft.range.lowerBound)-\(draft.range.upperBound)"
                let slug = "\(draft.paragraph)-\(range)-\(draft.kind.rawValue)"
                #expect(page.contains("<mark id=\"words-\(slug)\""))
                #expect(page.contains("<article class=\"draft\" id=\"draft-\(slug)\""))
                #expect(page.contains("action=\"\(path)/drafts/\(slug)\""))
            }
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func `an accepted draft is listed with its citation, and the next one waits`()
        async throws
    {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let drafts = try await Self.drafts(path, visitors)
            let first = try #require(drafts.first { $0.kind == "organization" })
            let answer = try await analyst.post(
                "\(path)/drafts/\(first.slug)",
                first.fields("accept", title: first.title)
            )
            #expect(answer.status == .seeOther)
            let next = try #require(answer.location?.split(separator: "#").last)
            #expect(next.hasPrefix("draft-") && next != "draft-\(first.slug)")
            let page = try await analyst.get(path)
            #expect(page.body.contains("class=\"draft draft--decided\" id=\"draft-\(first.slug)\""))
            let observer = try await visitors.browser(.observer)
            let directory = try await observer.get("/directory")
            #expect(directory.text.contains(first.title))
            #expect(directory.body.contains("06MEXICO3423\u{A0}¶\u{A0}\(first.paragraph)"))
            #expect(!directory.body.contains("href=\"/documents"))
            #expect(try await analyst.get("/directory").body.contains("href=\"\(path)#paragraph-"))
        }
    }

    @Test func `changed words are listed as changed, and say so`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let drafts = try await Self.drafts(path, visitors)
            let place = try #require(drafts.first { $0.kind == "place" })
            _ = try await analyst.post(
                "\(path)/drafts/\(place.slug)",
                place.fields("accept", title: "Otro nombre")
            )
            #expect(try await analyst.get("/directory").text.contains("Otro nombre"))
            let after = try await Self.drafts(path, visitors)
            #expect(after.first { $0.slug == place.slug }?.outcome == "edited")
        }
    }

    @Test func `a rejected draft is listed nowhere`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let drafts = try await Self.drafts(path, visitors)
            let draft = try #require(drafts.first { $0.kind == "person" })
            _ = try await analyst.post(
                "\(path)/drafts/\(draft.slug)",
                draft.fields("reject", title: "")
            )
            let directory = try await analyst.get("/directory")
            #expect(!directory.text.contains(draft.title))
            let after = try await Self.drafts(path, visitors)
            #expect(after.first { $0.slug == draft.slug }?.outcome == "rejected")
        }
    }

    @Test func `a draft without a title comes back with the error at its field`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let drafts = try await Self.drafts(path, visitors)
            let draft = try #require(drafts.first)
            let answer = try await analyst.post(
                "\(path)/drafts/\(draft.slug)",
                draft.fields("accept", title: " ")
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-title-\(draft.slug)\""))
            #expect(answer.body.contains("href=\"#field-title-\(draft.slug)\""))
            #expect(answer.body.matches(of: /role="alert"/).count == 1)
        }
    }

    @Test func `nobody decides a draft twice`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let drafts = try await Self.drafts(path, visitors)
            let draft = try #require(drafts.first)
            let fields = draft.fields("reject", title: "")
            _ = try await analyst.post("\(path)/drafts/\(draft.slug)", fields)
            let again = try await analyst.post("\(path)/drafts/\(draft.slug)", fields)
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("ya decidió sobre este borrador"))
        }
    }

    @Test(arguments: ["9-0-1-place", "x", "1-0-1-challenge"])
    func `a draft that the telegram does not give cannot be accepted`(slug: String) async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let answer = try await analyst.post(
                "\(path)/drafts/\(slug)",
                ["verdict": "accept", "title-\(slug)": "Invented", "draft": slug]
            )
            #expect(answer.status == .notFound)
            let directory = try await analyst.get("/directory")
            #expect(!directory.text.contains("Invented"))
        }
    }

    @Test(arguments: [
        (Language.spanish, "", "no tiene texto"), (.english, " \n", "has no text"),
        (.spanish, "Lista de compras\n", "esto no es un telegrama"),
    ])
    func `a file that is no telegram is refused at its field, with the reason`(
        language: Language,
        text: String,
        reason: String
    ) async throws {
        try await WebWorld().visit { visitors in
            var analyst = try await visitors.browser(.analyst)
            analyst = Browser(
                client: analyst.client,
                cookie: "\(analyst.cookie); lang=\(language.rawValue)",
                token: analyst.token
            )
            let answer = try await analyst.upload(Data(text.utf8), named: "a.txt", to: "/documents")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-file\""))
            #expect(answer.text.contains(reason))
        }
    }

    @Test func `the form without a file asks for one`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let answer = try await analyst.upload(Data(), named: "", to: "/documents")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Elija un archivo"))
        }
    }

    @Test func `the same telegram cannot be brought in twice`() async throws {
        try await WebWorld().visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            _ = try await analyst.uploadSample()
            let again = try await analyst.upload(
                Samples.telegram(),
                named: "other.txt",
                to: "/documents"
            )
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("Este documento ya está aquí"))
        }
    }

    @Test func `a program brings in a telegram and decides a draft`() async throws {
        try await WebWorld().visit { visitors in
            let program = try await visitors.program(.analyst)
            let made = try await program.post(
                "/api/documents",
                [
                    "fileName": Samples.telegramName,
                    "bytes": Samples.telegram().base64EncodedString(),
                ]
            )
            #expect(made.status == .ok)
            let path = "/documents/\(try #require(try made.json()["id"] as? String))"
            let drafts = try await Self.drafts(path, visitors)
            let draft = try #require(drafts.first)
            let answer = try await program.post(
                "/api\(path)/drafts/\(draft.slug)",
                ["verdict": "accept"]
            )
            #expect(answer.status == .ok)
            #expect(try answer.json()["listing"] is String)
            let lists = try await program.get("/api/directory").json()["listings"] as? [Any] ?? []
            let others = try await program.get("/api/challenges").json()["listings"] as? [Any] ?? []
            #expect(lists.count + others.count == 1)
        }
    }

    @Test func `what a program sends must be a telegram too`() async throws {
        try await WebWorld().visit { visitors in
            let answer = try await visitors.program(.analyst).post(
                "/api/documents",
                ["fileName": "a.txt", "bytes": Data("nothing".utf8).base64EncodedString()]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.json()["field"] as? String == "file")
        }
    }

    /// The drafts of a document, as a program sees them.
    private static func drafts(_ path: String, _ visitors: Visitors) async throws -> [DraftSeen] {
        let reply = try await visitors.program(.analyst).get("/api\(path)")
        return try JSONDecoder().decode(DocumentSeen.self, from: Data(reply.body.utf8)).drafts
    }
}

private struct DocumentSeen: Decodable {
    var drafts: [DraftSeen]
}

private struct DraftSeen: Decodable {
    var slug: String
    var kind: String
    var title: String
    var detail: String
    var paragraph: Int
    var outcome: String?

    func fields(_ verdict: String, title: String) -> [String: String] {
        ["verdict": verdict, "draft": slug, "title-\(slug)": title, "detail-\(slug)": detail]
    }
}
