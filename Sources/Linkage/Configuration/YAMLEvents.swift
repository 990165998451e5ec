import CYAML

/// One step through a YAML document.
struct YAMLEvent {
    enum What {
        case scalar(String)
        case sequenceBegins, mappingBegins, collectionEnds
    }

    let what: What
    /// Counted from 1.
    let line: Int
}

extension [YAMLEvent] {
    /// What libyaml finds in a document, one event after another.
    init(of bytes: [UInt8]) throws(ConfigurationUnreadable) {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else {
            throw ConfigurationUnreadable(line: 0, reason: .notYAML("out of memory"))
        }
        defer { unsafe yaml_parser_delete(&parser) }
        self = try unsafe bytes.withUnsafeBufferPointer {
            text throws(ConfigurationUnreadable) -> [YAMLEvent] in
            unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
            return try unsafe Self.drain(&parser)
        }
    }

    private static func drain(
        _ parser: inout yaml_parser_t
    ) throws(ConfigurationUnreadable) -> [YAMLEvent] {
        var events: [YAMLEvent] = []
        var documents = 0
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
                let why = unsafe parser.problem.map { unsafe String(cString: $0) }
                throw ConfigurationUnreadable(
                    line: unsafe Int(parser.problem_mark.line) + 1,
                    reason: .notYAML(why ?? "unreadable characters")
                )
            }
            defer { unsafe yaml_event_delete(&event) }
            let line = unsafe Int(event.start_mark.line) + 1
            switch unsafe event.type {
            case YAML_STREAM_END_EVENT: return events
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                guard documents == 1 else {
                    throw ConfigurationUnreadable(line: line, reason: .notPlain)
                }
            case YAML_SCALAR_EVENT:
                let scalar = unsafe event.data.scalar
                guard unsafe scalar.anchor == nil, unsafe scalar.tag == nil else {
                    throw ConfigurationUnreadable(line: line, reason: .notPlain)
                }
                let text = unsafe String(
                    decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
                    as: UTF8.self
                )
                events.append(YAMLEvent(what: .scalar(text), line: line))
            case YAML_SEQUENCE_START_EVENT:
                guard unsafe event.data.sequence_start.anchor == nil,
                    unsafe event.data.sequence_start.tag == nil
                else { throw ConfigurationUnreadable(line: line, reason: .notPlain) }
                events.append(YAMLEvent(what: .sequenceBegins, line: line))
            case YAML_MAPPING_START_EVENT:
                guard unsafe event.data.mapping_start.anchor == nil,
                    unsafe event.data.mapping_start.tag == nil
                else { throw ConfigurationUnreadable(line: line, reason: .notPlain) }
                events.append(YAMLEvent(what: .mappingBegins, line: line))
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                events.append(YAMLEvent(what: .collectionEnds, line: line))
            case YAML_ALIAS_EVENT: throw ConfigurationUnreadable(line: line, reason: .notPlain)
            default: break
            }
        }
    }
}
