extension Preparation {
    /// What can be done to a value on the way to what is compared.
    public enum Rule: String, Codable, CaseIterable, Sendable {
        /// The value says that there is none.
        case missing
        /// UTF-8 that had been read in another encoding was mended.
        case mended
        /// Another alphabet was written in Latin letters.
        case alphabet
        /// Lower case, without accents and signs.
        case letters
        /// Short ways of writing were written out.
        case abbreviations
        /// The syllables of a Chinese given name were made one word.
        case chinese
        /// Words written together were taken apart.
        case compounds
        /// Particles, titles and suffixes were left out.
        case leftOut
        /// Words that belong together were joined.
        case joined
        /// The words that are compared.
        case words
        /// A date was read.
        case date
        /// Of a date that no calendar has, the parts that cannot be count as missing.
        case impossible
        /// The sex was read from a word or a letter.
        case sex
        /// The last digits of a telephone number, without the country.
        case phone
        /// The letters and digits of a document's number.
        case document

        static func of(_ kind: FieldKind) -> Rule {
            switch kind {
            case .sex: .sex
            case .phone: .phone
            case .document: .document
            default: .letters
            }
        }

        /// What was done, in words.
        ///
        /// - Parameter language: The reader's.
        /// - Returns: A phrase to stand before the result.
        public func text(in language: LinkageLanguage) -> String {
            let (english, spanish) = phrases
            return language.pick(english, spanish)
        }

        private var phrases: (String, String) {
            switch self {
            case .missing: ("says that it is not known", "dice que no se sabe")
            case .mended: ("wrongly read letters mended", "letras mal leídas, corregidas")
            case .alphabet: ("in Latin letters", "en letras latinas")
            case .letters: ("lower case, without accents", "en minúsculas y sin acentos")
            case .abbreviations: ("abbreviations written out", "abreviaturas completas")
            case .chinese: ("Chinese given name as one word", "nombre chino en una palabra")
            case .compounds: ("compound words taken apart", "palabras compuestas separadas")
            case .leftOut:
                ("without particles, titles and suffixes", "sin partículas, títulos ni sufijos")
            case .joined: ("words that belong together joined", "palabras que van juntas, unidas")
            case .words: ("the words compared", "las palabras que se comparan")
            case .date: ("read as a date", "leído como fecha")
            case .impossible:
                (
                    "no such date; what cannot be counts as missing",
                    "fecha imposible; lo que no puede ser cuenta como vacío"
                )
            case .sex: ("read as a sex", "leído como sexo")
            case .phone: ("last digits, without the country", "últimas cifras, sin el país")
            case .document: ("letters and digits alone", "solo letras y cifras")
            }
        }
    }
}
