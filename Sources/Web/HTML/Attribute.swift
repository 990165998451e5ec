/// One attribute of an element.
///
/// Names are literals of this program; values may be anything and are escaped when written.
/// Elements take optional attributes, so `wanted ? .id("x") : nil` leaves one out.
package struct Attribute: Sendable, Equatable {
    let name: StaticString
    let suffix: StaticString?
    let value: String?

    /// Any attribute by its name.
    package init(_ name: StaticString, _ value: String) {
        self.init(name, suffix: nil, value)
    }

    private init(_ name: StaticString, suffix: StaticString?, _ value: String?) {
        self.name = name
        self.suffix = suffix
        self.value = value
    }

    /// An attribute that is either there or not, such as `required`.
    ///
    /// - Returns: nil when it is not wanted.
    package static func flag(_ name: StaticString, _ isOn: Bool) -> Attribute? {
        isOn ? Attribute(name, suffix: nil, nil) : nil
    }

    package static func == (left: Attribute, right: Attribute) -> Bool {
        left.name.description == right.name.description
            && left.suffix?.description == right.suffix?.description
            && left.value == right.value
    }
}

extension Attribute {
    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
    package static func lang(_ language: Language) -> Attribute {
        Attribute("lang", language.rawValue)
    }
    package static func name(_ name: String) -> Attribute { Attribute("name", name) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func type(_ type: String) -> Attribute { Attribute("type", type) }
    package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    package static func rel(_ rel: String) -> Attribute { Attribute("rel", rel) }
    package static func method(_ method: String) -> Attribute { Attribute("method", method) }
    package static func action(_ path: String) -> Attribute {
        Attribute("action", safeAddress(path))
    }
    package static func href(_ address: String) -> Attribute {
        Attribute("href", safeAddress(address))
    }
    package static func src(_ address: String) -> Attribute {
        Attribute("src", safeAddress(address))
    }
    package static func datetime(_ stamp: String) -> Attribute { Attribute("datetime", stamp) }
    package static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    package static func role(_ role: String) -> Attribute { Attribute("role", role) }
    package static func autocomplete(_ kind: String) -> Attribute {
        Attribute("autocomplete", kind)
    }
    /// An `aria-…` attribute: `.aria("current", "page")`.
    package static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute("aria-", suffix: name, value)
    }
    /// A `data-…` attribute: `.data("label", "Lugar")`.
    package static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute("data-", suffix: name, value)
    }

    /// The address, or `#` if it could run script.
    ///
    /// Only local addresses and `http`, `https`, `mailto` and `tel` pass. Browsers drop tabs, line
    /// breaks and leading controls before they look for a scheme (URL Standard, section 4.4), so
    /// an address with any control character is refused outright.
    private static func safeAddress(_ address: String) -> String {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return "#" }
        guard let colon = address.firstIndex(of: ":") else { return address }
        let scheme = address[..<colon]
        if scheme.contains(where: { "/?#".contains($0) }) { return address }
        return ["http", "https", "mailto", "tel"].contains(scheme.lowercased()) ? address : "#"
    }
}
