import Casework
import Coalition
import Foundation
import Telegram

extension Site {
    func addDocuments(to routes: Routes) {
        add("documents", Documents.list, to: routes)
        addUpload("documents", Documents.receive, to: routes)
        add("documents/:document", Documents.one, to: routes)
        add("documents/:document/drafts/:draft", Documents.decide, to: routes)
    }
}

/// The telegrams that members brought in, and the review of what is drafted from them.
enum Documents {
    struct List: Encodable, Sendable {
        var documents: [Row]
    }

    struct Row: Encodable, Sendable {
        var id: DocumentID
        var reference: String
        var subject: String?
        var sent: TelegramTime?
        var waiting: Int
        var decided: Int
    }

    static let list = Page(.seeDocuments) { visit in
        let records = try await visit.read(.seeDocuments) { desk, _, _ in
            desk.documents.values.filter { $0.document != nil }.sorted {
                ($0.stamp?.position ?? 0) > ($1.stamp?.position ?? 0)
            }
        }
        return List(documents: records.prefix(100).compactMap(row))
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("documents.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty,
            isWide: true
        ) {
            h1 { words("documents.title") }
            p(.class("lede")) { words("documents.intro") }
            if model.documents.isEmpty {
                p(.class("muted")) { words("documents.none") }
            } else {
                dataTable(
                    words("documents.list"),
                    [
                        Column(words("documents.column.reference")),
                        Column(words("documents.column.subject")),
                        Column(words("documents.column.sent")),
                        Column(words("documents.column.review")),
                    ],
                    rows: model.documents.map { cells($0, words) }
                )
            }
            if screen.permitted.contains(.receiveDocument) {
                card(words("documents.add")) { uploadForm(screen) }
            }
        }
    }

    private static func row(_ record: DocumentRecord) -> Row? {
        guard let document = record.document,
            let reading = try? DocumentReading(document)
        else { return nil }
        let decided = reading.drafts.count { record.decisions[$0.id] != nil }
        return Row(
            id: document.id,
            reference: reading.reference,
            subject: reading.telegram.subject,
            sent: reading.telegram.dateTime,
            waiting: reading.drafts.count - decided,
            decided: decided
        )
    }

    private static func cells(_ row: Row, _ words: Words) -> [HTML] {
        let progress = words(
            "documents.progress",
            ["decided": words.number(row.decided), "all": words.number(row.decided + row.waiting)]
        )
        return [
            a(.href("/documents/\(row.id)")) { row.reference },
            span(.lang(.english)) { row.subject ?? "—" },
            HTML(text: row.sent.map(words.sent) ?? "—"),
            row.waiting == 0
                ? statusTag(.good, words("documents.reviewed")) : statusTag(.info, progress),
        ]
    }

    private static func uploadForm(_ screen: Screen) -> HTML {
        let words = screen.words
        let view = screen.form()
        return view.form("/documents", submit: words("documents.send"), hasFile: true) {
            view.file("file", hint: words("documents.fileHint"), accept: ".txt,text/plain")
        }
    }

    static let receive = Form(.receiveDocument, on: list) { fields, visit -> ReceiveDocument? in
        guard let file = fields.upload("file") else { return nil }
        do throws(NotATelegram) {
            _ = try TelegramReader.read(file.bytes, fileName: file.name)
        } catch {
            let reason = error.text(in: visit.words.telegramLanguage)
            fields.reject("file", "documents.notATelegram", ["reason": reason])
            return nil
        }
        return ReceiveDocument(fileName: file.name, bytes: Data(file.bytes))
    } perform: { (command: ReceiveDocument, visit) in
        // What comes through the API was not read yet, and nothing is kept that cannot be read.
        guard (try? TelegramReader.read(Array(command.bytes), fileName: command.fileName)) != nil
        else { throw Refusal.invalid(field: "file") }
        return Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/documents/\(made.id)"
    }
}

extension Words {
    /// The language in which the reader of telegrams explains itself.
    var telegramLanguage: TelegramLanguage {
        switch language {
        case .spanish: .spanish
        case .english: .english
        }
    }

    /// When a telegram was sent, in Universal Time as it says: `21 jun 2006, 19:31 UTC`.
    func sent(_ time: TelegramTime) -> String {
        let day = self(
            "time.day",
            [
                "day": String(time.day),
                "month": self("time.month.\(time.month)"),
                "year": String(time.year),
            ]
        )
        let minute = time.minute < 10 ? "0\(time.minute)" : String(time.minute)
        let hour = time.hour < 10 ? "0\(time.hour)" : String(time.hour)
        return "\(day), \(hour):\(minute) UTC"
    }
}
