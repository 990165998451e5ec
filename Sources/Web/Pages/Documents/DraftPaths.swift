import Coalition
import Telegram

extension Draft {
    /// The draft's name where a path or an anchor needs one, such as `4-120-161-challenge`.
    var slug: String {
        "\(paragraph)-\(range.lowerBound)-\(range.upperBound)-\(kind.rawValue)"
    }
}

extension DocumentReading {
    /// The draft with this name in a path.
    func draft(_ slug: String) -> Draft? {
        drafts.first { $0.slug == slug }
    }

    /// The draft to look at after one was decided: the next that waits, else the first that does.
    func next(after slug: String, decided: Set<String>) -> Draft? {
        let index = drafts.firstIndex { $0.slug == slug } ?? drafts.startIndex
        return (drafts[index...] + drafts[..<index]).first { !decided.contains($0.id) }
    }
}
