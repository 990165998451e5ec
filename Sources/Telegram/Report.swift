extension Telegram {
    /// Lays the telegram out as plain text: its head, paragraphs, checks, notes and drafts.
    ///
    /// - Parameter language: The language of the labels and remarks; the text stays as it was sent.
    /// - Returns: Lines of at most 100 characters, each ended by a line feed.
    public func report(in language: TelegramLanguage) -> String {
        var page = ReportPage(language: language)
        writeHead(on: &page)
        writeParagraphs(on: &page)
        page.field(page.pick("Signed", "Firma"), signature)
        writeRemarks(on: &page)
        writeDrafts(on: &page)
        return page.text
    }

    private func writeHead(on page: inout ReportPage) {
        let language = page.language
        page.line(
            [reference ?? page.pick("(no number)", "(sin número)"), classification?.text]
                .compactMap(\.self).joined(separator: ": ")
        )
        page.field(page.pick("Subject", "Asunto"), subject)
        page.field(page.pick("Sent", "Enviado"), dateTime?.description)
        page.field(
            page.pick("Precedence", "Precedencia"),
            precedence.map { action in
                let other = informationPrecedence.map {
                    page.pick("; information ", "; información ") + $0.name(in: language)
                }
                return action.name(in: language) + (other ?? "")
            }
        )
        page.field(
            page.pick("Section", "Sección"),
            section.map { "\($0.number) " + page.pick("of", "de") + " \($0.count)" }
        )
        page.field(page.pick("From", "De"), originator.map(Self.name))
        page.fields(page.pick("Action", "Acción"), action.map { $0.line(in: language) })
        page.fields(
            page.pick("Information", "Información"),
            information.map { $0.line(in: language) }
        )
        page.fields(page.pick("Exempted", "Exceptuados"), exempted.map { $0.line(in: language) })
        page.fields(page.pick("Delivered by", "Entrega por"), deliverTo.map(Self.name))
        page.field(
            page.pick("Captions", "Leyendas"),
            captions.isEmpty ? nil : captions.joined(separator: "; ")
        )
        page.field(
            page.pick("Exec. order", "Orden ejec."),
            executiveOrder.map { "\($0.number): \($0.marking)" }
        )
        page.field(page.pick("Classified", "Clasificado"), classifiedBy)
        page.fields(
            page.pick("Tags", "Etiquetas"),
            tags.map { tag in
                let meaning = page.pick(tag.meaning, tag.meaningES)
                let person = tag.person.map { " (\($0))" } ?? ""
                return tag.code + person + ": "
                    + (meaning ?? page.pick("meaning not on file", "significado no registrado"))
            }
        )
        page.fields(
            page.pick("References", "Referencias"),
            references.map { ($0.letter.map { "\($0). " } ?? "") + $0.text }
        )
        page.field(
            page.pick("Channel", "Canal"),
            transmission.map {
                [$0.identifier, $0.channel, $0.serial.map(String.init)].compactMap(\.self)
                    .joined(separator: ", ")
            }
        )
    }

    private func writeParagraphs(on page: inout ReportPage) {
        for paragraph in paragraphs {
            page.line("")
            if let heading = paragraph.heading { page.paragraph(heading.uppercased()) }
            let number = paragraph.number.map { "\($0)." }
            let mark = paragraph.mark.map { "(\($0))" }
            let part = page.name(of: paragraph.part).map { "[\($0)]" }
            let lead = [number, mark, part].compactMap(\.self).joined(separator: " ")
            page.paragraph(lead.isEmpty ? paragraph.text : "\(lead) \(paragraph.text)")
        }
        page.line("")
    }

    private func writeRemarks(on page: inout ReportPage) {
        let language = page.language
        page.section(page.pick("Checks", "Comprobaciones"), checks.count)
        for check in checks {
            let answer =
                check.holds
                ? page.pick("agree", "concuerdan") : page.pick("DISAGREE", "NO CONCUERDAN")
            page.item("\(answer): \(check.text(in: language))")
        }
        page.section(page.pick("Notes", "Notas"), notes.count)
        for note in notes {
            let found = note.found.isEmpty ? "" : " «\(note.found.prefix(80))»"
            page.item(
                page.pick("line", "línea") + " \(note.line), \(page.name(of: note.kind)): "
                    + note.text(in: language) + found
            )
        }
        let left = lines.filter { $0.use == .leftOver }.count
        page.section(page.pick("Lines of the file", "Líneas del archivo"), lines.count)
        page.item(
            page.pick("\(left) left over, all of them noted", "\(left) sin lugar, todas anotadas")
        )
    }

    private func writeDrafts(on page: inout ReportPage) {
        let drafts = Drafter.drafts(of: self)
        page.section(page.pick("Drafts to review", "Borradores por revisar"), drafts.count)
        for draft in drafts {
            let detail = [draft.detail.acronym, draft.detail.office, draft.detail.from]
                .compactMap(\.self).joined(separator: ", ")
            page.item(
                page.pick("paragraph", "párrafo") + " \(draft.paragraph), "
                    + "\(page.name(of: draft.kind)): \(draft.title)"
                    + (detail.isEmpty ? "" : " (\(detail))")
            )
        }
    }

    private static func name(_ station: Station) -> String {
        switch (station.name, station.routing) {
        case (let name?, let routing?): "\(name) (\(routing))"
        case (let name?, nil): name
        case (nil, let routing?): routing
        case (nil, nil): ""
        }
    }
}

extension Addressee {
    fileprivate func line(in language: TelegramLanguage) -> String {
        let parts = [
            name,
            routing.map { "(\($0))" },
            precedence?.name(in: language),
            serial.map { language.pick("no. ", "núm. ") + String($0) },
            isCollective ? language.pick("[collective]", "[colectivo]") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

/// Lines of text within a width.
private struct ReportPage {
    let language: TelegramLanguage
    private(set) var text = ""

    private static let width = 100
    private static let margin = 14

    init(language: TelegramLanguage) {
        self.language = language
    }

    func pick<Words>(_ english: Words, _ spanish: Words) -> Words {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    mutating func line(_ line: String) {
        write(line, first: "", rest: "")
    }

    mutating func paragraph(_ paragraph: String) {
        for piece in paragraph.split(separator: "\n") { line(String(piece)) }
    }

    mutating func item(_ item: String) {
        write(item, first: "  - ", rest: "    ")
    }

    mutating func section(_ title: String, _ count: Int) {
        text += "\n"
        line("\(title): \(count)")
    }

    mutating func field(_ label: String, _ value: String?) {
        if let value { fields(label, [value]) }
    }

    mutating func fields(_ label: String, _ values: [String]) {
        let blank = String(repeating: " ", count: Self.margin)
        for (index, value) in values.enumerated() {
            let lead = index == 0 ? label + String(blank.dropFirst(label.count)) : blank
            write(value, first: lead, rest: blank)
        }
    }

    /// Fills lines with words, and cuts a word that no line could hold.
    private mutating func write(_ value: String, first: String, rest: String) {
        var line = first
        var room = Self.width - first.count
        var isEmpty = true
        for word in words(value) {
            var word = word[...]
            var length = word.count
            if !isEmpty, length + 1 > room {
                text += line + "\n"
                (line, room, isEmpty) = (rest, Self.width - rest.count, true)
            }
            while length > room {
                text += line + word.prefix(room) + "\n"
                word = word.dropFirst(room)
                length -= room
                (line, room) = (rest, Self.width - rest.count)
            }
            line += (isEmpty ? "" : " ") + word
            room -= length + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        while line.last == " " { line.removeLast() }
        text += line + "\n"
    }

    func name(of kind: TelegramNote.Kind) -> String {
        switch kind {
        case .repaired: pick("repaired", "reparado")
        case .doubted: pick("doubted", "dudoso")
        case .leftOver: pick("left over", "sin lugar")
        }
    }

    func name(of part: TelegramParagraph.Part) -> String? {
        switch part {
        case .body: nil
        case .summary: pick("summary", "resumen")
        case .comment: pick("comment", "comentario")
        case .action: pick("action requested", "acción solicitada")
        }
    }

    func name(of kind: Draft.Kind) -> String {
        switch kind {
        case .organization: pick("organization", "organización")
        case .person: pick("person", "persona")
        case .challenge: pick("challenge", "desafío")
        case .remedy: pick("remedy", "remedio")
        case .programme: pick("programme", "programa")
        case .figure: pick("figure", "cifra")
        case .date: pick("date", "fecha")
        case .place: pick("place", "lugar")
        }
    }
}
