import Foundation
import TestSupport
import Testing

@testable import Estimation

/// The published tables that stand beside the package.
enum PublishedFile {
    /// Says when they are absent.
    static let trait = ConditionTrait.enabled(
        if: SharedFolder.isPresent,
        "the folder ../shared is absent"
    )

    /// The text of one.
    static func text(_ name: String) throws -> [UInt8] {
        let url = try #require(SharedFolder.url).appending(path: "tables/\(name).csv")
        return try Array(Data(contentsOf: url))
    }
}
