/// Values that are compared as wholes, to comparable form.
enum ValuePreparation {
    /// Prepares a value.
    ///
    /// - Parameters:
    ///   - value: UTF-8, as written.
    ///   - kind: Any but names and dates.
    ///   - result: The value in comparable form (ASCII); empty when it is missing.
    static func prepare(_ value: Span<UInt8>, kind: FieldKind, into result: inout [UInt8]) {
        result.removeAll(keepingCapacity: true)
        switch kind {
        case .phone: phone(value, into: &result)
        case .document: document(value, into: &result)
        case .sex:
            if let sex = Sex(value) { result.append(sex.rawValue) }
        default: words(value, kind: kind, into: &result)
        }
    }

    /// The last eight digits.
    ///
    /// They are enough to tell telephones apart, and free of the prefixes of countries and regions, which
    /// people write or leave out. Fewer than six are no telephone.
    private static func phone(_ value: Span<UInt8>, into result: inout [UInt8]) {
        for index in value.indices {
            let byte = value[index]
            if (0x30...0x39).contains(byte) {
                result.append(byte)
            } else if byte | 0x20 == UInt8(ascii: "x"), result.count >= 7 {
                break  // An extension follows.
            }
        }
        // A spreadsheet may have made a decimal number of it.
        if value.count > 2, value[value.count - 1] == 0x30, value[value.count - 2] == 0x2e {
            result.removeLast()
        }
        if result.count > 8 { result.removeFirst(result.count - 8) }
        if result.count < 6 || isOneDigit(result) { result.removeAll(keepingCapacity: true) }
    }

    private static func isOneDigit(_ digits: [UInt8]) -> Bool {
        for index in 1..<max(digits.count, 1) where digits[index] != digits[0] { return false }
        return true
    }

    /// Letters in capitals and digits, without signs and spaces.
    private static func document(_ value: Span<UInt8>, into result: inout [UInt8]) {
        var digits = 0
        for index in value.indices {
            let byte = value[index]
            switch byte {
            case 0x30...0x39:
                digits += 1
                result.append(byte)
            case 0x41...0x5a: result.append(byte)
            case 0x61...0x7a: result.append(byte & 0xdf)
            case 0x80...:
                words(value, kind: .document, into: &result)
                result = result.filter { $0 != 0x20 }.map {
                    (0x61...0x7a).contains($0) ? $0 & 0xdf : $0
                }
                return
            default: break
            }
        }
        if digits < 5 && MissingValue.isValue(value) || digits == result.count && isOneDigit(result)
        {
            result.removeAll(keepingCapacity: true)
        }
    }

    /// Words in lower case without accents, one space between.
    private static func words(_ value: Span<UInt8>, kind: FieldKind, into result: inout [UInt8]) {
        guard !MissingValue.isValue(value) else { return }
        var folded: [UInt8] = []
        if let mended = Mojibake.mended(value), Letters.fold(mended.span, into: &folded) {
        } else if !Letters.fold(value, into: &folded) {
            let text = unsafe value.withUnsafeBufferPointer {
                unsafe String(decoding: $0, as: UTF8.self)
            }
            _ = Letters.fold(
                Array(Transliteration.latin(text, kind: kind).utf8).span,
                into: &folded
            )
        }
        for byte in folded {
            switch byte {
            case 0x30...0x39, 0x61...0x7a: result.append(byte)
            case UInt8(ascii: "'"), UInt8(ascii: "."): break
            default: if let last = result.last, last != 0x20 { result.append(0x20) }
            }
        }
        if result.last == 0x20 { result.removeLast() }
    }
}
