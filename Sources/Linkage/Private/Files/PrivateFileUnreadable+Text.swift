extension PrivateFileUnreadable: CustomStringConvertible {
    /// Says what is wrong with the file and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence or two.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .notOurs:
            language.pick(
                "This is no file of a private comparison. If it came by mail, send it again as an"
                    + " attachment that nothing converts.",
                "Este no es un archivo de comparación privada. Si llegó por correo, envíelo otra vez"
                    + " como adjunto que nada convierta."
            )
        case .newerVersion:
            language.pick(
                "A newer program made this file. Use the same version on all machines of the run.",
                "Un programa más nuevo hizo este archivo. Use la misma versión en todas las máquinas"
                    + " de la ronda."
            )
        case .otherKind(let kind):
            language.pick(
                "This file is \(kind.text(in: language)); another kind is needed here.",
                "Este archivo es \(kind.text(in: language)); aquí hace falta otro."
            )
        case .cutShort:
            language.pick(
                "The end of the file is missing. Copy it again.",
                "Falta el final del archivo. Cópielo otra vez."
            )
        case .damaged:
            language.pick(
                "The file is damaged. Copy it again, or ask for a new one.",
                "El archivo está dañado. Cópielo otra vez o pida uno nuevo."
            )
        case .notForThisKey:
            language.pick(
                "The file is sealed to another key, or was changed after it was sealed.",
                "El archivo está sellado para otra llave, o fue cambiado después de sellarlo."
            )
        }
    }

    /// The explanation in English.
    public var description: String { text(in: .english) }
}

extension PrivateFile.Kind {
    /// What the file is, with its article.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A few words.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .offer: language.pick("an offer for a key", "una oferta de llave")
        case .runKey: language.pick("the key of a run", "la llave de una ronda")
        case .encodedRecords: language.pick("an encoded list", "una lista codificada")
        case .sealed: language.pick("a sealed file", "un archivo sellado")
        case .agreement:
            language.pick("the secret part of an offer", "la parte secreta de una oferta")
        }
    }
}
