import Foundation

/// Reads secrets without showing or keeping them.
enum Secret {
    /// One line from the terminal without echo, or from standard input when it is no terminal.
    static func read(prompt: String) throws -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        var before = termios()
        if isTerminal {
            FileHandle.standardError.write(Data(prompt.utf8))
            unsafe tcgetattr(STDIN_FILENO, &before)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        }
        defer {
            if isTerminal {
                unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
                FileHandle.standardError.write(Data("\n".utf8))
            }
        }
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw Problem(
                "No password was given. Type it, or pass it as the first line of standard input.",
                "No se dio contraseña. Escríbala, o pásela como primera línea de la entrada."
            )
        }
        return line
    }
}
