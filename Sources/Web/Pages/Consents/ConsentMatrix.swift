import Casework

/// Which sections each agency may open: a table of ticks, which on a phone becomes one list per
/// agency.
enum ConsentMatrix {
    /// The field's name; each value is `<agency>.<section>`.
    static let name = "allowed"

    /// The ticks, or nil if any of them is none of this program's.
    static func read(_ fields: inout FormFields) -> [AgencyID: Set<Casework.Section>]? {
        var allowed: [AgencyID: Set<Casework.Section>] = [:]
        for value in fields.all(name) {
            let parts = value.split(separator: ".")
            guard parts.count == 2, let agency = AgencyID(parts[0]),
                let part = Casework.Section(rawValue: String(parts[1]))
            else {
                fields.reject(name, "refusal.invalid")
                return nil
            }
            allowed[agency, default: []].insert(part)
        }
        return allowed
    }

    /// The roles repeat what the elements mean, because browsers forget it when a style sheet lays
    /// a table out as blocks.
    static func table(_ agencies: [Consents.Other], _ form: FormView) -> HTML {
        let words = form.words
        let ticked = Set(form.fields.all(name))
        return div(
            .class(form.error(of: name) == nil ? "" : "field--wrong"),
            .id(FormView.id(name))
        ) {
            form.notes(name, nil)
            Web.table(.class("matrix"), .role("table")) {
                caption { words("field.allowed") }
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        th(.scope("col"), .role("columnheader")) { words("consent.agency") }
                        for part in Casework.Section.allCases {
                            th(.scope("col"), .role("columnheader")) {
                                words("section.\(part.rawValue)")
                            }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    for agency in agencies {
                        row(agency, ticked, words)
                    }
                }
            }
        }
    }

    private static func row(_ agency: Consents.Other, _ ticked: Set<String>, _ words: Words) -> HTML
    {
        tr(.role("row")) {
            th(.scope("row"), .role("rowheader")) {
                agency.name
                span { words("agencyKind.\(agency.kind.rawValue)") }
            }
            for part in Casework.Section.allCases {
                let value = "\(agency.id).\(part.rawValue)"
                let title = words("section.\(part.rawValue)")
                td(.role("cell")) {
                    label {
                        input(
                            .name(name),
                            .type("checkbox"),
                            .value(value),
                            .flag("checked", ticked.contains(value)),
                            .aria("label", "\(title), \(agency.name)")
                        )
                        span { title }
                    }
                }
            }
        }
    }
}
