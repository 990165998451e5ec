import Casework

/// A consent recorded before, in short.
enum ConsentHistory {
    static func show(_ earlier: Consents.Earlier, _ screen: Screen) -> HTML {
        let words = screen.words
        let consent = earlier.consent
        var rows = [
            SummaryRow(words("consent.answer"), status(consent, screen)),
            SummaryRow(words("field.at"), HTML.moment(earlier.at, words)),
        ]
        if !consent.isRefusal {
            rows += [
                SummaryRow(words("field.allowed"), allowed(earlier.allowed, words)),
                SummaryRow(words("field.purpose"), consent.purpose),
                SummaryRow(words("consent.until"), HTML.moment(consent.until, words)),
            ]
        }
        rows += [
            SummaryRow(words("field.language"), SpokenLanguage.name(consent.language, words)),
            SummaryRow(
                words("field.givenBy"),
                words("consentGiver.\(consent.givenBy.rawValue)")
            ),
            SummaryRow(
                words("field.interpreter"),
                words("interpreter.\(consent.interpreter.rawValue)")
            ),
            SummaryRow(words("field.present"), consent.present),
        ]
        return section(.class("card")) {
            summaryList(rows, words)
            p {
                a(.href("/receipts/\(earlier.position)")) {
                    words(consent.isRefusal ? "receipts.refusal" : "receipts.consent")
                }
            }
        }
    }

    private static func status(_ consent: Consent, _ screen: Screen) -> HTML {
        let words = screen.words
        if consent.isRefusal { return statusTag(.plain, words("consent.refused")) }
        return screen.now < consent.until
            ? statusTag(.good, words("consent.given"))
            : statusTag(.caution, words("consent.ended"))
    }

    private static func allowed(_ allowed: [Consents.Allowed], _ words: Words) -> HTML {
        ul(.class("given")) {
            for line in allowed {
                li {
                    span {
                        strong { line.agency }
                        ": "
                        line.sections.map { words("section.\($0.rawValue)") }
                            .joined(separator: ", ")
                    }
                }
            }
        }
    }
}
