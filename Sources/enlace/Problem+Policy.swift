import Coalition
import Ledger

extension Problem {
    /// Why a node does not start with its policy, and what would do.
    init(_ problem: PolicyProblem, folder: String) {
        let file = "\(folder)/policy"
        switch problem {
        case .malformed(let error):
            let place = error.line.map { Terminal.say("line \($0)", "línea \($0)") }
            self.init(
                "\(file) cannot be used\(place.map { ", \($0)" } ?? ""): \(error.reason.text).",
                "No se puede usar \(file)\(place.map { ", \($0)" } ?? ""): \(error.reason.text)."
            )
        case .otherLog:
            self.init(
                "\(file) does not name this log's key. Add the line: log, and what is in "
                    + "\(folder)/log.vkey.",
                "\(file) no nombra la llave de este registro. Agregue la línea: log, y lo que dice "
                    + "\(folder)/log.vkey."
            )
        case .weak(let weak, let corrupt): self.init(weak, corrupt: corrupt, file: file)
        case .noAddress(let names):
            let list = names.joined(separator: ", ")
            self.init(
                "\(file): the witnesses that have an address cannot make a quorum. Add an address, "
                    + "as the last word of the line, to: \(list).",
                "\(file): los testigos que tienen dirección no bastan para el quórum. Agregue una "
                    + "dirección, como última palabra de la línea, a: \(list)."
            )
        case .badAddress(let name):
            self.init(
                "\(file): the address of \(name) must begin with https:// or http://.",
                "\(file): la dirección de \(name) debe empezar con https:// o http://."
            )
        }
    }

    private init(_ weak: PolicyWeak, corrupt f: Int, file: String) {
        switch weak {
        case .noWitness:
            self.init(
                "\(file) asks for no witness, so nobody outside vouches for the record. Name "
                    + "witnesses, or leave out --may-be-corrupt.",
                "\(file) no pide ningún testigo, así que nadie de fuera responde por el registro. "
                    + "Nombre testigos, o no use --may-be-corrupt."
            )
        case .operatorTwice(let name):
            self.init(
                "\(file) counts two keys of \(name) as two witnesses; they are one. Put them into a "
                    + "group of their own: group NAME any KEY KEY.",
                "\(file) cuenta dos llaves de \(name) como dos testigos; son uno. Póngalas en un "
                    + "grupo aparte: group NOMBRE any LLAVE LLAVE."
            )
        case .tooFewWitnesses(let count, let needed):
            self.init(
                "\(file) counts \(count) witnesses, and with \(f) of them corrupt no number is "
                    + "enough: if all must vouch, a corrupt one stops the record by its silence; if "
                    + "fewer must, it can vouch for two different records. That is why two agencies "
                    + "alone cannot do it. \(needed) witnesses can: add some from outside.",
                "\(file) cuenta \(count) testigos, y con \(f) de ellos corruptos ningún número "
                    + "basta: si todos deben responder, uno corrupto detiene el registro con su "
                    + "silencio; si bastan menos, puede responder por dos registros distintos. Por "
                    + "eso dos instituciones solas no pueden. Con \(needed) testigos sí: agregue "
                    + "algunos de fuera."
            )
        case .twoHistories(let shared):
            self.init(
                "\(file): two sets of witnesses that are enough may share only \(shared), and "
                    + "\(f) may be corrupt, so two different records could both be vouched for. Ask "
                    + "for more witnesses: twice the quorum must exceed all witnesses plus \(f).",
                "\(file): dos grupos de testigos que bastan pueden compartir solo \(shared), y "
                    + "\(f) pueden ser corruptos: dos registros distintos podrían tener respaldo. "
                    + "Pida más testigos: el doble del quórum debe pasar de todos los testigos más "
                    + "\(f)."
            )
        case .silenced(let count):
            self.init(
                "\(file): \(count) silent witnesses stop the record, and \(f) may be corrupt. Ask for "
                    + "fewer: the quorum must be at most all witnesses less \(f).",
                "\(file): \(count) testigos en silencio detienen el registro, y \(f) pueden ser "
                    + "corruptos. Pida menos: el quórum debe ser a lo más todos los testigos menos "
                    + "\(f)."
            )
        }
    }
}

extension PolicyMalformed.Reason {
    /// The reason as the end of a sentence.
    var text: String {
        switch self {
        case .tooLong: Terminal.say("it is too long", "es demasiado largo")
        case .badText:
            Terminal.say("it holds bytes that are no text", "tiene bytes que no son texto")
        case .unknownLine:
            Terminal.say(
                "a line begins with log, witness, group or quorum",
                "una línea empieza con log, witness, group o quorum"
            )
        case .wrongWordCount:
            Terminal.say("there are too few or too many words", "faltan o sobran palabras")
        case .badKey:
            Terminal.say(
                "the public key is not of the form name+hash+key, or is a bad one",
                "la llave pública no tiene la forma nombre+suma+llave, o es mala"
            )
        case .wrongKeyKind:
            Terminal.say(
                "a log's key stands where a witness's should, or the other way round",
                "la llave de un registro está en lugar de la de un testigo, o al revés"
            )
        case .keyTwice:
            Terminal.say("the key stands there twice", "la llave está dos veces")
        case .nameTaken(let name):
            Terminal.say("the name \(name) is taken", "el nombre \(name) ya está en uso")
        case .unknownName(let name):
            Terminal.say(
                "\(name) is not defined on a line before",
                "\(name) no está definido en una línea anterior"
            )
        case .memberTwice(let name):
            Terminal.say(
                "\(name) is a member of two groups, or twice of one",
                "\(name) está en dos grupos, o dos veces en uno"
            )
        case .badThreshold(let word):
            Terminal.say(
                "\(word) is not any, all, or a number from 1 to the number of members",
                "\(word) no es any, all, ni un número de 1 al de integrantes"
            )
        case .tooMany:
            Terminal.say(
                "there are more than \(WitnessPolicy.maximumCount) such lines",
                "hay más de \(WitnessPolicy.maximumCount) líneas así"
            )
        case .noQuorum: Terminal.say("there is no quorum line", "falta la línea quorum")
        case .quorumTwice:
            Terminal.say("there are two quorum lines", "hay dos líneas quorum")
        }
    }
}
