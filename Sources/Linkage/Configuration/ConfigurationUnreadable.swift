/// Why a configuration cannot be used, and where in the file.
public struct ConfigurationUnreadable: Error, Hashable, Sendable {
    /// The line on which it is, counted from 1; 0 when it is of the file as a whole.
    public let line: Int
    /// What is wrong.
    public let reason: Reason

    /// What is wrong with a configuration.
    public enum Reason: Hashable, Sendable {
        /// The file is longer than a configuration can be.
        case tooLong(limit: Int)
        /// It is no YAML, as the reader of YAML puts it.
        case notYAML(String)
        /// Anchors, aliases, tags or several documents, which a configuration has no need of.
        case notPlain
        /// There is nothing in it.
        case empty
        /// A key that does not exist.
        case unknownKey(String)
        /// A key for the second time.
        case repeated(String)
        /// A kind that does not exist.
        case unknownKind(String)
        /// A value that its key does not take.
        case badValue(key: String, takes: Takes)
        /// No column is to be compared.
        case nothingToCompare
    }

    /// What a key takes.
    public enum Takes: Hashable, Sendable {
        case text, list, columns, probability, yesOrNo
    }

    /// The reason in words, with the line.
    public func text(in language: LinkageLanguage) -> String {
        guard line > 0 else { return reason.text(in: language) }
        return language.pick("line \(line): ", "línea \(line): ") + reason.text(in: language)
    }
}

extension ConfigurationUnreadable.Reason {
    fileprivate func text(in language: LinkageLanguage) -> String {
        switch self {
        case .tooLong(let limit):
            language.pick(
                "The configuration is longer than \(limit) bytes.",
                "La configuración tiene más de \(limit) bytes."
            )
        case .notYAML(let why):
            language.pick("This is not YAML: \(why).", "Esto no es YAML: \(why).")
        case .notPlain:
            language.pick(
                "Anchors, aliases, tags and second documents are not read here. Write the values out.",
                "Aquí no se leen anclas, alias, etiquetas ni segundos documentos. Escriba los valores."
            )
        case .empty:
            language.pick(
                "The configuration is empty. It needs at least: columns:",
                "La configuración está vacía. Necesita al menos: columns:"
            )
        case .unknownKey(let key):
            language.pick(
                "There is no setting “\(key)”. Settings: \(LinkageConfiguration.keys).",
                "No existe el ajuste «\(key)». Ajustes: \(LinkageConfiguration.keys)."
            )
        case .repeated(let key):
            language.pick("“\(key)” stands here twice.", "«\(key)» aparece dos veces.")
        case .unknownKind(let kind):
            language.pick(
                "There is no kind “\(kind)”. Kinds: \(ColumnChoice.kinds).",
                "No existe el tipo «\(kind)». Tipos: \(ColumnChoice.kinds)."
            )
        case .badValue(let key, let takes):
            language.pick(
                "“\(key)” takes \(takes.text(in: language)).",
                "«\(key)» lleva \(takes.text(in: language))."
            )
        case .nothingToCompare:
            language.pick(
                "No column is to be compared. Name at least one under columns:",
                "Ninguna columna se compararía. Nombre al menos una en columns:"
            )
        }
    }
}

extension ConfigurationUnreadable.Takes {
    fileprivate func text(in language: LinkageLanguage) -> String {
        switch self {
        case .text: language.pick("one word or text", "una palabra o un texto")
        case .list: language.pick("a list of settings", "una lista de ajustes")
        case .columns:
            language.pick("columns with the kind of each", "columnas con el tipo de cada una")
        case .probability:
            language.pick("a number above 0 and at most 1", "un número mayor que 0 y hasta 1")
        case .yesOrNo: language.pick("true or false", "true o false")
        }
    }
}
