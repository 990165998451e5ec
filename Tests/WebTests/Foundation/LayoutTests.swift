import Casework
import Testing
import Web

@Suite struct LayoutTests {
    private let words = Words(.english)

    private func frame(isDemo: Bool, member: Bool = true) -> Frame {
        Frame(
            words: words,
            path: "/inbox/7",
            settings: SiteSettings(isSecure: true, isDemo: isDemo),
            member: member
                ? MemberBadge(name: "A <b>", agency: "DIF", formToken: SecretToken()) : nil,
            navigation: [
                NavigationItem("Home", "/"), NavigationItem("Inbox", "/inbox", waiting: 3),
            ]
        )
    }

    @Test func `the way out comes right after the skip link`() throws {
        let page = Layout.page("T", in: frame(isDemo: true)) { p { "x" } }.string
        let links = page.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
        #expect(Array(links.prefix(2)) == ["#content", "/leave"])
    }

    @Test func `a demonstration says so on every page, and only a demonstration`() {
        let text = words("page.demo")
        #expect(Layout.page("T", in: frame(isDemo: true)) { "x" }.string.contains(text))
        #expect(!Layout.page("T", in: frame(isDemo: false)) { "x" }.string.contains(text))
    }

    @Test func `a page has no inline script, style or handler`() {
        let page = Layout.page("T", in: frame(isDemo: true)) { "x" }.string
        #expect(page.firstMatch(of: /<style|style=|\son\w+=|<script(?! src)/) == nil)
    }

    @Test func `the place of a page is marked`() {
        let page = Layout.page("T", in: frame(isDemo: false)) { "x" }.string
        #expect(page.contains(#"<a href="/inbox" aria-current="page">"#))
        #expect(page.matches(of: /aria-current/).count == 1)
    }

    @Test func `a place holds what is below its paths, and home only itself`() {
        let home = NavigationItem("Home", "/")
        let inbox = NavigationItem("Inbox", "/inbox", others: ["/letters"])
        for path in ["/inbox", "/inbox/7", "/letters", "/letters/7/answer"] {
            #expect(inbox.holds(path) && !home.holds(path), "\(path)")
        }
        #expect(home.holds("/") && !inbox.holds("/"))
        #expect(!inbox.holds("/inboxes") && !inbox.holds("/other"))
    }

    @Test func `without a member there is no navigation nor sign-out`() {
        let page = Layout.page("T", in: frame(isDemo: false, member: false)) { "x" }.string
        #expect(!page.contains("<nav") && !page.contains("/sign-out"))
    }

    @Test func `a refused form shows each error twice, tied to its field`() {
        var fields = FormFields(["place": ["<x>"], "age": ["?"], "kind": ["b"]])
        _ = fields.integer("age", in: 0...9)
        let view = FormView(
            words,
            fields,
            token: SecretToken(),
            labels: ["place": "Place", "age": "Age", "kind": "Kind"]
        )
        let form = view.form("/x", submit: "Save") {
            view.text("place", required: false)
            view.text("age", hint: "Years", kind: .number)
            view.radios("kind", [Option("a", "A"), Option("b", "B")])
        }.string
        #expect(form.contains(##"<a href="#field-age">Age: Enter a whole number from 0 to 9</a>"##))
        #expect(form.contains(#"aria-describedby="hint-age error-age" aria-invalid="true""#))
        #expect(form.contains(#"value="&lt;x&gt;""#))
        #expect(form.contains(#"value="b" checked"#) && !form.contains(#"value="a" checked"#))
        #expect(form.contains("(optional)"))
    }

    @Test func `an error of the whole form stands in the summary without a link`() {
        var fields = FormFields()
        fields.reject(FieldError.wholeForm, "problem.slow.text")
        let form = FormView(words, fields, token: nil).form("/x", submit: "Save") { "" }.string
        #expect(form.contains("<li>\(words("problem.slow.text"))</li>"))
    }

    @Test func `every label and reference in a form leads somewhere`() {
        var fields = FormFields()
        for name in ["a", "b", "c", "d", "e"] { fields.reject(name, "error.required") }
        let names = ["a": "A", "b": "B", "c": "C", "d": "D", "e": "E"]
        let view = FormView(words, fields, token: SecretToken(), labels: names)
        let options = [Option("1", "One", hint: "First"), Option("2", "Two")]
        let form = view.form("/x", submit: "Save") {
            view.text("a", hint: "h")
            view.area("b", hint: "h")
            view.select("c", options, hint: "h")
            view.radios("d", options, hint: "h")
            view.tick("e", hint: "h")
        }.string
        let ids = form.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let references =
            form.matches(of: /(?:for|aria-describedby|aria-labelledby)="([^"]*)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
            + form.matches(of: /href="#([^"]*)"/).map { String($0.1) }
        #expect(references.count > 15)
        #expect(Set(references).subtracting(ids) == [])
    }

    @Test func `a table's cells carry the titles of their columns`() {
        let table = dataTable(
            "T",
            [Column("A"), Column("B", isNumber: true)],
            rows: [[HTML(text: "x"), HTML(text: "1")]]
        )
        #expect(
            table.string.contains(
                #"<th scope="row" role="rowheader" data-label="A">x</th>"#
                    + #"<td role="cell" data-label="B" class="number">1</td>"#
            )
        )
    }
}
