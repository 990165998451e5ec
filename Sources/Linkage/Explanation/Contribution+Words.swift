import Foundation

extension Contribution {
    /// What was compared and how, in a sentence: *Surnames: they agree, and few people have them.*
    public func words(in language: LinkageLanguage) -> String {
        "\(feature.title(in: language)): \(finding(in: language))"
    }

    /// How it compared, without what was compared.
    public func finding(in language: LinkageLanguage) -> String {
        let words = level.finding.words(of: feature.kind, in: language)
        guard let rarity = level.rarity?.words(in: language) else { return words + "." }
        return "\(words), \(rarity)."
    }

    /// What the weight means: *counts neither way*, *about 30 times likelier to be one person*.
    public func effect(in language: LinkageLanguage) -> String {
        let size = abs(weight)
        guard size >= 0.14 else {
            return language.pick("Counts neither way", "No cuenta ni a favor ni en contra")
        }
        guard size >= 0.58 else {
            return weight > 0
                ? language.pick("Speaks a little for one person", "Habla un poco a favor")
                : language.pick("Speaks a little against one person", "Habla un poco en contra")
        }
        let times = Self.times(size, language)
        return weight > 0
            ? language.pick(
                "About \(times) times likelier to be one person",
                "Unas \(times) veces más probable que sea la misma persona"
            )
            : language.pick(
                "About \(times) times less likely to be one person",
                "Unas \(times) veces menos probable que sea la misma persona"
            )
    }

    /// A factor of so many bits, to one figure or two.
    private static func times(_ bits: Double, _ language: LinkageLanguage) -> String {
        let factor = exp2(min(bits, 60))
        if factor < 3 {
            return factor < 1.75 ? language.pick("1.5", "1.5") : factor < 2.5 ? "2" : "3"
        }
        guard factor < 999_500 else {
            return language.pick("a million or more", "un millón o más de")
        }
        var unit = 1.0
        while factor / unit >= 10 { unit *= 10 }
        let rounded =
            Int(factor / unit) == 1 && unit >= 10
            ? (factor / unit * 10).rounded() * unit / 10 : (factor / unit).rounded() * unit
        return grouped(Int(rounded))
    }

    private static func grouped(_ number: Int) -> String {
        number < 1_000 ? "\(number)" : "\(number / 1_000),\(String(format: "%03d", number % 1_000))"
    }
}

extension Feature {
    /// What is compared, as a heading.
    public func title(in language: LinkageLanguage) -> String {
        switch kind {
        case .givenNames: language.pick("Given names", "Nombres")
        case .surnames: language.pick("Surnames", "Apellidos")
        case .nameOrder: language.pick("Order of the names", "Orden de los nombres")
        case .dateOfBirth: language.pick("Date of birth", "Fecha de nacimiento")
        case .sex: language.pick("Sex", "Sexo")
        case .place:
            fields.count > 1
                ? language.pick("Places", "Lugares") : language.pick("Place", "Lugar") + named
        case .phone: language.pick("Telephone", "Teléfono")
        case .document: language.pick("Document", "Documento")
        case .other: fields.joined(separator: ", ")
        case .remainder: language.pick("Other columns", "Otras columnas")
        }
    }

    private var named: String { fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))" }
}
