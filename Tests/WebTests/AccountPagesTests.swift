import Casework
import HTTPTypes
import Testing
import Web

@Suite struct AccountPagesTests {
    @Test func `the account shows who a member is here`() async throws {
        try await WebWorld().visit { visitors in
            for who in WebWorld.Who.allCases {
                let page = try await visitors.browser(who).get("/account")
                #expect(page.status == .ok)
                #expect(page.text.contains("Name of \(who.rawValue)"))
                let model = try await visitors.program(who).get("/api/account").json()
                #expect(model["signIn"] as? String == who.rawValue)
                #expect(model["roles"] as? [String] == [who.role.rawValue])
            }
        }
    }

    @Test func `a new password ends every session and opens a new one`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let program = try await visitors.program(.officer)
            let colleague = try await visitors.browser(.observer)
            let new = "una frase nueva y larga"
            let answer = try await browser.post(
                "/account",
                ["oldPassword": WebWorld.password, "password": new, "again": new]
            )
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/sign-in")
            #expect(try await browser.get("/account").status == .seeOther)
            #expect(try await program.get("/api/account").status == .unauthorized)
            #expect(try await colleague.get("/account").status == .ok)
            let fresh = try await visitors.browser(signIn: "officer", password: new)
            #expect(try await fresh.get("/account").status == .ok)
        }
    }

    @Test(
        arguments: [
            ("wrong one, quite wrong", "una frase nueva", "una frase nueva", "no coincide"),
            (WebWorld.password, "corta", "corta", "al menos 12"),
            (WebWorld.password, "una frase nueva", "otra frase nueva", "No es igual"),
        ]
    )
    func `a password that will not do is refused with the reason`(
        old: String,
        new: String,
        again: String,
        reason: String
    ) async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let answer = try await browser.post(
                "/account",
                ["oldPassword": old, "password": new, "again": again]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(reason))
            #expect(!answer.body.contains(new))
            #expect(try await browser.get("/account").status == .ok)
            let same = try await visitors.browser(.officer)
            #expect(try await same.get("/account").status == .ok)
        }
    }
}
