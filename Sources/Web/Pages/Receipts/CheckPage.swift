import HTTPTypes
import Hummingbird
import Ledger

/// The page that checks a receipt in the browser alone.
///
/// One document that needs no other: the style, the script, every sentence in both languages and the
/// coalition's policy stand inside it, so that a copy on a disk still works when the network is off
/// and when this node is gone. It is allowed its own script and style, by their hashes, and nothing
/// else: it cannot send anything anywhere.
struct CheckPage {
    let policy: WitnessPolicy
    /// The language that is shown first.
    let language: Language
    let settings: SiteSettings
    /// Whether it is to be saved, and then has no links to this node.
    var isFile = false

    /// What the page may do; the copy on a disk carries the same in its head.
    static let contentSecurityPolicy = "\(bareContentSecurityPolicy); frame-ancestors 'none'"

    /// Without the one directive that browsers do not take from a document's head.
    private static let bareContentSecurityPolicy = [
        "default-src 'none'",
        "script-src 'sha256-\(Digest32.sha256(Assets.checker.bytes).base64)'",
        "style-src 'sha256-\(Digest32.sha256(Assets.style.bytes).base64)'",
        "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .joined(separator: "; ")

    var response: Response {
        var response = document.response(status: .ok)
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        return response
    }

    private var document: HTML {
        HTML {
            HTML(verbatim: "<!doctype html>\n")
            html(.lang(language)) {
                documentHead
                body {
                    a(.href("#content"), .class("skip")) { both("page.skip") }
                    if settings.isDemo {
                        aside(.class("demo")) { both("page.demo") }
                    }
                    topBar
                    main(.id("content"), .class("content"), Attribute("tabindex", "-1")) { content }
                    script { HTML(verbatim: Assets.checker) }
                }
            }
        }
    }

    private var documentHead: HTML {
        head {
            meta(Attribute("charset", "utf-8"))
            meta(
                Attribute("http-equiv", "Content-Security-Policy"),
                Attribute("content", Self.bareContentSecurityPolicy)
            )
            title { "\(Words(language)("check.title")) · Enlace" }
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("robots"), Attribute("content", "noindex, nofollow"))
            meta(.name("color-scheme"), Attribute("content", "light dark"))
            Element("style")(content: { HTML(verbatim: Assets.style) })
        }
    }

    private var topBar: HTML {
        header(.class("top")) {
            if !isFile {
                a(.class("leave"), .href("/leave"), .rel("noreferrer nofollow")) {
                    span(.aria("hidden", "true")) { "✕" }
                    both("page.leave")
                }
            }
            span(.class("brand")) {
                Mark.svg
                span { "Enlace" }
            }
            div(.class("language")) {
                for other in Language.allCases {
                    button(.type("button"), .data("to", other.rawValue), .lang(other)) {
                        other.ownName
                    }
                }
            }
        }
    }

    @HTMLBuilder private var content: HTML {
        h1 { both("check.title") }
        p(.class("lede")) { both("check.lede") }
        // Stands until the script runs, which in an old browser it never does.
        div(.id("unable")) {
            notice(.caution) {
                h2 { both("check.outcome.cannotCheck") }
                p { both("check.unable") }
            }
        }
        div(.id("tool"), .flag("hidden", true)) {
            part("check.give") { CheckForm.receipt }
            div(.id("outcome"), .role("status")) {
                for outcome in ReceiptVerdict.Outcome.allCases { CheckForm.said(outcome) }
            }
            details(.class("card")) {
                summary { both("check.policy") }
                CheckForm.policy(policy)
                if !isFile {
                    p(.class("buttons")) {
                        a(.class("button button--quiet"), .href("/policy")) {
                            both("check.policyLink")
                        }
                    }
                }
            }
        }
        if !isFile {
            part("check.save") {
                p { both("check.saveText") }
                p(.class("buttons")) {
                    a(.class("button button--quiet"), .href("/check/file")) {
                        both("check.saveLink")
                    }
                }
            }
        }
    }
}

/// A text in both languages, of which the style sheet shows the page's.
func both(_ key: String) -> HTML {
    HTML {
        for language in Language.allCases {
            span(.class("in"), .lang(language)) { Words(language)(key) }
        }
    }
}

private func part(_ key: String, @HTMLBuilder content: () -> HTML) -> HTML {
    section(.class("card")) {
        h2 { both(key) }
        content()
    }
}
