import Coalition
import Foundation
import Ledger
import Web

/// The language of the terminal: Spanish where it says so, English otherwise.
enum Terminal {
    static let isSpanish: Bool = {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
        return locale?.lowercased().hasPrefix("es") ?? false
    }()

    /// One of two texts, in the language of the terminal.
    static func say(_ english: String, _ spanish: String) -> String {
        isSpanish ? spanish : english
    }

    /// The texts of the pages, in the language of the terminal.
    static var words: Words { Words(isSpanish ? .spanish : .english) }

    /// Writes a line where people read it and pipes do not.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

extension Verification.Finding {
    /// The finding in one line, in the language of the terminal.
    var line: String { "\(RecordFinding(self).place(Terminal.words)): \(text)" }

    /// What is wrong; with the store's own error, which pages do not show.
    var text: String {
        let text = RecordFinding(self).text(Terminal.words)
        guard case .log(.readingFailed(let error)) = reason else { return text }
        return "\(text) (\(error))"
    }
}
