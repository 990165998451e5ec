import Foundation

extension IndicatorSet {
    /// Far above any published set, and small enough to read at once.
    package static let maximumBytes = 1 << 20
    package static let maximumIndicators = 500

    /// Reads a set from JSON and checks it whole.
    ///
    /// - Parameters:
    ///   - json: UTF-8, at most ``maximumBytes``.
    ///   - file: The name to give in errors.
    /// - Throws: ``IndicatorSetInvalid`` with every problem found.
    package init(json: [UInt8], file: String = "") throws(IndicatorSetInvalid) {
        guard json.count <= Self.maximumBytes else {
            throw IndicatorSetInvalid(file: file, problems: [.init("", .tooLarge)])
        }
        let document: IndicatorSetDocument
        do {
            document = try JSONDecoder().decode(IndicatorSetDocument.self, from: Data(json))
        } catch {
            let path = Self.path(of: error)
            throw IndicatorSetInvalid(file: file, problems: [.init("", .unreadable(path: path))])
        }
        try self.init(document, file: file)
    }

    private static func path(of error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .keyNotFound(_, let context), .dataCorrupted(let context):
                context
            default: nil
            }
        return (context?.codingPath ?? []).map(\.stringValue).joined(separator: ".")
    }

    init(_ document: IndicatorSetDocument, file: String) throws(IndicatorSetInvalid) {
        var check = IndicatorSetCheck()
        let id = check.name(document.id, "id", at: "")
        let version = check.name(document.version, "version", at: "")
        let method: Method? = check.choice(document.method, "method", at: "")
        let appliesTo: Audience? = check.choice(document.appliesTo, "appliesTo", at: "")
        let title = check.wording(document.title, "title", at: "")
        let source = check.wording(document.source, "source", at: "")
        let mark: SourceMark? = check.choice(document.sourceMark, "sourceMark", at: "")
        let note = check.wording(document.note, "note", at: "")
        let dimensions = check.dimensions(document.dimensions ?? [])
        let indicators = check.indicators(document.indicators ?? [])
        if check.problems.isEmpty, let method {
            check.checkMethod(method, dimensions: dimensions, indicators: indicators)
        }
        guard check.problems.isEmpty, let id, let version, let method, let appliesTo, let title,
            let source, let mark, let note
        else {
            let name = file.isEmpty ? id ?? "" : file
            throw IndicatorSetInvalid(file: name, problems: check.problems)
        }
        self.init(
            id: id,
            version: version,
            method: method,
            appliesTo: appliesTo,
            title: title,
            source: source,
            sourceMark: mark,
            note: note,
            dimensions: dimensions,
            indicators: indicators
        )
    }
}

extension IndicatorSet: Decodable {
    package init(from decoder: any Decoder) throws {
        try self.init(IndicatorSetDocument(from: decoder), file: "")
    }
}

extension IndicatorSetCheck {
    fileprivate mutating func dimensions(
        _ entries: [IndicatorSetDocument.DimensionEntry]
    ) -> [IndicatorSet.DimensionTitle] {
        var seen: Set<Dimension> = []
        var titles: [IndicatorSet.DimensionTitle] = []
        for (index, entry) in entries.enumerated() {
            let place = "dimensions[\(index)]"
            let id: Dimension? = choice(entry.id, "id", at: place)
            let title = wording(entry.title, "title", at: id?.rawValue ?? place)
            guard let id, let title else { continue }
            if !seen.insert(id).inserted { report(id.rawValue, .duplicateDimension) }
            titles.append(.init(id: id, title: title))
        }
        return titles
    }

    fileprivate mutating func indicators(
        _ entries: [IndicatorSetDocument.IndicatorEntry]
    ) -> [Indicator] {
        guard (1...IndicatorSet.maximumIndicators).contains(entries.count) else {
            report("", .indicatorCount)
            return []
        }
        var seen: Set<String> = []
        var indicators: [Indicator] = []
        for (index, entry) in entries.enumerated() {
            let code = name(entry.code, "code", at: "indicators[\(index)]")
            let place = code ?? "indicators[\(index)]"
            if let code, !seen.insert(code).inserted { report(code, .duplicateCode) }
            if let indicator = indicator(entry, code: code, at: place) {
                indicators.append(indicator)
            }
        }
        return indicators
    }

    private mutating func indicator(
        _ entry: IndicatorSetDocument.IndicatorEntry,
        code: String?,
        at place: String
    ) -> Indicator? {
        let text = wording(entry.text, "text", at: place)
        var help: Wording?
        if let given = entry.help { help = wording(given, "help", at: place) }
        var palermo: [PalermoElement] = []
        for tag in entry.palermo ?? [] {
            guard let element: PalermoElement = choice(tag, "palermo", at: place) else { continue }
            if palermo.contains(element) { report(place, .malformed(field: "palermo")) }
            palermo.append(element)
        }
        let dimension: Dimension? = optionalChoice(entry.dimension, "dimension", at: place)
        let adult: Strength? = optionalChoice(entry.strengthAdult, "strengthAdult", at: place)
        let child: Strength? = optionalChoice(entry.strengthChild, "strengthChild", at: place)
        guard let code, let text else { return nil }
        return Indicator(
            code: code,
            text: text,
            help: help,
            palermo: palermo,
            dimension: dimension,
            strengthAdult: adult,
            strengthChild: child
        )
    }
}
