import Foundation
import Ledger
import TestSupport
import Testing

struct SignedNoteTests {
    private static let text = "A first line.\n\nA third one.\n"

    private func makeSigner(_ name: String, seed: UInt8) throws -> NoteSigner {
        try NoteSigner(name: name, key: SigningKey(seed: [UInt8](repeating: seed, count: 32)))
    }

    @Test
    func `a note survives its serialization and is verified by each signer's key`() throws {
        let first = try makeSigner("example.org/one", seed: 1)
        let second = try makeSigner("example.org/two", seed: 2)
        let note = try SignedNote(signing: Self.text, by: [first, second])
        let parsed = try SignedNote(parsing: note.serialized)
        #expect(parsed == note)
        #expect(parsed.text == Self.text)
        #expect(
            try parsed.verify(with: [second.verifier, first.verifier]) == [
                first.verifier, second.verifier,
            ]
        )
        #expect(try parsed.verify(with: [second.verifier]) == [second.verifier])
        #expect(throws: NoteUnverified.noKnownSignature) { try parsed.verify(with: []) }
    }

    @Test
    func `a key under another name is another key`() throws {
        let note = try SignedNote(signing: Self.text, by: [makeSigner("one", seed: 1)])
        let other = try makeSigner("two", seed: 1).verifier
        #expect(throws: NoteUnverified.noKnownSignature) { try note.verify(with: [other]) }
    }

    @Test(arguments: ["", "a b", "a+b", "a\u{2003}b", "a\nb"])
    func `a name with a space or a plus is refused`(name: String) {
        #expect(throws: NoteKeyRefused.badName) { try makeSigner(name, seed: 1) }
    }

    @Test(arguments: ["", "no line feed", "control \u{1}\n", "return\r\n"])
    func `a text that makes no note is not signed`(text: String) {
        #expect(throws: NoteMalformed.self) {
            try SignedNote(signing: text, by: [makeSigner("one", seed: 1)])
        }
    }

    @Test
    func `a note without a signer is refused`() {
        #expect(throws: NoteMalformed.badStructure) { try SignedNote(signing: Self.text, by: []) }
    }

    @Test(arguments: UInt64(0)..<400)
    func `a spoilt note is refused, or says the same, or is signed by no known key`(
        seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        let signer = try makeSigner("example.org/one", seed: 1)
        let note = try SignedNote(signing: Self.text, by: [signer])
        var bytes = Array(note.serialized.utf8)
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
        }
        guard bytes != Array(note.serialized.utf8) else { return }
        guard let parsed = try? SignedNote(parsing: bytes) else { return }
        #expect(Array(parsed.serialized.utf8) == bytes)
        #expect(throws: NoteUnverified.self) { try parsed.verify(with: [signer.verifier]) }
    }

    @Test
    func `a key id in capitals is refused`() throws {
        let text = try makeSigner("example.org/one", seed: 1).verifier.text
        let fields = text.split(separator: "+", maxSplits: 2)
        let other = "\(fields[0])+\(fields[1].uppercased())+\(fields[2])"
        #expect(other != text)
        #expect(throws: NoteKeyRefused.malformed) { try NoteVerifier(parsing: other) }
    }

    @Test
    func `a verifier survives its text form`() throws {
        let verifier = try makeSigner("example.org/one", seed: 1).verifier
        #expect(try NoteVerifier(parsing: verifier.text) == verifier)
    }
}

/// Values from the tests of Go's sumdb/note and from C2SP signed-note.
@Suite(SharedVectors.isPresent)
struct SignedNoteVectorTests {
    private struct Vectors: Decodable {
        struct Case: Decodable {
            let note: String
            let vkeys: [String]
            let text: String?
            let verified: [String]?
        }
        struct TooMany: Decodable {
            let text: String
            let sig: String
            let `repeat`: Int
        }
        struct Signer: Decodable {
            let seed_hex: String
            let vkey: String
            let text: String
            let note: String
        }
        struct SecondSigner: Decodable {
            let name: String
            let vkey: String
            let sigline: String
        }
        let good: [Case]
        let no_verifiable_signature: [Case]
        let invalid_signature: [Case]
        let malformed_notes: [String]
        let malformed_notes_hex: [String]
        let too_many_signatures: TooMany
        let bad_vkeys: [String]
        let signer: Signer
        let signer2: SecondSigner
    }

    private func vectors() throws -> Vectors {
        try SharedVectors.read(Vectors.self, from: "signed-note/signed-note.json")
    }

    @Test
    func `good notes are verified by the keys that signed them`() throws {
        for vector in try vectors().good {
            let note = try SignedNote(parsing: vector.note)
            #expect(note.text == vector.text)
            #expect(note.serialized == vector.note)
            let known = try vector.vkeys.map { try NoteVerifier(parsing: $0) }
            #expect(try note.verify(with: known).map(\.name) == vector.verified)
        }
    }

    @Test
    func `a note with a wrong signature of a known key is refused`() throws {
        for vector in try vectors().invalid_signature {
            let note = try SignedNote(parsing: vector.note)
            let known = try vector.vkeys.map { try NoteVerifier(parsing: $0) }
            #expect(throws: NoteUnverified.badSignature(name: "PeterNeumann")) {
                try note.verify(with: known)
            }
        }
    }

    @Test
    func `a note without a known signature is refused`() throws {
        for vector in try vectors().no_verifiable_signature {
            let note = try SignedNote(parsing: vector.note)
            #expect(throws: NoteUnverified.noKnownSignature) { try note.verify(with: []) }
        }
    }

    @Test
    func `malformed notes are refused`() throws {
        let vectors = try vectors()
        for note in vectors.malformed_notes {
            #expect(throws: NoteMalformed.self) { try SignedNote(parsing: note) }
        }
        for hex in vectors.malformed_notes_hex {
            let bytes = try #require([UInt8](hex: hex))
            #expect(throws: NoteMalformed.badText) { try SignedNote(parsing: bytes) }
        }
        let many = vectors.too_many_signatures
        let lines = String(repeating: many.sig, count: many.repeat)
        #expect(throws: NoteMalformed.tooManySignatures) {
            try SignedNote(parsing: many.text + "\n" + lines)
        }
    }

    @Test
    func `bad verifier keys are refused`() throws {
        for text in try vectors().bad_vkeys {
            #expect(throws: NoteKeyRefused.self) { try NoteVerifier(parsing: text) }
        }
    }

    @Test
    func `the known seeds sign the known notes`() throws {
        let vectors = try vectors()
        let signer = try NoteSigner(
            name: "PeterNeumann",
            key: SigningKey(seed: #require([UInt8](hex: vectors.signer.seed_hex)))
        )
        #expect(signer.verifier.text == vectors.signer.vkey)
        let note = try SignedNote(signing: vectors.signer.text, by: [signer])
        #expect(note.serialized == vectors.signer.note)
        let second = try NoteSigner(
            name: vectors.signer2.name,
            key: SigningKey(seed: [UInt8](repeating: 0, count: 32))
        )
        #expect(second.verifier.text == vectors.signer2.vkey)
        let both = try SignedNote(signing: vectors.signer.text, by: [signer, second])
        #expect(both.serialized == vectors.signer.note + vectors.signer2.sigline)
    }

    @Test
    func `the example of the specification is verified`() throws {
        let note = try String(
            contentsOf: SharedVectors.url("signed-note/c2sp-example.note"),
            encoding: .utf8
        )
        let key = try String(
            contentsOf: SharedVectors.url("signed-note/c2sp-example.vkey"),
            encoding: .utf8
        )
        let verifier = try NoteVerifier(parsing: key.filter { $0 != "\n" })
        #expect(try SignedNote(parsing: note).verify(with: [verifier]) == [verifier])
    }
}
