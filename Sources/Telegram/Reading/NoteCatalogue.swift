// Every remark that the reader can make, in both languages.

extension TelegramNote {
    private static func repaired(
        _ line: Int,
        _ code: String,
        _ found: String,
        _ english: String,
        _ spanish: String
    ) -> TelegramNote {
        TelegramNote(
            kind: .repaired,
            line: line,
            code: code,
            found: found,
            message: english,
            messageES: spanish
        )
    }

    private static func doubted(
        _ line: Int,
        _ code: String,
        _ found: String,
        _ english: String,
        _ spanish: String
    ) -> TelegramNote {
        TelegramNote(
            kind: .doubted,
            line: line,
            code: code,
            found: found,
            message: english,
            messageES: spanish
        )
    }

    // MARK: Bytes

    static func byteOrderMark(line: Int) -> TelegramNote {
        repaired(
            line,
            "byte-order-mark",
            "EF BB BF",
            "The file begins with a byte order mark, which was taken off.",
            "El archivo empieza con una marca de orden de bytes, que se quitó."
        )
    }

    static func notUTF8(line: Int, bytes: some Sequence<UInt8>) -> TelegramNote {
        repaired(
            line,
            "not-utf8",
            hexadecimal(bytes.map(UInt32.init)),
            "The line is not UTF-8 and was read as Latin-1; the bytes concerned are shown.",
            "La línea no está en UTF-8 y se leyó como Latin-1; se muestran los bytes en cuestión."
        )
    }

    static func controlCharacters(line: Int, _ values: [UInt32]) -> TelegramNote {
        repaired(
            line,
            "control-characters",
            hexadecimal(values),
            "Control characters, shown here by number, were replaced.",
            "Se sustituyeron caracteres de control, que se muestran aquí por su número."
        )
    }

    private static func hexadecimal(_ values: [UInt32]) -> String {
        values.map { padded(String($0, radix: 16, uppercase: true)) }.joined(separator: " ")
    }

    private static func padded(_ digits: String) -> String {
        digits.utf8.count < 2 ? "0" + digits : digits
    }

    // MARK: Head

    static func letterTypedAsZero(line: Int, found: String, read: String) -> TelegramNote {
        repaired(
            line,
            "letter-typed-as-zero",
            found,
            "A zero stands where a letter O belongs; read as \(read).",
            "Hay un cero donde va una letra O; se leyó \(read)."
        )
    }

    static func zeroTypedAsLetter(line: Int, found: String, read: String) -> TelegramNote {
        repaired(
            line,
            "zero-typed-as-letter",
            found,
            "A letter O stands where a zero belongs; read as \(read).",
            "Hay una letra O donde va un cero; se leyó \(read)."
        )
    }

    static func precedenceMisspelt(
        line: Int,
        found: String,
        read: Precedence
    ) -> TelegramNote {
        repaired(
            line,
            "precedence-misspelt",
            found,
            "The precedence is misspelt; read as \(read.rawValue).",
            "La precedencia está mal escrita; se leyó \(read.name(in: .spanish))."
        )
    }

    static func transmissionUnclear(line: Int, found: String) -> TelegramNote {
        doubted(
            line,
            "transmission-unclear",
            found,
            "The transmission identifier does not end in three letters and four digits.",
            "El identificador de transmisión no termina en tres letras y cuatro cifras."
        )
    }

    static func repeatedCaption(line: Int, found: String) -> TelegramNote {
        repaired(
            line,
            "caption-repeated",
            found,
            "The caption is printed more than once; it is given once.",
            "La leyenda está impresa más de una vez; se da una sola."
        )
    }

    static func linkResidue(line: Int, found: String) -> TelegramNote {
        repaired(
            line,
            "link-residue",
            found,
            "What a web page left around the code was taken off.",
            "Se quitó lo que una página web dejó alrededor del código."
        )
    }

    static func repeatedTag(line: Int, found: String) -> TelegramNote {
        repaired(
            line,
            "tag-repeated",
            found,
            "The code is printed more than once; it is given once.",
            "El código está impreso más de una vez; se da una sola."
        )
    }

    static func referenceFromFileName(_ name: String) -> TelegramNote {
        doubted(
            1,
            "reference-from-file-name",
            name,
            "The text does not bear the telegram's number; it was taken from the file's name.",
            "El texto no trae el número del telegrama; se tomó del nombre del archivo."
        )
    }

    static let noHead = doubted(
        1,
        "no-head",
        "",
        "The copy has no head: it begins with the text.",
        "La copia no tiene encabezado: empieza con el texto."
    )

    static func missing(_ code: String, _ english: String, _ spanish: String) -> TelegramNote {
        doubted(
            1,
            "missing-\(code)",
            "",
            "The head has no \(english).",
            "Falta \(spanish) en el encabezado."
        )
    }

    static func subjectContinued(line: Int, found: String) -> TelegramNote {
        repaired(
            line,
            "subject-continued",
            found,
            "The line in capitals after the subject was read as its end.",
            "La línea en mayúsculas que sigue al asunto se leyó como su final."
        )
    }

    static func fieldRepeated(line: Int, found: String) -> TelegramNote {
        doubted(
            line,
            "field-repeated",
            found,
            "This field was already read from an earlier line; this one is kept here only.",
            "Este campo ya se leyó de una línea anterior; esta se guarda solo aquí."
        )
    }

    // MARK: Text

    static func labelPrefixed(line: Int, found: String, number: Int) -> TelegramNote {
        repaired(
            line,
            "label-prefixed",
            found,
            "The label \(found) is an artefact of the copy: it was read as paragraph \(number).",
            "La etiqueta \(found) es un defecto de la copia: se leyó como párrafo \(number)."
        )
    }

    static func pageLine(line: Int, found: String, joined: Bool) -> TelegramNote {
        joined
            ? repaired(
                line,
                "page-line",
                found,
                "A page line stood inside a sentence; it was taken out and the sentence joined.",
                "Una línea de página cortaba una oración; se quitó y se unió la oración."
            )
            : repaired(
                line,
                "page-line",
                found,
                "A page line stood in the text; it was taken out.",
                "Había una línea de página en el texto; se quitó."
            )
    }

    static func unmarkedBreak(line: Int, found: String) -> TelegramNote {
        repaired(
            line,
            "unmarked-break",
            found,
            "The line before ends in mid-sentence; this one was joined to it.",
            "La línea anterior termina a media oración; esta se le unió."
        )
    }

    static func labelGap(line: Int, found: String, expected: Int) -> TelegramNote {
        doubted(
            line,
            "label-gap",
            found,
            "Paragraph \(expected) was expected here.",
            "Aquí se esperaba el párrafo \(expected)."
        )
    }

    static func labelOutOfOrder(line: Int, found: String, after: Int) -> TelegramNote {
        doubted(
            line,
            "label-out-of-order",
            found,
            "This number stands after paragraph \(after); the line was kept in that paragraph.",
            "Este número aparece después del párrafo \(after); la línea se dejó en ese párrafo."
        )
    }

    static func noSignature(line: Int) -> TelegramNote {
        doubted(
            line,
            "no-signature",
            "",
            "No signature was found at the end.",
            "No se encontró firma al final."
        )
    }

    static func disagreement(_ check: TelegramCheck, line: Int, found: String) -> TelegramNote {
        doubted(
            line,
            "disagreement-\(check.code)",
            found,
            "These places do not agree: \(check.message)",
            "Estos lugares no concuerdan: \(check.messageES)"
        )
    }

    // MARK: Left over

    /// Why a piece of text was left over.
    enum Remainder: String {
        case beforeHead = "before-head"
        case inHead = "in-head"
        case endOfLine = "end-of-line"
        case repeatedHead = "repeated-head"
        case webSiteNotice = "web-site-notice"
        case afterText = "after-text"

        var english: String {
            switch self {
            case .beforeHead: "The line stands before the telegram begins."
            case .inHead: "The line stands in the head and fits no field."
            case .endOfLine: "This end of the line fits no field."
            case .repeatedHead: "The head of another section is repeated inside the text."
            case .webSiteNotice: "A notice about a web site, which is no part of the report."
            case .afterText: "The line stands after the report and is no part of it."
            }
        }

        var spanish: String {
            switch self {
            case .beforeHead: "La línea está antes de que empiece el telegrama."
            case .inHead: "La línea está en el encabezado y no cabe en ningún campo."
            case .endOfLine: "Este final de línea no cabe en ningún campo."
            case .repeatedHead: "El encabezado de otra sección se repite dentro del texto."
            case .webSiteNotice: "Un aviso sobre un sitio web, ajeno al informe."
            case .afterText: "La línea está después del informe y no es parte de él."
            }
        }
    }

    static func leftOver(line: Int, _ remainder: Remainder, found: String) -> TelegramNote {
        TelegramNote(
            kind: .leftOver,
            line: line,
            code: remainder.rawValue,
            found: found,
            message: remainder.english,
            messageES: remainder.spanish
        )
    }
}
