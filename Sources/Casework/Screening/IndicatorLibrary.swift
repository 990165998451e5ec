/// The indicator sets that a coalition can choose from.
///
/// A code names one indicator in the whole library, so that answers can be kept by code alone;
/// versions of one set share their codes.
package struct IndicatorLibrary: Sendable {
    /// Oldest version first; the sets that ask for the elements come before the others.
    package private(set) var sets: [IndicatorSet] = []

    /// The published sets that come with the program.
    package static let standard: IndicatorLibrary = {
        do throws(IndicatorSetInvalid) {
            return try IndicatorLibrary(files: published)
        } catch {
            // The files are compiled in: only a faulty build, which no test would pass, comes here.
            fatalError("\(error.file): \(error.problems)")
        }
    }()

    static let published: [(name: String, json: [UInt8])] = [
        ("palermo-elements.json", PackageResources.palermo_elements_json),
        ("unodc-general.json", PackageResources.unodc_general_json),
        ("unodc-child.json", PackageResources.unodc_child_json),
        ("ilo-labour.json", PackageResources.ilo_labour_json),
    ]

    /// - Throws: ``IndicatorSetInvalid``, naming the file and the code.
    init(files: [(name: String, json: [UInt8])]) throws(IndicatorSetInvalid) {
        for (name, json) in files {
            try insert(IndicatorSet(json: json, file: name), file: name)
        }
    }

    /// The library with one more set, or one more version of a set, of a coalition's own.
    ///
    /// - Throws: ``IndicatorSetInvalid`` if that version is here already, if another set has one of
    ///   its codes, or if the set claims to ask for the elements directly: what makes an element
    ///   missing must not depend on a set that anyone can add.
    package func adding(_ set: IndicatorSet) throws(IndicatorSetInvalid) -> IndicatorLibrary {
        guard set.method != .elements else {
            throw IndicatorSetInvalid(file: set.id, problems: [.init("", .elementsAreBuiltIn)])
        }
        var library = self
        try library.insert(set, file: set.id)
        return library
    }

    private mutating func insert(
        _ set: IndicatorSet,
        file: String
    ) throws(IndicatorSetInvalid) {
        var problems: [IndicatorSetInvalid.Problem] = []
        if self[versioned: set.versionedID] != nil { problems.append(.init("", .duplicateSet)) }
        let others = sets.filter { $0.id != set.id }.flatMap(\.indicators).map(\.code)
        let taken = Set(others).intersection(set.indicators.map(\.code))
        problems += taken.sorted().map { .init($0, .codeTaken) }
        guard problems.isEmpty else { throw IndicatorSetInvalid(file: file, problems: problems) }
        sets.append(set)
    }

    /// The set with this `id@version`.
    package subscript(versioned name: String) -> IndicatorSet? {
        sets.first { $0.versionedID == name }
    }

    /// The newest version of each set that a screening asks.
    ///
    /// These are the sets with one of the ids, and those that ask for the elements, which every
    /// screening asks. Ids that the library does not have are left out.
    package func asked(_ ids: [String]) -> [IndicatorSet] {
        sets.enumerated().compactMap { index, set in
            let isNewest = !sets[(index + 1)...].contains { $0.id == set.id }
            return isNewest && (set.method == .elements || ids.contains(set.id)) ? set : nil
        }
    }
}
