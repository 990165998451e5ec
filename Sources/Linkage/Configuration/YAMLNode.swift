/// A YAML document as a tree of texts and of pairs, each with its line.
///
/// The part of YAML 1.2 that a configuration needs: one document, no anchors, aliases or tags, keys
/// that are texts. Parsing is libyaml's; this builds the tree from its events.
indirect enum YAMLNode {
    case scalar(Scalar)
    case mapping([(key: Scalar, value: YAMLNode)], line: Int)
    case sequence([YAMLNode], line: Int)

    /// A text and where it stands.
    struct Scalar: Hashable {
        let text: String
        let line: Int
    }

    static let byteLimit = 1 << 20
    /// Deeper than any configuration, and far from the end of the stack.
    private static let depthLimit = 16

    /// Reads a document; nil when there is nothing in it.
    init?(reading bytes: [UInt8]) throws(ConfigurationUnreadable) {
        guard bytes.count <= Self.byteLimit else {
            throw ConfigurationUnreadable(line: 0, reason: .tooLong(limit: Self.byteLimit))
        }
        var events = try [YAMLEvent](of: bytes)[...]
        guard let root = try Self.node(&events, depth: 0) else { return nil }
        guard events.isEmpty else {
            throw ConfigurationUnreadable(line: events[events.startIndex].line, reason: .notPlain)
        }
        self = root
    }

    /// The pairs of a mapping, no key twice.
    func pairs(
        of key: String,
        takes: ConfigurationUnreadable.Takes
    ) throws(ConfigurationUnreadable) -> [(key: Scalar, value: YAMLNode)] {
        guard case .mapping(let pairs, _) = self else {
            throw ConfigurationUnreadable(line: line, reason: .badValue(key: key, takes: takes))
        }
        var seen: Set<String> = []
        for (key, _) in pairs where !seen.insert(key.text).inserted {
            throw ConfigurationUnreadable(line: key.line, reason: .repeated(key.text))
        }
        return pairs
    }

    /// The text of a scalar that is not empty.
    func text(
        of key: Scalar,
        takes: ConfigurationUnreadable.Takes
    ) throws(ConfigurationUnreadable) -> String {
        guard case .scalar(let scalar) = self, !scalar.text.isEmpty else {
            throw ConfigurationUnreadable(
                line: key.line,
                reason: .badValue(key: key.text, takes: takes)
            )
        }
        return scalar.text
    }

    private var line: Int {
        switch self {
        case .scalar(let scalar): scalar.line
        case .mapping(_, let line), .sequence(_, let line): line
        }
    }

    private static func node(
        _ events: inout ArraySlice<YAMLEvent>,
        depth: Int
    ) throws(ConfigurationUnreadable) -> YAMLNode? {
        guard let event = events.popFirst() else { return nil }
        guard depth < depthLimit else {
            throw ConfigurationUnreadable(line: event.line, reason: .notPlain)
        }
        switch event.what {
        case .scalar(let text): return .scalar(Scalar(text: text, line: event.line))
        case .sequenceBegins:
            var items: [YAMLNode] = []
            while let item = try node(&events, depth: depth + 1) { items.append(item) }
            return .sequence(items, line: event.line)
        case .mappingBegins:
            var pairs: [(key: Scalar, value: YAMLNode)] = []
            while let key = try node(&events, depth: depth + 1) {
                guard case .scalar(let key) = key, let value = try node(&events, depth: depth + 1)
                else { throw ConfigurationUnreadable(line: event.line, reason: .notPlain) }
                pairs.append((key, value))
            }
            return .mapping(pairs, line: event.line)
        case .collectionEnds: return nil
        }
    }
}
