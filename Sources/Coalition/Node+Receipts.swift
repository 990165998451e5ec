package import Ledger

extension Node {
    /// The receipt of an entry under the newest published checkpoint; `nil` while the witnesses have
    /// not yet vouched for one that covers it.
    ///
    /// - Throws: an error of the ledger if there is no such entry, or it is not readable.
    package func publishedReceipt(of position: UInt64) throws -> Receipt? {
        try log.publishedReceipt(position: position)
    }
}
