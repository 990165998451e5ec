/// The passage from a document to an indicator set: reads field by field and keeps every problem.
///
/// A field that fails is read as nil and reported; the set is made only if nothing was reported.
struct IndicatorSetCheck {
    private(set) var problems: [IndicatorSetInvalid.Problem] = []

    mutating func report(_ place: String, _ kind: IndicatorSetInvalid.Kind) {
        problems.append(.init(place, kind))
    }

    /// A name that appears in addresses, forms and entries.
    mutating func name(_ value: String?, _ field: String, at place: String) -> String? {
        guard let value, !value.isEmpty else {
            report(place, .missing(field: field))
            return nil
        }
        guard Self.isName(value) else {
            report(place, .malformed(field: field))
            return nil
        }
        return value
    }

    static func isName(_ value: String) -> Bool {
        value.utf8.count <= 40
            && value.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }

    mutating func wording(
        _ value: IndicatorSetDocument.Text?,
        _ field: String,
        at place: String
    ) -> Wording? {
        guard let value else {
            report(place, .missing(field: field))
            return nil
        }
        let es = text(value.es, "\(field).es", at: place)
        let en = text(value.en, "\(field).en", at: place)
        guard let es, let en else { return nil }
        return Wording(es: es, en: en)
    }

    /// Text for a screen: not blank, at most 1000 characters, and without control or invisible
    /// format characters, which can make a question read differently from what is stored.
    private mutating func text(_ value: String?, _ field: String, at place: String) -> String? {
        guard let value, !value.allSatisfy(\.isWhitespace) else {
            report(place, .missing(field: field))
            return nil
        }
        let hidden = value.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
            default: false
            }
        }
        guard !hidden, value.unicodeScalars.count <= 1000 else {
            report(place, .malformed(field: field))
            return nil
        }
        return value
    }

    mutating func choice<Choice: RawRepresentable<String>>(
        _ value: String?,
        _ field: String,
        at place: String
    ) -> Choice? {
        guard let value else {
            report(place, .missing(field: field))
            return nil
        }
        return optionalChoice(value, field, at: place)
    }

    mutating func optionalChoice<Choice: RawRepresentable<String>>(
        _ value: String?,
        _ field: String,
        at place: String
    ) -> Choice? {
        guard let value else { return nil }
        guard let choice = Choice(rawValue: value) else {
            report(place, .malformed(field: field))
            return nil
        }
        return choice
    }
}
