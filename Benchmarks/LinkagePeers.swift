import Foundation

/// What other programs reach on the labelled sets: lines of set, program, best F1 of pairs, and one to one.
struct LinkagePeers {
    private let rows: [[String]]

    /// Reads a file; without it there are no peers.
    init(_ file: URL) {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The programs' best F1 of pairs, in one cell.
    func pairs(_ set: String) -> String { cell(set, 2) }

    /// The programs' best F1 one to one, in one cell.
    func oneToOne(_ set: String) -> String { cell(set, 3) }

    private func cell(_ set: String, _ column: Int) -> String {
        rows.filter { $0.count > column && $0[0] == set && !$0[column].isEmpty }
            .map { "\($0[1]) \($0[column])" }.joined(separator: ", ")
    }
}
