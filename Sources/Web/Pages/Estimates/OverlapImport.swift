import Casework
import Coalition
import Estimation
import Hummingbird

extension Site {
    /// What a file is sent to: it is read into the form, which a person looks through and completes.
    func addOverlapImport(to routes: Routes) {
        routes.add(.post, "estimation/tables/import", .enterOverlap) { visit in
            let uploaded = try await UploadedForm.read(visit.request, visit.session)
            var fields = uploaded.fields
            fields.file = uploaded.file
            guard let table = OverlapImport.read(&fields, visit.words) else {
                let page = OverlapImport.page.view(Done(), await screen(for: visit, fields))
                return page.response(status: .unprocessableContent)
            }
            let screen = await screen(for: visit, FormFields(table.fields))
            return OverlapForm.view(OverlapForm.Model(lists: table.lists.count), screen)
                .response(status: .ok)
        } api: { visit in
            let file: OverlapImport.File = try await JSON.read(visit.request)
            guard let table = try? OverlapImport.Table(Array(file.csv.utf8)) else {
                throw Refusal.invalid(field: "csv")
            }
            return try JSON.response(table)
        }
    }
}

/// Taking a table of overlaps from a file.
enum OverlapImport {
    /// What the API takes: the text of the file.
    struct File: Decodable, Sendable {
        var csv: String
    }

    /// What a file says, as the form and the API's command have it.
    struct Table: Encodable, Sendable {
        var lists: [String]
        var counts: [Int]

        /// - Throws: `TableUnreadable`, which names the line; `Refusal` for more lists than are taken.
        init(_ bytes: [UInt8]) throws {
            let table = try TableReader.read(bytes)
            guard OverlapTable.listCounts.contains(table.listCount) else {
                throw Refusal.invalid(field: "lists")
            }
            lists = table.lists
            counts = table.counts.map { Int($0) }
        }

        /// The form's fields, filled.
        var fields: [String: [String]] {
            var fields = ["lists": [String(lists.count)]]
            for (index, name) in lists.enumerated() {
                fields[EnterOverlap.listField(index)] = [name]
            }
            for history in counts.indices.dropFirst() {
                fields[EnterOverlap.historyField(history)] = [String(counts[history])]
            }
            return fields
        }
    }

    static let page = Page(.enterOverlap) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        let form = screen.form(labels: ["file": words("estimates.file")])
        return Layout.page(
            words("estimates.import"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.desk"), "/estimation")
            h1 { words("estimates.import") }
            p { words("estimates.importIntro") }
            pre { "A,B,C,count\n1,0,0,120\n0,1,0,130\n1,1,0,21" }
            p { words("estimates.importPeople") }
            form.form(
                "/estimation/tables/import",
                submit: words("estimates.readFile"),
                hasFile: true
            ) {
                form.file("file", hint: words("estimates.fileHint"), accept: ".csv,text/csv")
            }
        }
    }

    static func read(_ fields: inout FormFields, _ words: Words) -> Table? {
        guard let file = fields.upload("file") else { return nil }
        do {
            return try Table(file.bytes)
        } catch let unreadable as TableUnreadable {
            let reason = unreadable.text(in: words.estimationLanguage)
            fields.reject("file", "estimates.error.file", ["reason": reason])
        } catch {
            fields.reject("file", "estimates.error.listCount")
        }
        return nil
    }
}

extension Words {
    /// The language in which the library of estimates explains itself.
    var estimationLanguage: EstimationLanguage {
        switch language {
        case .spanish: .spanish
        case .english: .english
        }
    }

    /// A text of the library of estimates, in the reader's language.
    func callAsFunction(_ wording: Estimation.Wording) -> String {
        wording.text(in: estimationLanguage)
    }
}
