/// The whole document around a page's content.
package enum Layout {
    /// A complete page.
    ///
    /// The browser's title adds the product's name to `title` and, if a form was refused
    /// (`hasErrors`), says so first. `isWide` is for pages made of tables; others keep a width that
    /// is good to read. `refresh` makes the browser ask again after so many seconds: only for whoever
    /// asked for that.
    package static func page(
        _ title: String,
        in frame: Frame,
        hasErrors: Bool = false,
        isWide: Bool = false,
        refresh: Int? = nil,
        @HTMLBuilder content: () throws -> HTML
    ) rethrows -> HTML {
        let words = frame.words
        return try HTML {
            HTML(verbatim: "<!doctype html>\n")
            try html(.lang(words.language)) {
                documentHead(
                    hasErrors ? "\(words("form.errorTitle")) \(title)" : title,
                    refresh,
                    words
                )
                try body {
                    a(.href("#content"), .class("skip")) { words("page.skip") }
                    if frame.settings.isDemo {
                        aside(.class("demo"), .aria("label", words("page.demoLabel"))) {
                            words("page.demo")
                        }
                    }
                    topBar(frame)
                    if frame.member != nil {
                        memberBar(frame)
                    }
                    try main(
                        .id("content"),
                        .class(isWide ? "content content--wide" : "content"),
                        Attribute("tabindex", "-1"),
                        content: content
                    )
                    pageFooter(words)
                }
            }
        }
    }

    private static func documentHead(
        _ documentTitle: String,
        _ refresh: Int?,
        _ words: Words
    ) -> HTML {
        head {
            meta(Attribute("charset", "utf-8"))
            if let refresh {
                meta(
                    Attribute("http-equiv", "refresh"),
                    Attribute("content", String(refresh))
                )
            }
            title { "\(documentTitle) · Enlace" }
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("robots"), Attribute("content", "noindex, nofollow"))
            meta(.name("color-scheme"), Attribute("content", "light dark"))
            link(.rel("icon"), .type("image/svg+xml"), .href(Assets.icon.path))
            link(.rel("stylesheet"), .href(Assets.style.path))
            script(.src(Assets.script.path), .flag("defer", true))
        }
    }

    /// The bar that stays in sight.
    ///
    /// *Leave this page* is its first link, so that it comes right after the skip link for whoever
    /// uses a keyboard; the style sheet shows it last.
    private static func topBar(_ frame: Frame) -> HTML {
        let words = frame.words
        return header(.class("top")) {
            a(
                .class("leave"),
                .href("/leave"),
                .rel("noreferrer nofollow"),
                .data("leave", "now"),
                Attribute("title", words("page.leaveHint"))
            ) {
                span(.aria("hidden", "true")) { "✕" }
                words("page.leave")
            }
            a(.class("brand"), .href("/")) {
                Mark.svg
                span { "Enlace" }
            }
            languageSwitch(frame)
        }
    }

    private static func languageSwitch(_ frame: Frame) -> HTML {
        form(.class("language"), .method("post"), .action("/language")) {
            input(.type("hidden"), .name("back"), .value(frame.back))
            for language in Language.allCases where language != frame.words.language {
                button(.name("lang"), .value(language.rawValue), .lang(language)) {
                    language.ownName
                }
            }
        }
    }

    private static func memberBar(_ frame: Frame) -> HTML {
        let words = frame.words
        return div(.class("places")) {
            nav(.aria("label", words("page.navigation"))) {
                ul {
                    for item in frame.navigation {
                        li { navigationLink(item, frame) }
                    }
                }
            }
            if let member = frame.member {
                form(
                    .class("member"),
                    .method("post"),
                    .action("/sign-out"),
                    .aria("label", words("page.session"))
                ) {
                    input(
                        .type("hidden"),
                        .name(FormFields.tokenName),
                        .value(member.formToken.text)
                    )
                    span {
                        strong { a(.href("/account")) { member.name } }
                        span { member.agency }
                    }
                    button(.class("button button--quiet")) { words("page.signOut") }
                }
            }
        }
    }

    private static func navigationLink(_ item: NavigationItem, _ frame: Frame) -> HTML {
        a(.href(item.path), item.holds(frame.path) ? .aria("current", "page") : nil) {
            item.title
            if let waiting = item.waiting, waiting > 0 {
                span(.class("count")) { frame.words.number(waiting) }
            }
        }
    }

    private static func pageFooter(_ words: Words) -> HTML {
        footer(.class("foot")) {
            ul {
                li { a(.href("/help")) { words("page.help") } }
                li { a(.href("/accessibility")) { words("page.accessibility") } }
                li { a(.href("/estimates")) { words("estimates.title") } }
                li { a(.href("/check")) { words("receipt.toCheck") } }
                li { a(.href("/api")) { words("page.api") } }
            }
            p { words("page.about") }
        }
    }
}
