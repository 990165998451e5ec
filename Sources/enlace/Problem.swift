import ArgumentParser
import Casework
import Coalition
import Foundation
import Ledger
import Telegram
import Web

/// Something that stops a command, in words that say where and what to do.
struct Problem: Error, CustomStringConvertible {
    let description: String

    init(_ english: String, _ spanish: String) {
        description = Terminal.say(english, spanish)
    }

    private init(_ refused: FetchRefused, address: String) {
        switch refused {
        case .unreachable:
            self.init(
                "Nobody answers at \(address). Check the address and the network.",
                "Nadie responde en \(address). Revise la dirección y la red."
            )
        case .status(let code):
            self.init(
                "\(address) answers with status \(code), so no record can be read there. Check the "
                    + "address.",
                "\(address) responde con el código \(code): ahí no se puede leer ningún registro. "
                    + "Revise la dirección."
            )
        case .tooLarge:
            self.init(
                "\(address) answers with more than a record can hold, so it was not read.",
                "\(address) responde con más de lo que cabe en un registro, así que no se leyó."
            )
        }
    }

    /// Puts an error of the rooms below into words.
    init(_ error: any Error, folder: String) {
        switch error {
        case let problem as Problem: self = problem
        case let problem as FolderProblem: self.init(problem, folder: folder)
        case let problem as PolicyProblem: self.init(problem, folder: folder)
        case let refusal as Refusal: self.init(refusal)
        case let refused as FetchRefused: self.init(refused, address: folder)
        case LogError.unsound(let report):
            let findings = report.findings.prefix(10).map { found in
                let finding = Verification.Finding(
                    positions: found.positions,
                    reason: .log(found.reason)
                )
                return "  \(finding.line)"
            }
            .joined(separator: "\n")
            self.init(
                "The record in \(folder) does not hold together, so nothing was started:\n"
                    + "\(findings)\nRun: enlace verify --data \(folder)",
                "El registro en \(folder) no concuerda, así que no se inició nada:\n"
                    + "\(findings)\nEjecute: enlace verify --data \(folder)"
            )
        case StoreError.full:
            self.init(
                "The disk of \(folder) is full, so it did not work. Nothing was lost: free space, and "
                    + "try again.",
                "El disco de \(folder) está lleno, así que no funcionó. Nada se perdió: libere "
                    + "espacio e intente de nuevo."
            )
        case StoreError.failing:
            self.init(
                "The disk of \(folder) fails, or the file was damaged. Keep a copy of the folder, and "
                    + "run: enlace verify \(folder)",
                "El disco de \(folder) falla, o el archivo se dañó. Guarde una copia de la carpeta y "
                    + "ejecute: enlace verify \(folder)"
            )
        case let error as StoreError:
            self.init(
                "The record in \(folder) cannot be opened: \(error).",
                "No se puede abrir el registro en \(folder): \(error)."
            )
        default:
            self.init(
                "It did not work: \(type(of: error)).",
                "No funcionó: \(type(of: error))."
            )
        }
    }

    private init(_ problem: FolderProblem, folder: String) {
        switch problem {
        case .absent:
            self.init(
                "There is no folder \(folder). Begin one with: enlace init --data \(folder)",
                "No existe la carpeta \(folder). Créela con: enlace init --data \(folder)"
            )
        case .notEmpty:
            self.init(
                "The folder \(folder) is not empty. Choose another, so that nothing is overwritten.",
                "La carpeta \(folder) no está vacía. Elija otra, para no sobrescribir nada."
            )
        case .notWritable:
            self.init(
                "The folder \(folder) cannot be written to. Check who owns it.",
                "No se puede escribir en la carpeta \(folder). Revise de quién es."
            )
        case .inUse:
            self.init(
                "Another enlace is using the folder \(folder). Stop it first.",
                "Otro enlace está usando la carpeta \(folder). Deténgalo primero."
            )
        case .unreadable(let file):
            self.init(
                "\(folder)/\(file) is missing or damaged: this is not a whole data folder.",
                "\(folder)/\(file) falta o está dañado: no es una carpeta de datos completa."
            )
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .missing(let field):
            self.init("\(field) is missing.", "Falta \(field).")
        case .tooLong(let field, let limit):
            self.init(
                "\(field) is longer than \(limit) characters.",
                "\(field) tiene más de \(limit) caracteres."
            )
        case .passwordTooShort:
            self.init(
                "The password must have at least 12 characters.",
                "La contraseña debe tener al menos 12 caracteres."
            )
        case .passwordTooCommon:
            self.init(
                "The password is too easy to guess: it repeats too few characters.",
                "La contraseña es demasiado fácil: repite muy pocos caracteres."
            )
        default:
            self.init("Refused: \(refusal).", "No se aceptó: \(refusal).")
        }
    }
}

/// Runs a command's work and puts what goes wrong into words.
func explaining<Value>(folder: String, _ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch let exit as ExitCode {
        throw exit
    } catch {
        Terminal.note("enlace: \(Problem(error, folder: folder).description)")
        throw ExitCode.failure
    }
}
