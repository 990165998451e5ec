import Ledger

/// The parts of the page that checks which its script works on.
enum CheckForm {
    /// Where the receipt goes in.
    @HTMLBuilder static var receipt: HTML {
        div(.class("field")) {
            label(.for("receipt-text")) { both("check.text") }
            p(.class("hint"), .id("receipt-text-hint")) { both("check.textHint") }
            textarea(
                .id("receipt-text"),
                Attribute("rows", "6"),
                .autocomplete("off"),
                Attribute("spellcheck", "false"),
                .aria("describedby", "receipt-text-hint")
            )
        }
        fileField("receipt-file", "check.file", hint: "check.fileHint")
        p(.class("buttons")) {
            button(.type("button"), .class("button"), .id("check")) { both("check.run") }
        }
    }

    /// One of the three outcomes with all its reasons, hidden until the script shows the one.
    static func said(_ outcome: ReceiptVerdict.Outcome) -> HTML {
        let tone: Tone =
            switch outcome {
            case .verified: .good
            case .notValid: .alarm
            case .cannotCheck: .caution
            }
        return div(.data("outcome", outcome.rawValue), .flag("hidden", true)) {
            notice(tone) {
                h2 { both("check.outcome.\(outcome.rawValue)") }
                for verdict in ReceiptVerdict.allCases where verdict.outcome == outcome {
                    p(.data("reason", verdict.rawValue)) {
                        both("check.reason.\(verdict.rawValue)")
                    }
                }
                if outcome == .verified { proved }
            }
        }
    }

    private static var proved: HTML {
        HTML {
            dl(.class("summary")) {
                for (key, value) in [
                    ("check.entry", "index"), ("check.log", "origin"), ("check.hash", "leaf"),
                ] {
                    div {
                        dt { both(key) }
                        dd(.data("value", value))
                    }
                }
                div(.data("reason", ReceiptVerdict.vouched.rawValue)) {
                    dt { both("check.witnesses") }
                    dd { ul(.id("witnesses")) }
                }
            }
            p { both("check.limits") }
        }
    }

    /// Whose signatures count, and the way to say so oneself.
    @HTMLBuilder static func policy(_ policy: WitnessPolicy) -> HTML {
        p { both("check.policyText") }
        p { both("check.policyWhy") }
        fileField("policy-file", "check.policyFile")
        p(.id("policy-came")) { both("check.policyCame") }
        p(.id("policy-chosen"), .flag("hidden", true)) { both("check.policyChosen") }
        pre(.id("policy")) { policy.text }
    }

    private static func fileField(_ id: String, _ key: String, hint: String? = nil) -> HTML {
        div(.class("field")) {
            label(.for(id)) { both(key) }
            if let hint {
                p(.class("hint"), .id("\(id)-hint")) { both(hint) }
            }
            input(
                .id(id),
                .type("file"),
                hint == nil ? nil : .aria("describedby", "\(id)-hint")
            )
        }
    }
}
