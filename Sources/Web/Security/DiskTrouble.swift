import Ledger

/// A disk that is full or fails, as the person at the screen is told: what became of what they sent,
/// and what to do.
enum DiskTrouble: String {
    case full = "diskFull"
    case failed = "diskFailed"

    init?(_ error: any Error) {
        switch error {
        case StoreError.full: self = .full
        case StoreError.failing, StoreError.busy, StoreError.outOfPlace, LogError.readBackDiffers:
            self = .failed
        default: return nil
        }
    }

    /// The machine's word for it.
    var code: String { rawValue }
    /// The key of the text that says it.
    var text: String { "problem.\(rawValue).text" }
}
