package import Casework

extension Words {
    /// A text that comes with what it describes, in the reader's language.
    package func callAsFunction(_ wording: Wording) -> String {
        switch language {
        case .spanish: wording.es
        case .english: wording.en
        }
    }
}
