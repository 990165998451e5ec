/// What differs between one node's pages and another's.
package struct SiteSettings: Sendable {
    /// Whether browsers reach the node over https; a proxy in front may be what speaks it.
    package var isSecure: Bool
    /// Whether the node holds fictional people only, which every page then says.
    package var isDemo: Bool
    /// Where *leave this page* leads: an everyday page that tells nothing about the reader.
    package var leaveAddress: String

    package init(
        isSecure: Bool,
        isDemo: Bool,
        leaveAddress: String = "https://es.wikipedia.org/wiki/Portada"
    ) {
        self.isSecure = isSecure
        self.isDemo = isDemo
        self.leaveAddress = leaveAddress
    }
}
