import Foundation
import Synchronization

/// A line on the terminal that says how far the work is; there is none where nobody watches.
final class ProgressBar: Sendable {
    private static let width = 30

    private let shown = Mutex("")

    /// A bar, or nil when what is written does not go to a terminal.
    init?() {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
    }

    /// Says how far the work is.
    ///
    /// - Parameters:
    ///   - share: 0 to 1.
    ///   - words: What is being done.
    func show(_ share: Double, _ words: String) {
        let full = Int(share * Double(Self.width))
        let bar =
            String(repeating: "█", count: full)
            + String(repeating: "·", count: Self.width - full)
        let line = "\(bar) \(Int(share * 100)) % \(words)"
        shown.withLock { last in
            // Writing the same line again and again would take longer than the work.
            guard line != last else { return }
            last = line
            Self.write("\r\u{1B}[K\(line)")
        }
    }

    func clear() { Self.write("\r\u{1B}[K") }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
